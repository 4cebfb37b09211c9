package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Grade;
import org.junit.jupiter.api.Test;

/** Grades follow from coordinates by cumulated probabilities. */
class GradeDistributionTest {

    private static final long QUARTER = 1L << 61;

    @Test
    void gradesChangeExactlyAtTheCumulatedProbabilities() {
        GradeDistribution some = GradeDistribution.of(0.25, 0, 0.25, 0.5, 0, 0);
        assertThat(grades(some, 0, QUARTER - 1, QUARTER, 2 * QUARTER - 1, 2 * QUARTER, Long.MAX_VALUE))
                .containsExactly(0, 0, 2, 2, 3, 3);
    }

    @Test
    void probabilitiesBetweenTheStepsOfTheGuideAreExact() {
        GradeDistribution rare = GradeDistribution.of(1e-12, 0.3, 0, 0, 0, 0.7 - 1e-12);
        long first = (long) (1e-12 * 0x1p63);
        long second = (long) ((1e-12 + 0.3) * 0x1p63);
        assertThat(grades(rare, 0, first - 1, first, second - 1, second, Long.MAX_VALUE))
                .containsExactly(0, 0, 1, 1, 5, 5);
    }

    @Test
    void roundedSumReachesTheEndOfTheScale() {
        GradeDistribution rounded = GradeDistribution.of(0, 0.1, 0.7, 0.2 - 5e-10, 0, 0);
        assertThat(grades(rounded, 0, Long.MAX_VALUE)).containsExactly(1, 3);
        assertThat(grades(GradeDistribution.uniform(Grade.HIGH, Grade.HIGH), 0, Long.MAX_VALUE))
                .containsExactly(4, 4);
    }

    @Test
    void otherWeightsAreRejected() {
        for (double[] weights : new double[][] {
            {0.5, 0.5}, {0.5, 0.6, 0, 0, 0, 0}, {1.5, -0.5, 0, 0, 0, 0}, {Double.NaN, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}
        }) {
            assertThatThrownBy(() -> GradeDistribution.of(weights))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not 6 probabilities with sum 1: [");
        }
    }

    private static byte[] grades(GradeDistribution distribution, long... coordinates) {
        byte[] grades = new byte[coordinates.length];
        distribution.grades(coordinates, coordinates.length, grades, 0);
        return grades;
    }
}
