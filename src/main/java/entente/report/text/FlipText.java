package entente.report.text;

import entente.analysis.flip.Flip;
import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipTarget;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.assessment.ReadingMove;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.stream.Collectors;

/** Flips as text. */
public final class FlipText {

    private final TextStyle style;
    private final int most;

    /** @param most sets that are shown; the rest is counted */
    public FlipText(TextStyle style, int most) {
        this.style = style;
        this.most = most;
    }

    public String write(FlipResult result) {
        TextPage page = new TextPage(style);
        page.line(style.strong(result.scenario().title()));
        page.paragraph(0, now(result));
        page.blankLine();
        String wanted = wanted(result.target());
        if (result.targetAlreadyMet()) {
            page.paragraph(0, "It is there already: nothing has to change for " + wanted + locked(result) + ".");
            return page.toString();
        }
        if (result.flips().isEmpty()) {
            page.paragraph(0, none(result, wanted));
            return page.toString();
        }
        int count = result.flips().size();
        page.paragraph(
                0,
                Wording.capitalized(Wording.plural(result.size(), "reading", "readings"))
                        + (result.size() == 1 ? " is" : " are")
                        + " the least that has to change for " + wanted + "; " + Wording.plural(count, "set", "sets")
                        + (count == 1 ? " does it" : " do it, the least effort first") + locked(result) + ".");
        result.flips().stream().limit(most).forEach(flip -> flip(page, flip, result.catalogue()));
        if (count > most) {
            page.blankLine().paragraph(0, "and " + (count - most) + " more sets of the same size: --all.");
        }
        Flip first = result.flips().get(0);
        page.blankLine()
                .paragraph(
                        0,
                        "Try the first: entente assess FILE "
                                + first.moves().stream()
                                        .map(move -> "--set " + move.indicator() + "=" + Wording.plain(move.to()))
                                        .collect(Collectors.joining(" ")));
        return page.toString();
    }

    private static String now(FlipResult result) {
        String percent = Wording.percent(result.current().value());
        if (!result.hasReadings()) {
            return "Nothing is rated, so there is no verdict: the base rate alone is " + percent + ".";
        }
        String open = result.interval().bands().size() > 1
                ? ", on what is rated; the open readings allow " + AssessmentSentences.span(result.interval()) + "."
                : ".";
        return "Now " + band(LikelihoodScale.ICD203.term(result.current())) + ": " + percent + open;
    }

    private static String none(FlipResult result, String wanted) {
        Band now = result.current().band();
        if (result.target() instanceof FlipTarget.Up && now == Band.ALMOST_CERTAIN) {
            return "There is no higher band.";
        }
        if (result.target() instanceof FlipTarget.Down && now == Band.ALMOST_NO_CHANCE) {
            return "There is no lower band.";
        }
        String change = result.maxSize() == 1
                ? "No single reading"
                : "No change of up to " + Wording.plural(result.maxSize(), "reading", "readings");
        return change + " brings " + wanted + locked(result) + ".";
    }

    private static String locked(FlipResult result) {
        return result.locked().isEmpty() ? "" : " (locked: " + String.join(", ", result.locked()) + ")";
    }

    private String wanted(FlipTarget target) {
        if (target instanceof FlipTarget.To to) {
            Word word = LikelihoodScale.of(to.band());
            return band(word);
        }
        return target instanceof FlipTarget.Up ? "a higher band" : "a lower band";
    }

    private static String band(Word word) {
        return word.term() + " (" + word.from() + "–" + word.to() + Wording.GLUE + "%)";
    }

    private void flip(TextPage page, Flip flip, Catalogue catalogue) {
        page.blankLine();
        String then = "then " + Wording.percent(flip.likelihood().value()) + ", "
                + band(LikelihoodScale.ICD203.term(flip.likelihood())) + ", "
                + Wording.plural(flip.steps(), "grade", "grades") + " moved";
        page.line(style.strong(then));
        for (ReadingMove move : flip.moves()) {
            page.hanging(2, 4, move(move, catalogue.indicator(move.indicator())));
        }
        if (!flip.alternatives().isEmpty()) {
            page.paragraph(
                    2,
                    "and " + Wording.plural(flip.alternatives().size(), "larger move", "larger moves") + " of the same "
                            + (flip.moves().size() == 1 ? "reading." : "readings."));
        }
    }

    private static String move(ReadingMove move, Indicator indicator) {
        String from = move.from().isPresent()
                ? Wording.figure(move.from().getAsDouble()) + ", " + Wording.grade(move.fromGrade())
                : "not rated";
        String to = move.above()
                .map(cut -> "at least " + Wording.figure(cut))
                .orElseGet(() -> "below " + Wording.figure(move.below().orElseThrow()));
        return Wording.label(indicator) + ": from " + from + " to " + to + ", " + Wording.grade(move.toGrade()) + ".";
    }
}
