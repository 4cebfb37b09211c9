package entente.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Catalogue;
import entente.model.Commitment;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.testkit.Shipped;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({"0, none", "1, one", "7, seven", "12, twelve", "13, 13", "41, 41"})
    void smallNumbersAreSpelledOut(int number, String written) {
        assertThat(Wording.count(number)).isEqualTo(written);
    }

    @Test
    void oneIsSingular() {
        assertThat(Wording.plural(1, "year", "years")).isEqualTo("one year");
        assertThat(Wording.plural(2, "year", "years")).isEqualTo("two years");
        assertThat(Wording.plural(5, "year", "years")).isEqualTo("five years");
    }

    @ParameterizedTest
    @CsvSource({"-1043, −10.43", "20, +0.20", "0, ±0.00", "-5, −0.05", "1000, +10.00"})
    void pointsHaveSignAndTwoDecimals(int hundredths, String written) {
        assertThat(Wording.points(new Points(hundredths))).isEqualTo(written);
    }

    @Test
    void zeroPointsAreADotInColumns() {
        assertThat(Wording.pointsOrDot(Points.ZERO)).isEqualTo("·");
        assertThat(Wording.pointsOrDot(new Points(-20))).isEqualTo("−0.20");
    }

    @ParameterizedTest
    @CsvSource({"5.9, 6", "52, 52", "1, 1.0", "0.44, 0.4", "4.96, 5", "99, 99", "0, 0.0"})
    void percentageIsWholeFromFiveUpWithANonBreakingSpace(double percent, String written) {
        assertThat(Wording.percent(percent)).isEqualTo(written + Wording.GLUE + "%");
    }

    @ParameterizedTest
    @CsvSource({"1, ≤ 0.1", "2, 0.2", "989, 99", "995, 99.5", "999, ≥ 99.9"})
    void endsOfTheScaleAreMarked(int tenths, String written) {
        assertThat(Figures.ICD203.onScale(new Percent(tenths), true).replace(Wording.GLUE, ' '))
                .isEqualTo(written + " %");
    }

    /** Below one half as a part of one, as a small decimal is hard to read. */
    @ParameterizedTest
    @CsvSource({
        "0.073, 1/14",
        "0.0015, 1/667",
        "0.1, a tenth",
        "0.25, a quarter",
        "0.35, a third",
        "0.5, half",
        "0.54, half",
        "0.56, 0.6 times",
        "0.8, 0.8 times",
        "1.3, 1.3 times",
        "1.97, twice",
        "2.04, twice",
        "2.3, 2.3 times",
        "3.04, three times",
        "13.4, 13 times"
    })
    void ratiosAreFactorsOrParts(double ratio, String written) {
        assertThat(Figures.times(ratio)).isEqualTo("about " + written + " as likely");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.96, 1, 1.04})
    void ratiosOfAboutOneAreNotTold(double ratio) {
        assertThat(Figures.times(ratio)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"34.78, 34.78", "150, 150", "-2, −2", "0, 0", "0.5, 0.5", "1000000, 1000000"})
    void numbersHaveNoTrailingZeros(double value, String written) {
        assertThat(Wording.figure(value)).isEqualTo(written);
    }

    @Test
    void enumNamesAreWrittenAsLowerCaseWords() {
        assertThat(Wording.word(Grade.VERY_HIGH)).isEqualTo("very high");
        assertThat(Wording.word(Relationship.STRATEGIC_PARTNERSHIP)).isEqualTo("strategic partnership");
        assertThat(Arrays.stream(Commitment.values()).map(state -> Wording.commitment(state, Catalogue.EMPTY)))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(VerdictFlag.values()).map(flag -> Wording.flag(flag, Catalogue.EMPTY)))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
    }

    @Test
    void labelOmitsTrailingParenthesis() {
        assertThat(Wording.label(Shipped.BOOK.book().catalogue().indicator("us_coalition_states_aligned")))
                .isEqualTo("Asian states aligned with the US against China");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A note", "A note.", " A note "})
    void sentenceEndsWithOneFullStop(String text) {
        assertThat(Wording.sentence(text)).isEqualTo("A note.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A question?", "An ellipsis …", "Two lines.\nTwo lines.", ""})
    void textWithFinalPunctuationIsUnchanged(String text) {
        assertThat(Wording.sentence(text)).isEqualTo(text);
    }

    @Test
    void firstLetterIsCapitalized() {
        assertThat(Wording.capitalized("two scenarios")).isEqualTo("Two scenarios");
    }
}
