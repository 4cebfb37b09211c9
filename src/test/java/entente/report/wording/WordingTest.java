package entente.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

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

    private static final Figures FIGURES = new Figures(LikelihoodScale.ICD203);

    private static String plain(String text) {
        return text.replace(Wording.GLUE, ' ');
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.1 % or less", // the end of the scale
        "999, 99.9 % or more",
        "4, 0.4 %",
        "996, 99.6 %", // never certain
        "11, 1.1 %",
        "49, 4.9 %",
        "50, 5 %",
        "125, 13 %",
        "198, 19.8 %", // 20 % would be unlikely (20–45 %)
        "447, 44.7 %",
        "513, 51 %"
    })
    void likelihoodIsWholeUnlessThatWouldMislead(int tenths, String printed) {
        assertThat(plain(FIGURES.of(new Percent(tenths)))).isEqualTo(printed);
    }

    @Test
    void endsThatRoundToTheSameHaveDecimals() {
        assertThat(plain(FIGURES.span(new Percent(56), new Percent(60), new Percent(69))))
                .isEqualTo("5.6 % to 6.9 %");
        assertThat(plain(FIGURES.span(new Percent(66), new Percent(94), new Percent(121))))
                .isEqualTo("7 % to 12 %");
        assertThat(plain(FIGURES.span(Percent.LOWEST, new Percent(50), new Percent(73))))
                .isEqualTo("0.1 % or less to 7 %");
    }

    /** What is printed beside a difference to the tenth has that difference, and two figures that differ are never printed alike. */
    @Test
    void aPairShowsItsDifference() {
        for (int before = 1; before <= 999; before += 2) {
            for (int after = 1; after <= 999; after += 3) {
                Figures.Pair pair = FIGURES.pair(new Percent(before), new Percent(after));
                assertThat(Math.round(10 * (number(pair.after()) - number(pair.before()))))
                        .as("%s and %s tenths", before, after)
                        .isEqualTo(after - before);
            }
        }
        assertThat(FIGURES.pair(new Percent(100), new Percent(100)).before()).startsWith("10" + Wording.GLUE);
    }

    private static double number(String figure) {
        return Double.parseDouble(figure.replaceAll("[≤≥%\u00A0]", ""));
    }
}
