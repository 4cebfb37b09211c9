package entente.report.question;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.Flip;
import entente.analysis.flip.FlipTarget;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.assessment.ReadingMove;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.form.Block.Only;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Hint;
import entente.report.form.Report;
import entente.report.wording.MeasureText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The smallest changes that reach another band. */
public final class FlipReport {

    /** Flips that cross an edge by less are counted in one line. */
    private static final int NARROW_TENTHS = 3;

    private FlipReport() {}

    /** @param most sets that are shown; the rest is counted */
    public static Report of(FlipResult result, int most) {
        List<Block> blocks = new ArrayList<>();
        String wanted = wanted(result.target());
        boolean beyond = isBeyondTheScale(result);
        SuppositionText.sentence(result.assessment()).ifPresent(supposition -> blocks.add(Prose.body(supposition)));
        if (!result.targetAlreadyMet() && !beyond && result.size() != 1) {
            blocks.add(Prose.body(noSingleChange(result, wanted)));
        }
        blocks.add(Prose.body(now(result)));
        if (result.targetAlreadyMet()) {
            blocks.add(Prose.body("It is there already: nothing has to change for " + wanted + locked(result) + "."));
        } else if (beyond) {
            boolean up = result.target() instanceof FlipTarget.Up;
            blocks.add(Prose.body(up ? "There is no higher band." : "There is no lower band."));
        } else if (!result.flips().isEmpty()) {
            flips(blocks, result, wanted, most);
        }
        return new Report(result.scenario().title(), AssessmentReport.dated(result.scenario()), blocks);
    }

    private static void flips(List<Block> blocks, FlipResult result, String wanted, int most) {
        int count = result.flips().size();
        blocks.add(Prose.body(Wording.capitalized(Wording.plural(result.size(), "reading"))
                + (result.size() == 1 ? " is" : " are")
                + " the least that has to change for " + wanted + "; " + Wording.plural(count, "set")
                + (count == 1 ? " does it" : " do it, least effort first, then largest effect")
                + locked(result) + "."));
        List<Flip> clear = new ArrayList<>(result.flips());
        clear.removeIf(flip -> isNarrow(flip, result.current()));
        if (clear.isEmpty()) {
            clear.addAll(result.flips());
        }
        clear.stream().limit(most).forEach(flip -> blocks.add(flip(flip, result.catalogue())));
        if (clear.size() > most) {
            blocks.add(Prose.body("and " + (clear.size() - most) + " more sets of the same size: --all."));
        }
        int narrow = count - clear.size();
        if (narrow > 0) {
            blocks.add(Prose.body("and " + Wording.plural(narrow, "set") + " that "
                    + (narrow == 1 ? "crosses" : "cross") + " the edge of the band by less than "
                    + Wording.tenths(NARROW_TENTHS) + " percentage points."));
        }
        Flip first = clear.get(0);
        String command = first.moves().stream()
                .map(move -> " --set" + Wording.GLUE + move.indicator() + "=" + Numbers.plain(move.to()))
                .collect(Collectors.joining("", Hint.command("assess FILE"), ""));
        blocks.add(Only.terminal(Role.BODY, "Try the first: " + command));
    }

    /** Whether a flip and the other moves of its readings barely cross the edge of the band that they reach. */
    private static boolean isNarrow(Flip flip, Percent now) {
        boolean up = flip.likelihood().tenths() > now.tenths();
        int beyond = up
                ? flip.highest().tenths() - flip.band().from() * 10
                : flip.band().to() * 10 - flip.lowest().tenths();
        return beyond < NARROW_TENTHS && flip.alternatives().stream().allMatch(other -> isNarrow(other, now));
    }

    private static String now(FlipResult result) {
        String percent = Wording.percent(result.current());
        if (!result.hasReadings()) {
            return "Nothing is rated, so there is no verdict: the base rate alone is " + percent + ".";
        }
        String open = result.interval().bands().size() > 1
                ? ", on what is rated"
                        + (result.assessment().confidence().assumed() > 0 ? " or assumed" : "")
                        + "; the open readings allow " + VerdictSentences.span(result.interval()) + "."
                : ".";
        return "Now " + Wording.term(LikelihoodScale.ICD203.term(result.current())) + ": " + percent + open;
    }

    private static boolean isBeyondTheScale(FlipResult result) {
        Band now = result.current().band();
        return (result.target() instanceof FlipTarget.Up && now == Band.ALMOST_CERTAIN)
                || (result.target() instanceof FlipTarget.Down && now == Band.ALMOST_NO_CHANCE);
    }

    private static String noSingleChange(FlipResult result, String wanted) {
        String more = result.flips().isEmpty() && result.maxSize() > 1
                ? ", and no change of up to " + Wording.plural(result.maxSize(), "reading") + " does"
                : "";
        return "No single change brings " + wanted + more + locked(result) + ".";
    }

    private static String locked(FlipResult result) {
        return result.locked().isEmpty() ? "" : " (locked: " + String.join(", ", result.locked()) + ")";
    }

    private static String wanted(FlipTarget target) {
        if (target instanceof FlipTarget.To to) {
            return Wording.term(LikelihoodScale.of(to.band()));
        }
        return target instanceof FlipTarget.Up ? "a higher band" : "a lower band";
    }

    private static Items flip(Flip flip, Catalogue catalogue) {
        List<String> moves = new ArrayList<>();
        flip.moves().forEach(move -> moves.add(move(move, catalogue.indicator(move.indicator()))));
        if (flip.moves().size() == 1) {
            flip.alternatives().forEach(other -> {
                ReadingMove move = other.moves().get(0);
                moves.add("or " + to(move, catalogue.indicator(move.indicator())) + ": "
                        + Wording.percents(other.lowest(), other.highest()) + ".");
            });
        } else if (!flip.alternatives().isEmpty()) {
            moves.add("Other changes of the same readings do it too ("
                    + Wording.plural(flip.alternatives().size(), "combination") + ").");
        }
        if (flip.interval().widthTenths() > 0) {
            moves.add("The open readings allow " + VerdictSentences.span(flip.interval()) + ".");
        }
        boolean ranges = flip.moves().stream().anyMatch(move -> move.first() != move.last());
        return Items.of(
                "then " + Wording.percents(flip.lowest(), flip.highest()) + ", "
                        + Wording.term(LikelihoodScale.ICD203.term(flip.likelihood())) + ", "
                        + (ranges ? "at least " : "")
                        + Wording.plural(flip.steps(), "grade") + " moved",
                moves);
    }

    private static String move(ReadingMove move, Indicator indicator) {
        String now = move.from().isPresent()
                ? "now " + new MeasureText(indicator).value(move.from().getAsDouble()) + ", "
                        + Wording.word(move.fromGrade())
                : "not rated";
        return indicator.shortLabel() + ": " + to(move, indicator) + " (" + now + ").";
    }

    private static String to(ReadingMove move, Indicator indicator) {
        MeasureText measure = new MeasureText(indicator);
        return measure.where(move, measure::value) + ", " + Wording.word(move.first())
                + (move.first() == move.last() ? "" : " to " + Wording.word(move.last()));
    }
}
