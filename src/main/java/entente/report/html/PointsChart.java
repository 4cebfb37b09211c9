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
    private static final int RULER = 54;
    private static final int TOP = 104;
    private static final int ROW = 16;
    /** Half the height of a bar. */
    private static final int BAR = 5;

    /** The axis reaches at least as far on either side, in points, which is as far as the yardstick. */
    private static final int REACH = 30;

    private static final int STEP = 5;
    private static final double MIDDLE = 0.6;
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
        this.yardstick = new Yardstick(canvas, scale, x(-REACH), x(REACH), RULER, LETTER);
    }

    /** Called by the template. */
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
                description(figure),
                WIDTH,
                chart.foot + 22,
                chart.canvas.shapes());
    }

    private static String description(PointsFigure figure) {
        return "A yardstick with a mark at " + figure.text()
                + ", and below it the points of each barrier and driver, which the text names.";
    }

    private DoubleStream ends() {
        return figure.rows().stream().flatMapToDouble(row -> DoubleStream.of(row.from(), row.to()));
    }

    private double x(double points) {
        return LEFT + (points - lowest) / (highest - lowest) * (LENGTH - LEFT);
    }

    /** The band of the likelihood, and where the others begin. */
    private void bands() {
        for (Word word : scale.words()) {
            double x = yardstick.x(word.from());
            if (word.equals(scale.term(figure.likelihood()))) {
                canvas.box(x, RULER, yardstick.x(word.end()) - x, foot - RULER, "ribbon");
            } else {
                canvas.line(x, RULER, foot, "strand");
            }
        }
    }

    private void verdict() {
        yardstick.draw("axis", "tick", "tick strong", figure.likelihood());
        double mark = yardstick.x(figure.likelihood());
        double low = yardstick.x(figure.low());
        canvas.box(low, RULER - 5, yardstick.x(figure.high()) - low, 5, "mark");
        canvas.path("M" + Canvas.number(mark) + " " + (RULER + 1) + "l-6 11h12Z", "mark");
        canvas.line(mark, RULER, TOP + ROW * figure.rows().size() - ROW / 2.0 + 2, "plumb");
        boolean left = figure.likelihood().compareTo(HIGH) > 0;
        canvas.label(mark + (left ? -8 : 8), RULER + 37, left ? "end" : "start", "figure strong halo", figure.text());
    }

    private void axis() {
        canvas.line(0, foot, LENGTH, foot, "axis");
        for (double points = lowest; points <= highest; points += STEP) {
            canvas.line(x(points), foot, foot + 4, "axis");
            String anchor = points == lowest ? "start" : points == highest ? "end" : "middle";
            String sign = points > 0 ? "+" : points < 0 ? "−" : "";
            canvas.label(x(points), foot + 17, anchor, "tick", sign + Wording.figure(Math.abs(points)));
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

    /** Beside the plumb line, with a leader from its bar; on the left where the result is far to the right. */
    private void label(PointsRow row, double y, double left, double right) {
        double plumb = x(figure.rows().get(figure.rows().size() - 1).to());
        String kind = "figure" + (row.kind() == Step.RESULT ? " strong" : row.kind() == Step.BASE ? " faint" : "");
        if (plumb < LENGTH * MIDDLE) {
            double start = Math.max(plumb, right) + 12;
            if (start - 6 > right + 8) {
                canvas.line(right + 4, y, start - 4, y, "leader");
            }
            canvas.label(start, y + 4.5, "start", kind + " halo", row.label());
        } else if (Math.min(plumb, left) - 12 < row.label().length() * LETTER) {
            canvas.label(right + 12, y + 4.5, "start", kind + " halo", row.label());
        } else {
            double end = Math.min(plumb, left) - 12;
            if (left - 8 > end + 6) {
                canvas.line(end + 4, y, left - 4, y, "leader");
            }
            canvas.label(end, y + 4.5, "end", kind + " halo", row.label());
        }
    }
}
