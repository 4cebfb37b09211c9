package entente.analysis.comparison;

import entente.model.Fraction;
import entente.rulebook.InterruptionCheck;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Shapley values (Shapley 1953): each player's average marginal contribution over all orders of arrival. They are
 * efficient, symmetric and zero for null players. Exact: every coalition is evaluated, and averages are fractions.
 */
public final class ShapleyValues {

    /** The largest supported number of players: some 262,000 coalitions. */
    public static final int MAX_PLAYERS = 18;

    private ShapleyValues() {}

    /**
     * The value of each player.
     *
     * @param players number of players, up to {@link #MAX_PLAYERS}
     * @param value value of a coalition; bit n stands for player n
     */
    public static List<Fraction> of(int players, IntFunction<BigInteger> value) {
        if (players > MAX_PLAYERS) {
            throw new IllegalArgumentException("too many players for exact Shapley values: " + players);
        }
        BigInteger[] values = IntStream.range(0, 1 << players).mapToObj(value).toArray(BigInteger[]::new);
        BigInteger[] orders = orderCounts(players);
        List<Fraction> shares = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            InterruptionCheck.check();
            BigInteger[] added = marginalContributions(values, players, player);
            BigInteger sum = BigInteger.ZERO;
            for (int size = 0; size < players; size++) {
                sum = sum.add(added[size].multiply(orders[size]));
            }
            shares.add(new Fraction(sum, factorial(players)));
        }
        return shares;
    }

    /** Marginal contributions of a player to the coalitions without it, summed by size of the coalition. */
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

    /** By size of a coalition: the number of orders in which exactly its members precede a given player. */
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
