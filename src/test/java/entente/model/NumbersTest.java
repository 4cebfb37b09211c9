package entente.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.0, 0",
        "0e999999999, 0",
        "1, 1",
        "-3.5, -3.5",
        "1e2, 100",
        "1E-2, 0.01",
        "4.9e-324, 4.9e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "0.1000000000000000055511151231257827, 0.1"
    })
    void parsesFiniteNumbers(String raw, double value) {
        assertThat(Numbers.finite(raw)).isEqualTo(Optional.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e309",
                "1e999999999",
                "1e-400",
                "-1e-999999999",
                "1e99999999999",
                "NaN",
                "Infinity",
                "",
                "0x1F",
                "1_000",
                "1,5",
                "1e",
                "--1"
            })
    void rejectsOtherText(String raw) {
        assertThat(Numbers.finite(raw)).isEmpty();
    }

    @Test
    void minusZeroIsZero() {
        assertThat(Double.doubleToLongBits(Numbers.finite("-0.0").orElseThrow()))
                .isZero();
        assertThat(Numbers.plain(-0.0)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "5.0, 5",
        "5.10, 5.1",
        "1e3, 1000",
        "1e-7, 0.0000001",
        "-0.5, -0.5",
        "1e21, 1000000000000000000000"
    })
    void writesOneForm(double value, String plain) {
        assertThat(Numbers.plain(value)).isEqualTo(plain);
    }

    @Test
    void writtenNumbersAreReadBackUnchanged() {
        Random random = new Random(485);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                assertThat(Numbers.finite(Numbers.plain(value))).isEqualTo(Optional.of(value));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "' 3.5 ', 3.5", "'11,1', 11.1", "11.1 %, 11.1", "'-0,25%', -0.25", "'1234,5', 1234.5"})
    void suggestsNumberForText(String text, String number) {
        assertThat(Numbers.suggestion(text)).isEqualTo(Optional.of(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "unknown", "", "%", "1,500", "1.2.3", "1e999", "12 percent", "0x1F", "+3"})
    void suggestsNothingForOtherText(String text) {
        assertThat(Numbers.suggestion(text)).isEmpty();
    }
}
