package entente.report.html;

import entente.model.Band;
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
import java.util.stream.Stream;

/**
 * The likelihood on a yardstick of percents, which fans out into an axis of points with a bar for each barrier and driver. The
 * bands are the same above and below: percents above, ten times the logarithm of the odds below.
 */
public final class PointsChart {

    private static final int WIDTH = 680;
    private static final int LENGTH = 596;
    private static final int RULER = 40;
    private static final int FAN = 104;
    private static final int ROW = 16;
    /** Half the height of a bar. */
    private static final int BAR = 5;

    /** The axis reaches at least as far on either side, in points. */
    private static final int REACH = 30;

    private static final int STEP = 5;
    private static final int LETTERS = 10;
    private static final double MIDDLE = 0.6;
    /** Width of a letter, roughly. */
    private static final double LETTER = 6.2;

    private static final Percent LABEL_ON_THE_LEFT = new Percent(900);

    private final Canvas canvas = new Canvas();
    private final PointsFigure figure;
    private final LikelihoodScale scale;
    private final int foot;
    private final double lowest;
    private final double highest;

    private PointsChart(PointsFigure figure, LikelihoodScale scale) {
        this.figure = figure;
        this.scale = scale;
        this.foot = FAN + ROW * figure.rows().size() + 4;
        this.lowest = STEP * Math.floor(Math.min(-REACH, ends().min().orElse(0)) / STEP);
        this.highest = STEP * Math.ceil(Math.max(REACH, ends().max().orElse(0)) / STEP);
    }

    /** Called by the template. */
    public static Chart of(PointsFigure figure, LikelihoodScale scale) {
        List<PointsRow> acting =
                figure.rows().stream().filter(row -> !row.idle()).toList();
        PointsChart chart = new PointsChart(
                new PointsFigure(figure.likelihood(), figure.low(), figure.high(), figure.text(), acting), scale);
        chart.ribbon();
        chart.ruler();
        chart.axis();
        for (int i = 0; i < acting.size(); i++) {
            chart.row(acting.get(i), FAN + ROW * i + ROW / 2.0 + 2);
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

    /** A band of the scale can reach beyond the axis. */
    private double x(double points) {
        double inside = Math.max(lowest, Math.min(highest, points));
        return (inside - lowest) / (highest - lowest) * LENGTH;
    }

    private static double share(double percent) {
        return percent / 100 * WIDTH;
    }

    /** The place on the axis of a percentage of the yardstick. */
    private double foot(double percent) {
        return percent <= 0 ? 0 : percent >= 100 ? LENGTH : x(10 * Math.log10(percent / (100 - percent)));
    }

    private static String curve(double from, double to) {
        return Canvas.number(from) + " 54C" + Canvas.number(from) + " 78 " + Canvas.number(to) + " 74 "
                + Canvas.number(to) + " " + (FAN - 6);
    }

    private void ribbon() {
        Word word = scale.term(figure.likelihood());
        double left = foot(word.from());
        double right = foot(word.to());
        canvas.path(
                "M" + curve(share(word.from()), left) + "V" + foot + "H" + Canvas.number(right) + "V" + (FAN - 6) + "C"
                        + Canvas.number(right) + " 74 " + Canvas.number(share(word.to())) + " 78 "
                        + Canvas.number(share(word.to())) + " 54Z",
                "ribbon");
        for (Word other : scale.words()) {
            if (other.from() > 0) {
                canvas.path("M" + curve(share(other.from()), foot(other.from())), "strand");
            }
        }
    }

    private void ruler() {
        Word current = scale.term(figure.likelihood());
        double mark = share(figure.likelihood().value());
        boolean left = figure.likelihood().compareTo(LABEL_ON_THE_LEFT) > 0;
        canvas.line(0, RULER, WIDTH, RULER, "axis");
        for (Word word : scale.words()) {
            end(word.from(), "middle", mark);
            if (word.adjacent().isEmpty() && !isCovered(word, current)) {
                term(word, word.equals(current) ? "tick strong" : "tick");
            }
        }
        end(scale.words().get(scale.words().size() - 1).to(), "end", mark);
        double low = share(figure.low().value());
        canvas.box(low, RULER - 5, share(figure.high().value()) - low, 5, "mark");
        canvas.path("M" + Canvas.number(mark) + " " + (RULER + 1) + "l-6 11h12Z", "mark");
        double points = figure.rows().get(figure.rows().size() - 1).to();
        double bottom = FAN + ROW * figure.rows().size() - ROW / 2.0 + 2;
        canvas.path("M" + curve(mark, x(points)) + "V" + Canvas.number(bottom), "plumb");
        canvas.label(
                isCrowded(mark, left) ? besideTheCurve(mark, x(points), left) : mark + (left ? -10 : 10),
                RULER + (isCrowded(mark, left) ? 32 : 17),
                left ? "end" : "start",
                "figure strong halo",
                figure.text());
    }

    /** In the middle of the way from the mark to the points the curve has gone half of it. */
    private static double besideTheCurve(double mark, double points, boolean left) {
        double middle = (mark + points) / 2;
        return left ? Math.min(mark - 10, middle - 14) : Math.max(mark + 10, middle + 14);
    }

    /** Whether the number of an end stands where the figure of the likelihood would: the figure is then a line lower. */
    private boolean isCrowded(double mark, boolean left) {
        double room = 10 + LETTER * (figure.text().length() + 2);
        return scale.words().stream()
                .flatMap(word -> Stream.of(word.from(), word.to()))
                .mapToDouble(end -> left ? mark - share(end) : share(end) - mark)
                .anyMatch(beyond -> beyond > 0 && beyond < room);
    }

    /** The lowest two bands of ICD 203 share the room for one term. */
    private boolean isCovered(Word word, Word current) {
        Word lowest = LikelihoodScale.of(Band.BELOW_ONE_PERCENT);
        return current.equals(lowest) ? word.from() == lowest.to() : word.equals(lowest);
    }

    /** An end of a band, with its number unless that of 0 or the line of the likelihood goes through it. */
    private void end(int percent, String anchor, double mark) {
        double x = share(percent);
        canvas.line(x, RULER, RULER + 8, "axis");
        if (Math.abs(x - mark) > LETTER && percent != Band.BELOW_ONE_PERCENT.to()) {
            canvas.label(x, RULER + 20, anchor, "tick", Integer.toString(percent));
        }
    }

    private void term(Word word, String kind) {
        boolean first = word.from() <= Band.BELOW_ONE_PERCENT.to();
        boolean last = word.to() >= 99;
        double x = first ? 0 : last ? WIDTH : (share(word.from()) + share(word.to())) / 2;
        canvas.above(x, RULER - 10, 13, first ? "start" : last ? "end" : "middle", kind, word.term(), LETTERS);
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
        canvas.line(LENGTH + 8, FAN - 2, foot, "strand");
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
