package entente.report.html;

import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Step;
import entente.report.html.Chart.Canvas;
import entente.report.wording.Wording;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The likelihood on a yardstick of percents, and below it on the same axis a bar for each driver and barrier, in points: ten
 * times the logarithm of the odds. Below an end of the yardstick the bars go on.
 */
public final class PointsChart {

    private static final int WIDTH = 680;
    private static final int LEFT = 10;
    private static final int LENGTH = 596;
    private static final int RULER = 56;
    private static final int TOP = 106;
    private static final int ROW = 16;
    /** Half the height of a bar. */
    private static final int BAR = 5;

    /** The axis reaches at least as far on either side, in points, which is as far as the yardstick. */
    private static final int REACH = 30;

    private static final int STEP = 5;
    /** Width of a letter, roughly. */
    private static final double LETTER = 6.2;

    /** Where the figure of a likelihood stands on the left. */
    private static final Percent HIGH = new Percent(800);

    private final Canvas canvas = new Canvas();
    private final PointsFigure figure;
    private final LikelihoodScale scale;
    private final int foot;
    private final double lowest;
    private final double highest;
    private final Yardstick yardstick;

    private PointsChart(PointsFigure figure, LikelihoodScale scale) {
        this.figure = figure;
        this.scale = scale;
        this.foot = TOP + ROW * figure.rows().size() + 4;
        this.lowest = STEP * Math.floor(Math.min(-REACH, ends().min().orElse(0)) / STEP);
        this.highest = STEP * Math.ceil(Math.max(REACH, ends().max().orElse(0)) / STEP);
        this.yardstick = new Yardstick(canvas, scale, x(-REACH), x(REACH), RULER, 5.4);
    }

    public static Chart of(PointsFigure figure, LikelihoodScale scale) {
        List<PointsRow> acting =
                figure.rows().stream().filter(row -> !row.idle()).toList();
        PointsChart chart = new PointsChart(
                new PointsFigure(figure.likelihood(), figure.low(), figure.high(), figure.text(), acting), scale);
        chart.bands();
        chart.verdict();
        chart.axis();
        for (int i = 0; i < acting.size(); i++) {
            chart.row(acting.get(i), TOP + ROW * i + ROW / 2.0 + 2);
        }
        return new Chart(
                "points",
                "From the base rate to the result",
                "A yardstick with a mark at " + figure.text()
                        + ", and below it the points of each barrier and driver, which the text names.",
                WIDTH,
                chart.foot + 22,
                chart.canvas.shapes());
    }

    private DoubleStream ends() {
        return figure.rows().stream().flatMapToDouble(row -> DoubleStream.of(row.from(), row.to()));
    }

    private double x(double points) {
        return LEFT + (points - lowest) / (highest - lowest) * (LENGTH - LEFT);
    }

    /** Every other band is shaded, and that of the likelihood more. */
    private void bands() {
        List<Word> words = scale.words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean now = word.equals(scale.term(figure.likelihood()));
            if (now || i % 2 == 0) {
                double x = yardstick.x(word.from());
                canvas.box(x, RULER, yardstick.x(word.end()) - x, foot - RULER, now ? "ribbon" : "stripe");
            }
        }
    }

    private void verdict() {
        yardstick.draw("axis", "tick", "tick strong", figure.likelihood());
        double mark = yardstick.x(figure.likelihood());
        double low = yardstick.x(figure.low());
        canvas.box(low, RULER - 5, yardstick.x(figure.high()) - low, 5, "mark");
        canvas.path("M" + Canvas.number(mark) + " " + (RULER + 1) + "l-6 11h12Z", "mark");
        double result = TOP + ROW * figure.rows().size() - ROW / 2.0 + 2;
        canvas.line(mark, RULER, result, "plumb");
        double points = figure.rows().get(figure.rows().size() - 1).to();
        canvas.line(mark, result, x(points), result, "plumb");
        boolean left = figure.likelihood().compareTo(HIGH) > 0;
        canvas.label(mark + (left ? -8 : 8), RULER + 37, left ? "end" : "start", "figure strong", figure.text());
    }

    private void axis() {
        canvas.line(LEFT, foot, LENGTH, foot, "axis");
        for (double points = lowest; points <= highest; points += STEP) {
            canvas.line(x(points), foot, foot + 4, "axis");
            String sign = points > 0 ? "+" : points < 0 ? "−" : "";
            canvas.label(x(points), foot + 17, "middle", "tick", sign + Wording.figure(Math.abs(points)));
        }
        canvas.label(WIDTH, foot + 17, "end", "tick", "points");
        canvas.line(LENGTH + 8, TOP - 2, foot, "strand");
    }

    private void row(PointsRow row, double y) {
        boolean end = row.kind() == Step.BASE || row.kind() == Step.RESULT;
        double from = x(row.from());
        double to = x(row.to());
        String direction =
                end ? "mark" : row.kind() == Step.CEILING ? "ceiling" : row.to() < row.from() ? "down" : "up";
        if (end) {
            canvas.dot(to, y, row.kind() == Step.RESULT ? 4 : 3, "mark");
        } else {
            canvas.box(Math.min(from, to), y - BAR, Math.abs(to - from), 2 * BAR, direction);
        }
        if (row.kind() != Step.BASE) {
            canvas.line(from, y - ROW + BAR, y - BAR, "joint");
        }
        label(row, y, Math.min(from, to), Math.max(from, to));
        String kind = "figure" + (end ? "" : " text-" + direction) + (row.kind() == Step.RESULT ? " strong" : "");
        canvas.label(WIDTH, y + 4.5, "end", kind, row.points());
        if (row.kind() == Step.RESULT) {
            canvas.line(LENGTH + 16, y - 9, WIDTH, y - 9, "axis");
        }
    }

    /**
     * Beside the plumb line, with a leader from its bar: on the right, or on the left where only that has room. Where neither
     * has, on the left of its bar across the plumb line, and at last across the bar, but never over the points.
     */
    private void label(PointsRow row, double y, double left, double right) {
        double plumb = yardstick.x(figure.likelihood());
        String kind = "figure" + (row.kind() == Step.RESULT ? " strong" : row.kind() == Step.BASE ? " faint" : "");
        double start = Math.max(plumb, right) + 12;
        double end = Math.min(plumb, left) - 12;
        double width = row.label().length() * LETTER;
        if (start + width <= LENGTH) {
            leader(right + 4, start - 4, y);
            canvas.label(start, y + 4.5, "start", kind, row.label());
        } else {
            double beside = end < width ? (left - 12 < width ? LENGTH : left - 12) : end;
            leader(beside + 4, left - 4, y);
            canvas.label(beside, y + 4.5, "end", kind, row.label());
        }
    }

    private void leader(double from, double to, double y) {
        if (to > from + 4) {
            canvas.line(from, y, to, y, "leader");
        }
    }
}
