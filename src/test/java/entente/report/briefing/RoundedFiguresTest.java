package entente.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of briefings: whole where that misleads nobody. */
class RoundedFiguresTest {

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

    /** Beside an end below five, which has a decimal, the change stays a whole number. */
    @Test
    void changeIsWholeFromFivePointsUpWhereItsEndsShowIt() {
        assertThat(FIGURES.isWholeChange(new Percent(100), new Percent(513))).isTrue();
        assertThat(FIGURES.isWholeChange(new Percent(104), new Percent(516))).isFalse();
        assertThat(FIGURES.isWholeChange(new Percent(100), new Percent(120))).isFalse();
        assertThat(FIGURES.isWholeChange(new Percent(100), new Percent(10))).isTrue();
        assertThat(FIGURES.isWholeChange(new Percent(4), new Percent(506))).isTrue();
        assertThat(FIGURES.isWholeChange(new Percent(10), new Percent(56))).isFalse();
    }
}
