package entente.report.html;

import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.SwingFigure;
import entente.report.wording.Wording;

/** The tornado chart as SVG: striped below the present likelihood, solid above. */
public final class TornadoChart {

    private static final int WIDTH = 960;
    private static final int TOP = 74;
    private static final int LABELS = 340;
    private static final int LEFT = 400;
    private static final int RIGHT = 890;
    private static final int ROW = 24;
    private static final int BAR = 14;

    private final Chart.Canvas canvas = new Chart.Canvas();
    private final SwingFigure figure;
    private final Axis axis;

    private TornadoChart(SwingFigure figure) {
        this.figure = figure;
        this.axis = Axis.over(figure);
    }

    /** Called by the template. */
    public static Chart of(SwingFigure figure) {
        TornadoChart chart = new TornadoChart(figure);
        int height = TOP + ROW * figure.bars().size() + 10;
        chart.legend();
        chart.marks(height);
        int y = TOP;
        for (SwingFigure.Bar bar : figure.bars()) {
            chart.row(bar, y);
            y += ROW;
        }
        chart.canvas.line(chart.x(figure.now()), TOP - 6, height - 6, "now");
        return new Chart("chart", figure.heading(), figure.description(), WIDTH, height, chart.canvas.shapes());
    }

    private void legend() {
        swatch(0, "below", "lower than now");
        swatch(150, "above", "higher than now");
        canvas.line(316, 4, 20, "now");
        canvas.label(326, 17, "start", "", "the likelihood now, " + figure.text());
        canvas.line(560, 4, 20, "edge");
        canvas.label(570, 17, "start", "", "where another band begins");
    }

    private void swatch(int x, String kind, String words) {
        canvas.box(x, 5, 28, BAR, kind);
        canvas.label(x + 36, 17, "start", "", words);
    }

    /** Where bands begin, with the names of those that have room, and the numbers of the ticks. */
    private void marks(int height) {
        double before = LEFT;
        for (int border : axis.borders()) {
            canvas.line(x(border), TOP - 6, height - 6, "edge");
            band(before, x(border), new Percent(border * 10 - 1));
            before = x(border);
        }
        band(before, RIGHT, new Percent(axis.to().tenths() - 1));
        for (Percent tick : axis.ticks()) {
            boolean end = tick.equals(axis.from()) || tick.equals(axis.to());
            canvas.line(x(tick), TOP - 6, end ? height - 6 : TOP - 2, "end");
            String unit = tick.equals(axis.to()) ? Wording.GLUE + "%" : "";
            canvas.label(x(tick), TOP - 12, "middle", "faint", Axis.number(tick) + unit);
        }
    }

    private void band(double from, double to, Percent inside) {
        String term = inside.band().term();
        if (to - from > 6.6 * term.length()) {
            canvas.label((from + to) / 2, TOP - 28, "middle", "faint", term);
        }
    }

    private void row(SwingFigure.Bar bar, int y) {
        double middle = y + ROW / 2.0;
        canvas.label(LABELS, middle + 4.5, "end", "", bar.label());
        double now = x(figure.now());
        double low = x(bar.low().likelihood());
        double high = x(bar.high().likelihood());
        double top = middle - BAR / 2.0;
        if (low < now) {
            canvas.box(low, top, Math.min(high, now) - low, BAR, "below");
        }
        if (high > now) {
            double from = Math.max(low, now);
            canvas.box(from, top, high - from, BAR, "above");
        }
        String lowest = bar.figures().before();
        String highest = bar.figures().after();
        canvas.label(Math.min(low, now) - 6, middle + 4.5, "end", "figure", lowest);
        canvas.label(Math.max(high, now) + 6, middle + 4.5, "start", "figure", highest);
    }

    private double x(Percent percent) {
        return x(percent.value());
    }

    private double x(double percent) {
        return LEFT + axis.share(percent) * (RIGHT - LEFT);
    }
}
