package entente.report.html;

import entente.report.form.LikelihoodFigure;

/** A likelihood and its interval on a yardstick. */
public final class LikelihoodChart {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 112;
    private static final int LINE = 56;

    private LikelihoodChart() {}

    /** Called by the template. */
    public static Chart of(LikelihoodFigure figure) {
        Chart.Canvas canvas = new Chart.Canvas();
        Yardstick yardstick = new Yardstick(canvas, figure.scale(), 20, 930, LINE, 6.8);
        yardstick.draw("rule", "faint", "strong", figure.point());
        boolean open = figure.interval().widthTenths() > 0;
        if (open) {
            double low = yardstick.x(figure.interval().low());
            canvas.box(low, LINE - 4, yardstick.x(figure.interval().high()) - low, 8, "open");
        }
        double point = yardstick.x(figure.point());
        // Below the bar, which it would hide where that is narrow.
        canvas.line(point, open ? LINE + 4 : LINE - 9, LINE + 26, "now");
        canvas.label(point, LINE + 42, "middle", "", figure.text());
        return new Chart(
                "likelihood",
                "The likelihood on a scale of words",
                figure.description(),
                WIDTH,
                HEIGHT,
                canvas.shapes());
    }
}
