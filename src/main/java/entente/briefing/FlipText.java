package entente.briefing;

import entente.domain.Band;
import entente.domain.Catalogue;
import entente.domain.Flip;
import entente.domain.FlipResult;
import entente.domain.FlipTarget;
import entente.domain.Indicator;
import entente.domain.Move;
import entente.domain.ScaleOfWords;
import entente.domain.ScaleOfWords.Word;
import java.util.stream.Collectors;

/** Flips as text. */
public final class FlipText {

    private final Style style;
    private final int most;

    /** @param most sets that are shown; the rest is counted */
    public FlipText(Style style, int most) {
        this.style = style;
        this.most = most;
    }

    public String write(FlipResult result) {
        Page page = new Page(style);
        page.line(style.strong(result.scenario().title()));
        page.paragraph(0, now(result));
        page.gap();
        String wanted = wanted(result.target());
        if (result.alreadyThere()) {
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
                Words.opening(Words.plural(result.size(), "reading", "readings"))
                        + (result.size() == 1 ? " is" : " are")
                        + " the least that has to change for " + wanted + "; " + Words.plural(count, "set", "sets")
                        + (count == 1 ? " does it" : " do it, the least effort first") + locked(result) + ".");
        result.flips().stream().limit(most).forEach(flip -> flip(page, flip, result.catalogue()));
        if (count > most) {
            page.gap().paragraph(0, "and " + (count - most) + " more sets of the same size: --all.");
        }
        Flip first = result.flips().get(0);
        page.gap()
                .paragraph(
                        0,
                        "Try the first: entente assess FILE "
                                + first.moves().stream()
                                        .map(move -> "--set " + move.indicator() + "=" + Words.plain(move.to()))
                                        .collect(Collectors.joining(" ")));
        return page.toString();
    }

    private static String now(FlipResult result) {
        String percent = Words.percent(result.now().value());
        if (!result.rated()) {
            return "Nothing is rated, so there is no verdict: the base rate alone is " + percent + ".";
        }
        String open = result.interval().bands().size() > 1
                ? ", on what is rated; the open readings allow " + Sentences.span(result.interval()) + "."
                : ".";
        return "Now " + band(ScaleOfWords.ICD203.word(result.now())) + ": " + percent + open;
    }

    private static String none(FlipResult result, String wanted) {
        Band now = result.now().band();
        if (result.target() instanceof FlipTarget.Up && now == Band.ALMOST_CERTAIN) {
            return "There is no higher band.";
        }
        if (result.target() instanceof FlipTarget.Down && now == Band.ALMOST_NO_CHANCE) {
            return "There is no lower band.";
        }
        String change = result.maxSize() == 1
                ? "No single reading"
                : "No change of up to " + Words.plural(result.maxSize(), "reading", "readings");
        return change + " brings " + wanted + locked(result) + ".";
    }

    private static String locked(FlipResult result) {
        return result.locked().isEmpty() ? "" : " (locked: " + String.join(", ", result.locked()) + ")";
    }

    private String wanted(FlipTarget target) {
        if (target instanceof FlipTarget.To to) {
            Word word = ScaleOfWords.of(to.band());
            return band(word);
        }
        return target instanceof FlipTarget.Up ? "a higher band" : "a lower band";
    }

    private static String band(Word word) {
        return word.term() + " (" + word.from() + "–" + word.to() + Words.GLUE + "%)";
    }

    private void flip(Page page, Flip flip, Catalogue catalogue) {
        page.gap();
        String then = "then " + Words.percent(flip.likelihood().value()) + ", "
                + band(ScaleOfWords.ICD203.word(flip.likelihood())) + ", "
                + Words.plural(flip.steps(), "grade", "grades") + " moved";
        page.line(style.strong(then));
        for (Move move : flip.moves()) {
            page.hanging(2, 4, move(move, catalogue.indicator(move.indicator())));
        }
        if (!flip.others().isEmpty()) {
            page.paragraph(
                    2,
                    "and " + Words.plural(flip.others().size(), "larger move", "larger moves") + " of the same "
                            + (flip.moves().size() == 1 ? "reading." : "readings."));
        }
    }

    private static String move(Move move, Indicator indicator) {
        String from = move.from().isPresent()
                ? Words.figure(move.from().getAsDouble()) + ", " + Words.grade(move.fromGrade())
                : "not rated";
        String to = move.above()
                .map(cut -> "at least " + Words.figure(cut))
                .orElseGet(() -> "below " + Words.figure(move.below().orElseThrow()));
        return Words.label(indicator) + ": from " + from + " to " + to + ", " + Words.grade(move.toGrade()) + ".";
    }
}
