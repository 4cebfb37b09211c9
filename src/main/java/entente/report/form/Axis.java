package entente.report.form;

import entente.model.Band;
import entente.model.Percent;
import entente.model.Points;
import entente.report.wording.Wording;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The scale of every yardstick, even in log odds: equal points have equal room. All of it, or what several bars need.
 *
 * @param from one of the ticks
 * @param to a later one
 */
public record Axis(Percent from, Percent to) {

    /** Likelihoods that have a number; the scale ends at the outer ones. */
    private static final List<Percent> TICKS = IntStream.of(1, 3, 10, 20, 50, 100, 200, 500, 800, 950, 999)
            .mapToObj(Percent::new)
            .toList();

    public static final Axis WHOLE = new Axis(Percent.LOWEST, Percent.HIGHEST);

    public static Axis over(SwingFigure figure) {
        List<Percent> ends = Stream.concat(
                        Stream.of(figure.now()),
                        figure.bars().stream()
                                .flatMap(bar -> Stream.of(
                                        bar.low().likelihood(), bar.high().likelihood())))
                .sorted()
                .toList();
        int from = TICKS.size() - 2;
        while (TICKS.get(from).compareTo(ends.get(0)) > 0) {
            from--;
        }
        int to = from + 1;
        while (TICKS.get(to).compareTo(ends.get(ends.size() - 1)) < 0) {
            to++;
        }
        return new Axis(TICKS.get(from), TICKS.get(to));
    }

    /** How far along the scale, from 0 to 1; what lies beyond an end is at it. */
    public double share(double percent) {
        double low = points(from.value());
        double inside = Math.max(from.value(), Math.min(to.value(), percent));
        return (points(inside) - low) / (points(to.value()) - low);
    }

    private static double points(double percent) {
        return Points.ofPercent(percent).value();
    }

    /** Of so many columns, counted from 0. */
    public int column(double percent, int columns) {
        return (int) Math.rint(share(percent) * (columns - 1));
    }

    /** The same, beside a border of bands unless the likelihood is at it or there is no column beside, to show the band. */
    public int column(Percent percent, List<Integer> borders, int columns) {
        int column = column(percent.value(), columns);
        for (int border : borders) {
            int side = Integer.signum(percent.tenths() - border * 10);
            if (column(border, columns) == column
                    && borders.stream().noneMatch(b -> column(b, columns) == column + side)) {
                return column + side;
            }
        }
        return column;
    }

    public List<Percent> ticks() {
        return TICKS.stream()
                .filter(tick -> tick.compareTo(from) >= 0 && tick.compareTo(to) <= 0)
                .toList();
    }

    /** Where a band begins between the ends. */
    public List<Integer> borders() {
        return Stream.of(Band.values())
                .map(Band::from)
                .filter(border -> border > from.value() && border < to.value())
                .toList();
    }

    /** The number of a tick. */
    public static String number(Percent tick) {
        return Wording.figure(tick.value());
    }
}
