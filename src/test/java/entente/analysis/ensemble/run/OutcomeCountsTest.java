package entente.analysis.ensemble.run;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Relationship;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomeCountsTest {

    private static final Relationship[] STATES = Relationship.values();

    private static OutcomeCount outcome(int points, int state, long variants, double weight) {
        long high = ExactWeight.high(weight);
        return new OutcomeCount(points, STATES[state], variants, new ExactWeight(high, ExactWeight.low(weight, high)));
    }

    @Test
    void manyOutcomesAreCountedInAnyOrder() {
        List<OutcomeCount> all = new ArrayList<>();
        for (int points = -2_000_000; points <= 2_000_000; points += 1000) {
            for (int state = 0; state < STATES.length; state++) {
                all.add(outcome(points, state, 1 + state, 0));
                all.add(outcome(points, state, 10, 0));
            }
        }
        Collections.shuffle(all, new Random(1));
        OutcomeCounts counts = new OutcomeCounts();
        all.forEach(counts::add);
        assertThat(counts.sorted())
                .hasSize(4001 * STATES.length)
                .allSatisfy(counted -> assertThat(counted.variants())
                        .isEqualTo(11 + counted.relationship().ordinal()));
        assertThat(counts.sorted().get(0).points()).isEqualTo(-2_000_000);
        assertThat(counts.variants()).isEqualTo(4001L * (7 * 11 + 21));
    }

    /** Against arithmetic without any rounding but the cut after 120 bits. */
    @Test
    void weightsAreSummedExactlyInAnyOrder() {
        Random random = new Random(2);
        List<OutcomeCount> all = new ArrayList<>();
        BigInteger expected = BigInteger.ZERO;
        for (int n = 0; n < 10_000; n++) {
            double weight = random.nextDouble() * Math.pow(2, -10 - random.nextInt(100));
            all.add(outcome(5, 2, 1, weight));
            expected = expected.add(new BigDecimal(weight)
                    .multiply(new BigDecimal(BigInteger.TWO.pow(120)))
                    .setScale(0, RoundingMode.FLOOR)
                    .toBigIntegerExact());
        }
        String digest = "";
        for (int order = 0; order < 3; order++) {
            Collections.shuffle(all, random);
            OutcomeCounts counts = new OutcomeCounts();
            all.forEach(counts::add);
            ExactWeight sum = counts.sorted().get(0).weight();
            assertThat(BigInteger.valueOf(sum.high()).shiftLeft(60).add(BigInteger.valueOf(sum.low())))
                    .isEqualTo(expected);
            assertThat(sum.value()).isEqualTo(new BigDecimal(expected).doubleValue() / Math.pow(2, 120));
            assertThat(counts.sha256()).isEqualTo(order == 0 ? counts.sha256() : digest);
            digest = counts.sha256();
        }
    }
}
