package entente.report.html;

import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.SeriesFigure;
import entente.report.form.SeriesFigure.Point;
import entente.report.form.TextPage;
import entente.report.wording.ContrastText;
import entente.report.wording.Wording;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Likelihoods over time as a line over bands, with an interval as a whisker and alternatives as a fan at its end. */
public final class SeriesChart {

    private static final int LEFT = 200;
    private static final int TOP = 44;
    private static final int BOTTOM = 384;
    private static final int SIDE = 44;
    /** The least distance of two steps, so that no label touches another. */
    private static final int COLUMN = 72;

    /** A band lower than this is too low for its term. */
    private static final int LEAST_ROOM = 10;

    private static final int LETTERS = 11;
    private static final int MOST_LINES = 5;
    private static final int LINE = 15;
    private static final int LENGTH = 780;
    private static final int FAN = 12;
    private static final int NAMES = 270;
    private static final int NAME = 28;

    private final Chart.Canvas canvas = new Chart.Canvas();
    private final SeriesFigure figure;
    private final List<Double> positions;
    private final double right;

    private SeriesChart(SeriesFigure figure) {
        this.figure = figure;
        this.positions = positions(figure.steps());
        double end = positions.isEmpty() ? LEFT : positions.get(positions.size() - 1);
        this.right = end + SIDE + FAN * figure.alternatives().size();
    }

    /** Called by the template. */
    public static Chart of(SeriesFigure figure) {
        SeriesChart chart = new SeriesChart(figure);
        chart.bands();
        chart.legend();
        chart.fan();
        chart.course();
        int width = (int) Math.ceil(chart.right) + (figure.alternatives().isEmpty() ? 30 : NAMES);
        int lines = figure.steps().stream()
                .mapToInt(point -> name(point).size())
                .max()
                .orElse(0);
        return new Chart(
                "series",
                ContrastText.CHART,
                figure.description(),
                width,
                BOTTOM + 44 + LINE * lines,
                chart.canvas.shapes());
    }

    /** A column for each step, and what room is left in proportion to the time between. */
    private static List<Double> positions(List<Point> steps) {
        List<Double> positions = new ArrayList<>();
        double x = LEFT + SIDE;
        double spare = Math.max(0, LENGTH - (steps.size() - 1.0) * COLUMN);
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                long whole = days(steps.get(0), steps.get(steps.size() - 1));
                x += COLUMN + (whole == 0 ? 0 : spare * days(steps.get(i - 1), steps.get(i)) / whole);
            }
            positions.add(x);
        }
        return positions;
    }

    private static long days(Point from, Point to) {
        return ChronoUnit.DAYS.between(from.date(), to.date());
    }

    private void bands() {
        List<Word> words = figure.scale().words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            double top = y(word.end());
            if (word.adjacent().isEmpty()) {
                canvas.box(LEFT, top, right - LEFT, y(word.from()) - top, i % 2 == 0 ? "band" : "band-odd");
            }
            if (word.adjacent().isEmpty() && y(word.from()) - top >= LEAST_ROOM) {
                canvas.label(LEFT - 40, (top + y(word.from())) / 2 + 4.5, "end", "faint", word.term());
            }
        }
        for (Percent tick : Axis.WHOLE.ticks()) {
            canvas.label(LEFT - 8, y(tick) + 4.5, "end", "faint", Axis.number(tick));
        }
    }

    private void legend() {
        canvas.dot(LEFT + 6, 14, 4.5, "dot");
        canvas.label(LEFT + 18, 18.5, "start", "", "likelihood");
        whisker(LEFT + 110, 5, 23);
        canvas.label(LEFT + 122, 18.5, "start", "", "what open readings allow");
        if (figure.steps().stream().anyMatch(Point::inForce)) {
            canvas.dot(LEFT + 318, 14, 8, "event");
            canvas.label(LEFT + 332, 18.5, "start", "", "an alliance was in force");
        }
    }

    private void course() {
        List<Point> steps = figure.steps();
        for (int i = 1; i < steps.size(); i++) {
            canvas.line(positions.get(i - 1), y(steps.get(i - 1)), positions.get(i), y(steps.get(i)), "course");
        }
        for (int i = 0; i < steps.size(); i++) {
            Point point = steps.get(i);
            double x = positions.get(i);
            point(x, point);
            figure(i, x, point);
            String date = point.date().toString();
            canvas.label(x, BOTTOM + 18, "middle", "", date.substring(0, date.length() - 6));
            canvas.label(x, BOTTOM + 33, "middle", "small faint", date.substring(date.length() - 5));
            List<String> name = name(point);
            for (int line = 0; line < name.size(); line++) {
                canvas.label(x, BOTTOM + 50 + line * LINE, "middle", "small faint", name.get(line));
            }
        }
    }

    /** On the side that the line to the next step leaves free. */
    private void figure(int i, double x, Point point) {
        boolean last = i == positions.size() - 1;
        boolean branching = last && !figure.alternatives().isEmpty();
        boolean below = branching || (!last && y(figure.steps().get(i + 1)) < y(point));
        canvas.label(
                branching ? x : x + 8,
                y(point) + (below && y(point) < BOTTOM - 18 ? 19 : -9),
                branching ? "middle" : "start",
                "figure",
                Wording.percent(point.likelihood()));
    }

    private void fan() {
        List<Point> points = figure.alternatives();
        List<Double> rows = rows(points);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double x = fan(i);
            if (!positions.isEmpty()) {
                Point last = figure.steps().get(positions.size() - 1);
                canvas.line(positions.get(positions.size() - 1), y(last), x, y(point), "branch");
            }
            canvas.line(x, y(point), right + 6, rows.get(i), "end");
            canvas.label(
                    right + 10,
                    rows.get(i) + 4.5,
                    "start",
                    "",
                    Wording.percent(point.likelihood()) + " " + TextPage.shortened(point.label(), NAME));
        }
        for (int i = 0; i < points.size(); i++) {
            point(fan(i), points.get(i));
        }
    }

    /** The most likely on the right, so that the line to its name crosses no other point. */
    private double fan(int i) {
        return right - FAN * (i + 1.0);
    }

    /** Where the names of alternatives stand: each beside its point, and below the one before. */
    private List<Double> rows(List<Point> points) {
        List<Double> rows = new ArrayList<>();
        for (Point point : points) {
            double free = rows.isEmpty() ? TOP : rows.get(rows.size() - 1) + LINE + 1;
            rows.add(Math.max(free, y(point)));
        }
        double limit = BOTTOM;
        for (int i = rows.size() - 1; i >= 0; i--) {
            rows.set(i, Math.min(limit, rows.get(i)));
            limit = rows.get(i) - LINE - 1;
        }
        return rows;
    }

    private void point(double x, Point point) {
        if (point.interval().widthTenths() > 0) {
            whisker(x, y(point.interval().high()), y(point.interval().low()));
        }
        canvas.dot(x, y(point), 4.5, "dot");
        if (point.inForce()) {
            canvas.dot(x, y(point), 8, "event");
        }
    }

    private void whisker(double x, double high, double low) {
        canvas.line(x, high, low, "whisker");
        canvas.line(x - 4, high, x + 4, high, "whisker");
        canvas.line(x - 4, low, x + 4, low, "whisker");
    }

    private static List<String> name(Point point) {
        List<String> lines = TextPage.wrapped(point.label(), LETTERS);
        return lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
    }

    private double y(Point point) {
        return y(point.likelihood());
    }

    private double y(Percent percent) {
        return y(percent.value());
    }

    private static double y(double percent) {
        return BOTTOM - Axis.WHOLE.share(percent) * (BOTTOM - TOP);
    }
}
