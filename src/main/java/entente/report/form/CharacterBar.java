package entente.report.form;

import entente.model.Percent;
import java.util.Arrays;

/**
 * Bars over one axis, drawn in characters.
 *
 * @param width columns
 * @param blank the character of an empty column
 */
public record CharacterBar(Axis axis, Percent now, int width, char blank) {

    /** From the lowest to the highest likelihood, through the line of the present one. */
    public String of(SwingFigure.Bar bar) {
        int low = column(bar.low().likelihood());
        int high = column(bar.high().likelihood());
        int here = here();
        char[] signs = filled(blank);
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

    /** The scale itself, with a mark at the present likelihood. */
    public String ruler() {
        char[] ruler = filled('─');
        axis.borders().forEach(border -> ruler[column(border)] = '┼');
        ruler[0] = '├';
        ruler[width - 1] = '┤';
        ruler[here()] = '▼';
        return new String(ruler);
    }

    public int here() {
        return column(now);
    }

    public int column(double percent) {
        return axis.column(percent, width);
    }

    private int column(Percent percent) {
        return axis.column(percent, axis.borders(), width);
    }

    private char[] filled(char sign) {
        char[] line = new char[width];
        Arrays.fill(line, sign);
        return line;
    }
}
