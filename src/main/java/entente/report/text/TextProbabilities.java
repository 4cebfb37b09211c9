package entente.report.text;

import entente.report.form.ProbabilityFigure;
import entente.report.form.TextPage;

/** Probabilities as bars in characters. */
final class TextProbabilities {

    private static final int INDENT = 2;
    private static final int OUTCOME = 23;
    private static final int RANGE = 8;
    private static final int FIGURE = 9;
    private static final int BAR = 33;

    private TextProbabilities() {}

    static void draw(TextPage page, ProbabilityFigure figure) {
        page.blankLine().line(page.style().strong(figure.heading()));
        for (ProbabilityFigure.Bar bar : figure.bars()) {
            page.line(" ".repeat(INDENT)
                    + bar.outcome() + blank(OUTCOME - TextPage.width(bar.outcome()))
                    + blank(RANGE - TextPage.width(bar.range())) + bar.range()
                    + blank(FIGURE - TextPage.width(bar.text())) + bar.text()
                    + "  " + bar(bar.probability()));
        }
    }

    /** At least half a block where there is any probability. */
    private static String bar(double probability) {
        int halves = (int) Math.rint(probability * BAR * 2);
        halves = probability > 0 ? Math.max(1, halves) : 0;
        return "█".repeat(halves / 2) + (halves % 2 == 1 ? "▌" : "");
    }

    private static String blank(int width) {
        return " ".repeat(Math.max(0, width));
    }
}
