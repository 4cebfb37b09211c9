package entente.report.text;

import entente.model.Indicator;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.CharacterBar;
import entente.report.form.ProbabilityFigure;
import entente.report.form.SwingFigure;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;

/** Bars in characters: of a tornado chart, and of probabilities. */
final class TextFigures {

    private static final int INDENT = 2;
    private static final int LABEL = Indicator.SHORT_LABEL;
    private static final int FIGURE = 7;
    private static final int BAR = 25;
    private static final int BAR_AT = INDENT + LABEL + FIGURE + 2;

    private static final int OUTCOME = 23;
    private static final int RANGE = 8;
    private static final int PROBABILITY = 9;
    private static final int PROBABILITY_BAR = 33;

    private TextFigures() {}

    static void draw(TextPage page, SwingFigure figure) {
        TextStyle style = page.style();
        Percent now = figure.now();
        CharacterBar bars = new CharacterBar(Axis.over(figure), now, BAR, ' ');
        page.blankLine().line(style.strong(figure.heading()));
        page.line(style.faint(figures(bars)));
        page.line(padded(" ".repeat(INDENT) + "▼ now " + Wording.percent(now), BAR_AT) + bars.ruler());
        for (SwingFigure.Bar bar :
                figure.bars().subList(0, Math.min(figure.most(), figure.bars().size()))) {
            String drawn = bars.of(bar);
            int here = bars.here();
            page.line(" ".repeat(INDENT) + padded(bar.label(), LABEL) + " "
                    + right(bar.figures().before(), FIGURE - 1) + "  "
                    + style.down(drawn.substring(0, here)) + drawn.charAt(here) + style.up(drawn.substring(here + 1))
                    + right(bar.figures().after(), FIGURE + 1));
        }
        if (!figure.rest().isEmpty()) {
            page.line(" ".repeat(INDENT) + figure.rest());
        }
    }

    static void draw(TextPage page, ProbabilityFigure figure) {
        page.blankLine().line(page.style().strong(figure.heading()));
        for (ProbabilityFigure.Bar bar : figure.bars()) {
            page.line(" ".repeat(INDENT) + padded(bar.outcome(), OUTCOME) + right(bar.range(), RANGE)
                    + right(bar.text(), PROBABILITY) + "  " + bar(bar.probability()));
        }
    }

    /** At least half a block where there is any probability. */
    private static String bar(double probability) {
        int halves = (int) Math.rint(probability * PROBABILITY_BAR * 2);
        halves = probability > 0 ? Math.max(1, halves) : 0;
        return "█".repeat(halves / 2) + (halves % 2 == 1 ? "▌" : "");
    }

    /** The percents of the ticks, each where it stands; one that would touch another is left out, the ends stay. */
    private static String figures(CharacterBar bars) {
        Axis axis = bars.axis();
        StringBuilder line = new StringBuilder(padded(right("lowest", BAR_AT - 2), BAR_AT));
        String end = Axis.number(axis.to());
        for (Percent tick : axis.ticks()) {
            String figure = Axis.number(tick);
            int at = BAR_AT + bars.column(tick.value()) - (tick.equals(axis.from()) ? 0 : figure.length() / 2);
            boolean free = line.length() <= Math.max(BAR_AT, at - 1);
            if (!tick.equals(axis.to()) && free && at + figure.length() < BAR_AT + BAR - end.length()) {
                line.append(" ".repeat(at - line.length())).append(figure);
            }
        }
        line.append(right(end, BAR_AT + BAR - line.length()));
        return line + right("highest", TextPage.WIDTH - line.length());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - TextPage.width(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - TextPage.width(text))) + text;
    }
}
