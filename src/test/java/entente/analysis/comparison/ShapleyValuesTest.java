package entente.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShapleyValuesTest {

    private static final int GAMES = 300;

    /** The value of each coalition; the empty one has a value as well. */
    private static int[] game(SplittableRandom random, int players) {
        return random.ints(1 << players, -500, 500).toArray();
    }

    private static List<Fraction> shares(int players, int[] game) {
        return ShapleyValues.of(players, set -> BigInteger.valueOf(game[set]));
    }

    private static Fraction fraction(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    @Test
    void sharesAreTheAverageOverAllOrders() {
        SplittableRandom random = new SplittableRandom(2019);
        for (int n = 0; n < GAMES; n++) {
            int players = 1 + random.nextInt(6);
            int[] game = game(random, players);
            List<int[]> orders = new ArrayList<>();
            permute(new int[players], 0, 0, orders);
            List<Fraction> average = new ArrayList<>(Collections.nCopies(players, Fraction.ZERO));
            for (int[] order : orders) {
                int set = 0;
                for (int player : order) {
                    int added = game[set | 1 << player] - game[set];
                    average.set(player, average.get(player).plus(fraction(added, orders.size())));
                    set |= 1 << player;
                }
            }
            assertThat(shares(players, game)).isEqualTo(average);
        }
    }

    private static void permute(int[] order, int depth, int used, List<int[]> all) {
        if (depth == order.length) {
            all.add(order.clone());
            return;
        }
        for (int player = 0; player < order.length; player++) {
            if ((used & 1 << player) == 0) {
                order[depth] = player;
                permute(order, depth + 1, used | 1 << player, all);
            }
        }
    }

    @Test
    void noPlayersGiveNoSharesAndTooManyAreRejected() {
        assertThat(ShapleyValues.of(0, set -> BigInteger.TEN)).isEmpty();
        assertThatThrownBy(() -> ShapleyValues.of(ShapleyValues.MAX_PLAYERS + 1, set -> BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leftoverUnitsGoToTheLargestRemaindersFirstAmongEquals() {
        List<Fraction> shares =
                List.of(fraction(5, 2), fraction(7, 3), fraction(-5, 2), fraction(11, 3), Fraction.of(1));
        assertThat(Share.round(shares, 7)).containsExactly(3, 2, -3, 4, 1);
        assertThat(Share.round(List.of(fraction(1, 3), fraction(1, 3), fraction(1, 3)), 1))
                .containsExactly(1, 0, 0);
    }

    @Test
    void sharesThatDoNotSumToTheTotalAreRejected() {
        assertThatThrownBy(() -> Share.round(List.of(fraction(1, 2)), 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Share.round(List.of(Fraction.of(1)), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
