package entente.analysis.attribution;

import entente.model.Fraction;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounding that adds up: every share is rounded down, and the units that are left go where most was cut off. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Each share rounded up or down; of equal remainders the first goes before.
     *
     * @param total what the rounded shares come to: the sum of the exact ones, itself rounded up or down
     */
    public static int[] round(List<Fraction> exact, int total) {
        int[] rounded = exact.stream()
                .map(Fraction::floor)
                .mapToInt(BigInteger::intValueExact)
                .toArray();
        int left = total - IntStream.of(rounded).sum();
        List<Integer> cut = IntStream.range(0, rounded.length)
                .boxed()
                .filter(i -> exact.get(i).fractionalPart().signum() > 0)
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).fractionalPart()).reversed())
                .toList();
        if (left < 0 || left > cut.size()) {
            throw new IllegalArgumentException("shares do not come to " + total);
        }
        cut.subList(0, left).forEach(i -> rounded[i]++);
        return rounded;
    }

    /** A tree of exact shares with what is printed for each, from the top down: on each level it adds up. */
    public static Share round(Share share, int printed) {
        int[] within = round(
                share.zzparts().stream().map(Share::exact).toList(),
                share.zzparts().isEmpty() ? 0 : printed);
        return new Share(
                share.ids(),
                share.exact(),
                printed,
                IntStream.range(0, within.length)
                        .mapToObj(i -> round(share.zzparts().get(i), within[i]))
                        .toList());
    }
}
