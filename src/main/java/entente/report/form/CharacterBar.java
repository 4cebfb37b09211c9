package entente.report.form;

import entente.model.Percent;
import java.util.Arrays;

/** Bars over one axis, drawn in characters: dots instead of blanks, which a browser would collapse. */
public record CharacterBar(Axis axis, Percent now) {

    /** Columns. */
    private static final int WIDTH = 24;

    /** From the lowest to the highest likelihood, through the line of the present one. */
    public String of(SwingFigure.Bar bar) {
        int low = column(bar.low().likelihood());
        int high = column(bar.high().likelihood());
        int here = here();
        char[] signs = new char[WIDTH];
        Arrays.fill(signs, '·');
        signs[here] = '│';
        if (low < high) {
            Arrays.fill(signs, low, high, '─');
            signs[low] = '├';
            signs[high] = '┤';
        }
        if (low == high) {
            signs[low] = '┼';
        } else if (low < here && here < high) {
            signs[here] = '┼';
        }
        return new String(signs);
    }

    public int here() {
        return column(now);
    }

    public int column(double percent) {
        return axis.column(percent, WIDTH);
    }

    private int column(Percent percent) {
        return axis.column(percent, axis.borders(), WIDTH);
    }
}
