package entente.report.form;

import entente.model.Band;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An even scale of likelihoods under several bars, in whole percents.
 *
 * @param from a multiple of five at or below every bar
 * @param to a multiple of five at or above every bar
 */
public record Axis(int from, int to) {

    private static final int STEP = 5;

    public static Axis over(SwingFigure figure) {
        int low = figure.now().tenths();
        int high = figure.now().tenths();
        for (SwingFigure.Bar bar : figure.bars()) {
            low = Math.min(low, bar.low().likelihood().tenths());
            high = Math.max(high, bar.high().likelihood().tenths());
        }
        int from = low / (10 * STEP) * STEP;
        int to = (high + 10 * STEP - 1) / (10 * STEP) * STEP;
        return new Axis(from, Math.max(to, from + STEP));
    }

    /** How far along the scale, from 0 to 1. */
    public double share(double percent) {
        return (percent - from) / (to - from);
    }

    /** Where the scale begins and ends, and where a band begins between. */
    public List<Integer> marks() {
        List<Integer> marks = new ArrayList<>(List.of(from));
        Arrays.stream(Band.values())
                .skip(1)
                .map(Band::from)
                .filter(edge -> edge > from && edge < to)
                .forEach(marks::add);
        marks.add(to);
        return marks;
    }
}
