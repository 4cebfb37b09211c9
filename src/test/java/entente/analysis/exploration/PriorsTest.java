package entente.analysis.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.Shape;
import entente.model.ValueRange;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How probable each grade of a reading is. */
class PriorsTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
    private static final GradeScale SHARE = new GradeScale(List.of(5.0, 15.0, 25.0, 33.0), false);
    private static final GradeScale ORDINAL =
            Shipped.BOOK.book().catalogue().indicator("shared_shock_severity").scale();

    private static double[] of(GradeScale scale, double value, double low, double high, Optional<Shape> shape) {
        Reading reading = Reading.known("any", value)
                .withRange(Optional.of(new ValueRange(value, low, high)))
                .withDistribution(shape.map(given -> given));
        return Priors.grades(reading, scale);
    }

    private static double[] expected(Map<Grade, Double> byGrade) {
        double[] expected = new double[Grade.values().length];
        byGrade.forEach((grade, probability) -> expected[grade.ordinal()] = probability);
        return expected;
    }

    /** The mode is at 15: a quarter of the mass lies below it where the range is three times longer above. */
    @Test
    void triangularRisesToItsMode() {
        assertThat(of(SHARE, 15, 10, 25, Optional.of(Shape.TRIANGULAR)))
                .containsExactly(expected(Map.of(Grade.LOW, 1 / 3.0, Grade.MODERATE, 2 / 3.0)), ROUNDING);
        assertThat(of(SHARE, 10, 10, 20, Optional.of(Shape.TRIANGULAR)))
                .containsExactly(expected(Map.of(Grade.LOW, 0.75, Grade.MODERATE, 0.25)), ROUNDING);
    }

    @Test
    void wholeNumbersOfARangeAreAlikeProbable() {
        assertThat(of(ORDINAL, 2, 1, 3, Optional.empty()))
                .containsExactly(
                        expected(Map.of(Grade.LOW, 1 / 3.0, Grade.MODERATE, 1 / 3.0, Grade.HIGH, 1 / 3.0)), ROUNDING);
    }

    @Test
    void probabilitiesAddUpToOneAndStayWithinTheGradesOfTheRange() {
        for (int n = 0; n < Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Indicator indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            double[] values = {
                RandomWorlds.value(random, indicator),
                RandomWorlds.value(random, indicator),
                RandomWorlds.value(random, indicator)
            };
            Arrays.sort(values);
            Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
            double[] found = of(indicator.scale(), values[1], values[0], values[2], Optional.of(shape));
            String where = indicator.id() + " " + shape + " " + Arrays.toString(values);
            assertThat(Arrays.stream(found).sum()).as(where).isCloseTo(1, ROUNDING);
            for (Grade grade : Grade.values()) {
                boolean within = grade.compareTo(indicator.scale().gradeOf(values[0])) >= 0
                        && grade.compareTo(indicator.scale().gradeOf(values[2])) <= 0;
                assertThat(found[grade.ordinal()]).as(where).isBetween(0.0, within ? 1.0 : 0.0);
            }
        }
    }
}
