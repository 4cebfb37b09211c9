package entente.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Points;
import entente.testkit.Property;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CeilingTest {

    @Test
    void orderMatchesAllSums() {
        int less = 0;
        for (int n = 0; n < 20 * Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Ceiling first = any(random);
            Ceiling second = any(random);
            boolean expected = IntStream.rangeClosed(-5_000, 10_000)
                    .mapToObj(Points::new)
                    .anyMatch(points -> first.apply(points).compareTo(second.apply(points)) < 0);
            assertThat(first.leavesLess(second))
                    .as("case %s: %s and %s", n, first, second)
                    .isEqualTo(expected);
            less += expected ? 1 : 0;
        }
        assertThat(less).isBetween(2 * Property.cases(), 18 * Property.cases());
    }

    private static Ceiling any(SplittableRandom random) {
        return Ceiling.of(
                CeilingKind.SWITCH, percent(random), random.nextInt(0, 101) / 100.0, percent(random), "for the test");
    }

    private static OptionalDouble percent(SplittableRandom random) {
        return random.nextInt(5) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(random.nextInt(1, 100) / (random.nextBoolean() ? 1.0 : 1.5));
    }
}
