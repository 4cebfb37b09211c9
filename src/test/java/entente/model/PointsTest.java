package entente.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

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
