package entente.analysis.attribution;

import entente.model.Fraction;
import entente.scoring.EvaluationInterruptedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The one way to split a joint effect that gives everybody what they add on average over all orders of arrival
 * (Shapley 1953): it adds up, gives nothing to whoever changes nothing, and treats equals alike. Exact: every set of
 * parts is tried, and the averages are fractions.
 */
public final class ShapleyValues {

    /** The most parts that are told apart: a quarter of a million sets to try. */
    public static final int MAX_PLAYERS = 18;

    private ShapleyValues() {}

    /**
     * The share of each part.
     *
     * @param players number of parts, up to {@link #MAX_PLAYERS}
     * @param value what a set of parts brings about together; bit n stands for part n
     */
    public static List<Fraction> of(int players, IntFunction<BigInteger> value) {
        if (players > MAX_PLAYERS) {
            throw new IllegalArgumentException("too many parts to try every set of them: " + players);
        }
        BigInteger[] values = IntStream.range(0, 1 << players).mapToObj(value).toArray(BigInteger[]::new);
        BigInteger[] orders = orderCounts(players);
        List<Fraction> shares = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            EvaluationInterruptedException.throwIfInterrupted();
            BigInteger[] added = marginalContributions(values, players, player);
            BigInteger sum = BigInteger.ZERO;
            for (int size = 0; size < players; size++) {
                sum = sum.add(added[size].multiply(orders[size]));
            }
            shares.add(new Fraction(sum, factorial(players)));
        }
        return shares;
    }

    /** What a part adds to the sets without it, summed over those of each size. */
    private static BigInteger[] marginalContributions(BigInteger[] values, int players, int player) {
        BigInteger[] added = new BigInteger[players];
        Arrays.fill(added, BigInteger.ZERO);
        for (int set = 0; set < values.length; set++) {
            if ((set & 1 << player) == 0) {
                int size = Integer.bitCount(set);
                BigInteger more = values[set | 1 << player].subtract(values[set]);
                added[size] = more.signum() == 0 ? added[size] : added[size].add(more);
            }
        }
        return added;
    }

    /** By the size of a set: in how many orders exactly that set has arrived before a given part. */
    public static BigInteger[] orderCounts(int players) {
        return IntStream.range(0, players)
                .mapToObj(size -> factorial(size).multiply(factorial(players - size - 1)))
                .toArray(BigInteger[]::new);
    }

    public static BigInteger factorial(int number) {
        return IntStream.rangeClosed(2, number)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
