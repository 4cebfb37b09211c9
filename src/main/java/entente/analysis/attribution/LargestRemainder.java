package entente.analysis.attribution;

import entente.model.Fraction;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Largest remainder method: shares are rounded down, and the missing units go to the largest remainders. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Rounds each share up or down; among equal remainders the first is rounded up first.
     *
     * @param total the required sum of the rounded shares: the exact sum, itself rounded up or down
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
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).fractionalPart())
                        .reversed())
                .toList();
        if (left < 0 || left > cut.size()) {
            throw new IllegalArgumentException("shares do not sum to " + total);
        }
        cut.subList(0, left).forEach(i -> rounded[i]++);
        return rounded;
    }

    /** Rounds a tree of exact shares from the top down, so that every level adds up. */
    public static Share round(Share share, int printed) {
        int[] within = round(
                share.parts().stream().map(Share::exact).toList(), share.parts().isEmpty() ? 0 : printed);
        return new Share(
                share.ids(),
                share.exact(),
                printed,
                IntStream.range(0, within.length)
                        .mapToObj(i -> round(share.parts().get(i), within[i]))
                        .toList());
    }
}
