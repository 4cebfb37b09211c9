package entente.report.html;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.model.Band;
import entente.model.Percent;
import entente.report.form.TextPage;
import entente.report.text.Axis;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The tornado chart as SVG: striped below the present likelihood, solid above. */
final class TornadoChart {

    private static final int WIDTH = 960;
    private static final int TOP = 74;
    private static final int LABELS = 340;
    private static final int LEFT = 400;
    private static final int RIGHT = 890;
    private static final int LINE = 16;
    private static final int PADDING = 8;
    private static final int BAR = 14;
    /** Signs of a label on one line, so that wide ones fit as well. */
    private static final int SIGNS = 50;

    private final SensitivityResult result;
    private final List<Swing> swings;
    private final Axis axis;

    TornadoChart(SensitivityResult result, List<Swing> swings) {
        this.result = result;
        this.swings = swings;
        this.axis = Axis.over(swings, result.likelihood());
    }

    void draw(HtmlWriter html) {
        int height = TOP + swings.stream().mapToInt(this::height).sum() + 10;
        html.element(
                "svg",
                () -> {
                    html.element("title", SensitivitySentences.CHART, "id", "chart-title");
                    html.element("desc", SensitivitySentences.description(result, swings), "id", "chart-text");
                    stripes(html);
                    legend(html);
                    marks(html, height);
                    int y = TOP;
                    for (Swing swing : swings) {
                        row(html, swing, y);
                        y += height(swing);
                    }
                    line(html, x(result.likelihood()), TOP - 6, height - 6, "now");
                },
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                "chart-title chart-text");
    }

    private static void stripes(HtmlWriter html) {
        html.element(
                "defs",
                () -> html.element(
                        "pattern",
                        () -> {
                            html.empty("rect", "width", "6", "height", "6", "class", "ground");
                            html.empty("line", "x1", "1.5", "y1", "0", "x2", "1.5", "y2", "6", "class", "stripe");
                        },
                        "id",
                        "stripes",
                        "width",
                        "6",
                        "height",
                        "6",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)"));
    }

    private void legend(HtmlWriter html) {
        swatch(html, 0, "below", "lower than now");
        swatch(html, 150, "above", "higher than now");
        line(html, 316, 4, 20, "now");
        text(html, 326, 17, "start", "", "the likelihood now, " + percent(result.likelihood()));
        line(html, 560, 4, 20, "edge");
        text(html, 570, 17, "start", "", "where another band begins");
    }

    private static void swatch(HtmlWriter html, int x, String kind, String words) {
        rect(html, x, 5, 28, BAR, kind);
        text(html, x + 36, 17, "start", "", words);
    }

    /** Where bands begin, with the names of those that have room. */
    private void marks(HtmlWriter html, int height) {
        List<Integer> marks = axis.marks();
        for (int i = 0; i < marks.size(); i++) {
            int mark = marks.get(i);
            double x = x(mark);
            line(html, x, TOP - 6, height - 6, i == 0 || i == marks.size() - 1 ? "end" : "edge");
            text(html, x, TOP - 12, "middle", "faint", Integer.toString(mark) + (i == 0 ? Wording.GLUE + "%" : ""));
            if (i > 0) {
                Band band = new Percent(marks.get(i - 1) * 10 + 10).band();
                double room = x - x(marks.get(i - 1));
                if (room > 7.5 * band.term().length()) {
                    text(html, x - room / 2, TOP - 28, "middle", "faint", band.term());
                }
            }
        }
    }

    private void row(HtmlWriter html, Swing swing, int y) {
        List<String> label = label(swing);
        double middle = y + height(swing) / 2.0;
        double first = middle - (label.size() - 1) * LINE / 2.0 + 4.5;
        for (int i = 0; i < label.size(); i++) {
            text(html, LABELS, first + i * LINE, "end", "", label.get(i));
        }
        double now = x(result.likelihood());
        double low = x(swing.low().likelihood());
        double high = x(swing.high().likelihood());
        double top = middle - BAR / 2.0;
        if (low < now) {
            rect(html, low, top, Math.min(high, now) - low, BAR, "below");
        }
        if (high > now) {
            double from = Math.max(low, now);
            rect(html, from, top, high - from, BAR, "above");
        }
        text(
                html,
                Math.min(low, now) - 6,
                middle + 4.5,
                "end",
                "figure",
                percent(swing.low().likelihood()));
        text(
                html,
                Math.max(high, now) + 6,
                middle + 4.5,
                "start",
                "figure",
                percent(swing.high().likelihood()));
    }

    private int height(Swing swing) {
        return label(swing).size() * LINE + PADDING;
    }

    /** In as few lines as it takes, and those as even as they come. */
    private List<String> label(Swing swing) {
        String label = Wording.label(result.current().catalogue().indicator(swing.indicator()));
        List<String> lines = TextPage.wrapped(label, SIGNS);
        for (int signs = SIGNS - 1; signs > 0; signs--) {
            List<String> narrower = TextPage.wrapped(label, signs);
            if (narrower.size() > lines.size()) {
                break;
            }
            lines = narrower;
        }
        return lines;
    }

    private double x(Percent percent) {
        return LEFT + axis.share(percent) * (RIGHT - LEFT);
    }

    private double x(int percent) {
        return LEFT + axis.share(percent) * (RIGHT - LEFT);
    }

    private static String percent(Percent percent) {
        return Wording.percent(percent.value());
    }

    private static void rect(HtmlWriter html, double x, double y, double width, double height, String kind) {
        html.empty(
                "rect",
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(Math.max(width, 1)),
                "height",
                number(height),
                "class",
                kind);
    }

    private static void line(HtmlWriter html, double x, double from, double to, String kind) {
        html.empty("line", "x1", number(x), "y1", number(from), "x2", number(x), "y2", number(to), "class", kind);
    }

    private static void text(HtmlWriter html, double x, double y, String anchor, String kind, String text) {
        html.element(
                "text", text, "x", number(x), "y", number(y), "text-anchor", anchor, "class", ("t " + kind).strip());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
