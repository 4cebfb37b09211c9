package entente.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arithmetic with doubles gives what decimal arithmetic gives for the numbers as they are written. */
class NumbersTest {

    private static final int CASES = 200_000;

    private final SplittableRandom random = new SplittableRandom(2019);

    @Test
    void roundingIsThatOfDecimalDigits() {
        for (int n = 0; n < CASES; n++) {
            double value = number();
            int decimals = random.nextInt(8);
            assertThat(Numbers.rounded(value, decimals))
                    .as("%s to %s decimals", value, decimals)
                    .isEqualTo(BigDecimal.valueOf(value)
                            .setScale(decimals, RoundingMode.HALF_EVEN)
                            .doubleValue());
        }
    }

    @Test
    void differenceIsThatOfDecimalDigits() {
        for (int n = 0; n < CASES; n++) {
            double more = number();
            double less = number();
            assertThat(Numbers.difference(more, less))
                    .as("%s less %s", more, less)
                    .isEqualTo(BigDecimal.valueOf(more)
                            .subtract(BigDecimal.valueOf(less))
                            .doubleValue());
        }
        assertThat(Numbers.difference(0.3, 0.1)).isEqualTo(0.2);
        assertThat(Double.toString(Numbers.difference(-0.0, 0.0))).isEqualTo("0.0");
    }

    @Test
    void justBelowHasOneDecimalPlaceMore() {
        for (int n = 0; n < CASES; n++) {
            double value = number();
            BigDecimal written = BigDecimal.valueOf(value).stripTrailingZeros();
            BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(0, written.scale()) + 1);
            assertThat(Numbers.justBelow(value))
                    .as("just below %s", value)
                    .isEqualTo(Math.min(written.subtract(unit).doubleValue(), Math.nextDown(value)));
        }
        assertThat(Numbers.justBelow(40)).isEqualTo(39.9);
    }

    @Test
    void percentagesAreRoundedByTheirDecimalDigits() {
        for (int hundredths = -4_000; hundredths <= 4_000; hundredths++) {
            Points points = new Points(hundredths);
            assertThat(Percent.unclampedTenths(points))
                    .as(points.toString())
                    .isEqualTo(BigDecimal.valueOf(points.percent())
                            .setScale(1, RoundingMode.HALF_EVEN)
                            .unscaledValue()
                            .intValueExact());
            assertThat(Percent.of(points).tenths())
                    .as(points.toString())
                    .isEqualTo(Math.max(1, Math.min(999, Percent.unclampedTenths(points))));
        }
    }

    /** Ties of roundings, the doubles beside them, whole numbers, numbers of many digits and both zeros. */
    private double number() {
        double written = BigDecimal.valueOf(random.nextInt(-200_000, 200_000), random.nextInt(9))
                .doubleValue();
        return switch (random.nextInt(6)) {
            case 0 -> Math.nextUp(written);
            case 1 -> Math.nextDown(written);
            case 2 -> written * random.nextInt(1_000_000);
            case 3 -> random.nextDouble(-1e12, 1e12);
            case 4 -> random.nextInt(4) == 0 ? -0.0 : Math.rint(written);
            default -> written;
        };
    }

    /** 1.005 is a tie in decimal digits, although its binary value is lower; 4.35 is a multiple of a hundredth. */
    @Test
    void decimalDigitsAreRoundedHalfEven() {
        for (int thousandths = -30_000; thousandths <= 30_000; thousandths++) {
            BigDecimal decimal = BigDecimal.valueOf(thousandths, 3);
            assertThat(Points.of(decimal.doubleValue()).hundredths())
                    .as(decimal.toString())
                    .isEqualTo(decimal.setScale(2, RoundingMode.HALF_EVEN)
                            .unscaledValue()
                            .intValueExact());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e9, -1e300})
    void invalidNumbersOfPointsAreRejected(double points) {
        assertThatThrownBy(() -> Points.of(points))
                .isInstanceOfAny(ArithmeticException.class, NumberFormatException.class);
    }
}
