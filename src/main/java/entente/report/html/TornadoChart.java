package entente.report.html;

import entente.model.Band;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.SwingFigure;
import entente.report.wording.Wording;
import java.util.List;

/** The tornado chart as SVG: striped below the present likelihood, solid above. */
public final class TornadoChart {

    private static final int WIDTH = 960;
    private static final int TOP = 74;
    private static final int LABELS = 340;
    private static final int LEFT = 400;
    private static final int RIGHT = 890;
    private static final int ROW = 24;
    private static final int BAR = 14;
    /** Between the numbers of two marks. */
    private static final int LEAST_ROOM = 16;

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
        canvas.label(326, 17, "start", "", "the likelihood now, " + Wording.percent(figure.now()));
        canvas.line(560, 4, 20, "edge");
        canvas.label(570, 17, "start", "", "where another band begins");
    }

    private void swatch(int x, String kind, String words) {
        canvas.box(x, 5, 28, BAR, kind);
        canvas.label(x + 36, 17, "start", "", words);
    }

    /** Where bands begin, with the names of those that have room. */
    private void marks(int height) {
        List<Integer> marks = axis.marks();
        for (int i = 0; i < marks.size(); i++) {
            int mark = marks.get(i);
            double x = x(mark);
            canvas.line(x, TOP - 6, height - 6, i == 0 || i == marks.size() - 1 ? "end" : "edge");
            if (i == 0 || x - x(marks.get(i - 1)) > LEAST_ROOM) {
                canvas.label(
                        x, TOP - 12, "middle", "faint", Integer.toString(mark) + (i == 0 ? Wording.GLUE + "%" : ""));
            }
            if (i > 0) {
                Band band = new Percent(marks.get(i - 1) * 10 + 1).band();
                double room = x - x(marks.get(i - 1));
                if (room > 7.5 * band.term().length()) {
                    canvas.label(x - room / 2, TOP - 28, "middle", "faint", band.term());
                }
            }
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
