package entente.report.html;

import entente.report.form.ProbabilityFigure;

/** Probabilities as bars from the left, all to one scale, as SVG. */
public final class ProbabilityChart {

    private static final int WIDTH = 960;
    private static final int LABELS = 190;
    private static final int RANGES = 270;
    private static final int LEFT = 290;
    private static final int RIGHT = 860;
    private static final int ROW = 30;
    private static final int BAR = 18;

    private ProbabilityChart() {}

    /** Called by the template. */
    public static Chart of(ProbabilityFigure figure) {
        Chart.Canvas canvas = new Chart.Canvas();
        int height = ROW * figure.bars().size() + 8;
        canvas.line(LEFT, 2, height - 2, "end");
        int y = 4;
        for (ProbabilityFigure.Bar bar : figure.bars()) {
            double middle = y + ROW / 2.0;
            canvas.label(LABELS, middle + 4.5, "end", "", bar.outcome());
            canvas.label(RANGES, middle + 4.5, "end", "faint", bar.range());
            double length = bar.probability() * (RIGHT - LEFT);
            if (bar.probability() > 0) {
                canvas.box(LEFT, middle - BAR / 2.0, length, BAR, "above");
            }
            canvas.label(LEFT + length + 8, middle + 4.5, "start", "figure", bar.text());
            y += ROW;
        }
        return new Chart("chart", figure.heading(), figure.description(), WIDTH, height, canvas.shapes());
    }
}
