package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LikelihoodRulerTest {

    private static final int NAMES = 0;
    private static final int RULER = 2;
    private static final int FIGURES = 3;
    private static final int BRACKET = 4;

    private static List<String> drawn(LikelihoodScale scale, int low, int point, int high) {
        TextPage page = new TextPage(TextStyle.PLAIN);
        Interval interval = new Interval(new Percent(low), new Percent(high), true);
        LikelihoodRuler.draw(page, new LikelihoodFigure(scale, new Percent(point), interval));
        return page.toString().lines().toList();
    }

    /** The columns of the band limits on the ruler, by their percentage. */
    private static TreeMap<Integer, Integer> marks(LikelihoodScale scale) {
        List<String> lines = drawn(scale, 500, 500, 500);
        TreeMap<Integer, Integer> marks = new TreeMap<>();
        String figures = lines.get(FIGURES);
        List<Integer> percents = scale == LikelihoodScale.ICD203
                ? List.of(0, 1, 5, 20, 45, 55, 80, 95, 100)
                : List.of(0, 5, 10, 20, 25, 35, 40, 50, 55, 75, 80, 90, 95, 100);
        int from = 0;
        int at = 0;
        for (int percent : percents) {
            while ("├┤┼".indexOf(lines.get(RULER).charAt(at)) < 0) {
                at++;
            }
            from = figures.indexOf(Integer.toString(percent), from);
            assertThat(Math.abs(at - from))
                    .as("figure %d stands under its mark", percent)
                    .isLessThanOrEqualTo(2);
            marks.put(percent, at);
            from += Integer.toString(percent).length();
            at++;
        }
        return marks;
    }

    @Test
    void everyTenthOfAPercentIsMarkedInItsBand() {
        TreeMap<Integer, Integer> marks = marks(LikelihoodScale.ICD203);
        for (int tenths = 1; tenths <= 999; tenths++) {
            Band band = new Percent(tenths).band();
            int from = band.from();
            int to = band == Band.ALMOST_CERTAIN ? 100 : band.to();
            assertThat(drawn(LikelihoodScale.ICD203, tenths, tenths, tenths)
                            .get(RULER)
                            .indexOf('▲'))
                    .as("%s tenths", tenths)
                    .isGreaterThan(marks.get(from))
                    .isLessThan(marks.get(to));
        }
    }

    @Test
    void everyTenthOfAPercentIsMarkedInItsTermOrGap() {
        TreeMap<Integer, Integer> marks = marks(LikelihoodScale.PHIA);
        for (int tenths = 1; tenths <= 999; tenths++) {
            var word = LikelihoodScale.PHIA.term(new Percent(tenths));
            assertThat(drawn(LikelihoodScale.PHIA, tenths, tenths, tenths)
                            .get(RULER)
                            .indexOf('▲'))
                    .as("%s tenths, %s", tenths, word.term())
                    .isGreaterThan(marks.get(word.from()))
                    .isLessThan(marks.get(word.to()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void markIsMonotonic(LikelihoodScale scale) {
        int last = 0;
        for (int tenths = 1; tenths <= 999; tenths++) {
            int column = drawn(scale, tenths, tenths, tenths).get(RULER).indexOf('▲');
            assertThat(column).isGreaterThanOrEqualTo(last);
            last = column;
        }
    }

    @Test
    void middleOfABandIsMarkedInItsMiddle() {
        TreeMap<Integer, Integer> marks = marks(LikelihoodScale.ICD203);
        Map<Integer, Integer> bands = Map.of(1, 5, 5, 20, 20, 45, 45, 55, 55, 80, 80, 95, 95, 100);
        bands.forEach((from, to) -> assertThat(
                        drawn(LikelihoodScale.ICD203, (from + to) * 5, (from + to) * 5, (from + to) * 5)
                                .get(RULER)
                                .indexOf('▲'))
                .as("%d to %d", from, to)
                .isBetween((marks.get(from) + marks.get(to)) / 2, (marks.get(from) + marks.get(to) + 1) / 2));
    }

    @ParameterizedTest
    @EnumSource
    void rulerHasOnlyTermsOfItsStandard(LikelihoodScale scale) {
        String names = drawn(scale, 100, 100, 100).get(NAMES) + " "
                + drawn(scale, 100, 100, 100).get(NAMES + 1);
        if (scale == LikelihoodScale.ICD203) {
            assertThat(names)
                    .contains("almost no", "very", "roughly", "even")
                    .doesNotContain("remote", "highly", "realistic");
        } else {
            assertThat(names).contains("remote", "highly", "realistic").doesNotContain("almost no", "very", "roughly");
        }
    }

    @Test
    void noBracketWithoutInterval() {
        assertThat(drawn(LikelihoodScale.ICD203, 59, 59, 59)).hasSize(BRACKET);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void bracketSpansTheIntervalWithin80Columns(LikelihoodScale scale) {
        for (int low = 1; low <= 999; low += 7) {
            for (int high = low + 1; high <= 999; high += 13) {
                List<String> lines = drawn(scale, low, low, high);
                String bracket = lines.get(BRACKET);
                int from = lines.get(RULER).indexOf('▲');
                int to = drawn(scale, high, high, high).get(RULER).indexOf('▲');
                assertThat(bracket.indexOf('╰')).isEqualTo(from);
                assertThat(bracket.indexOf('╯')).isEqualTo(Math.max(from + 1, to));
                assertThat(lines)
                        .allSatisfy(line -> assertThat(TextPage.width(line)).isLessThanOrEqualTo(TextPage.WIDTH));
            }
        }
    }
}
