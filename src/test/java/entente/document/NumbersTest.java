package entente.document;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Numbers;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

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
