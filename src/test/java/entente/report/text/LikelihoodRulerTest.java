package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LikelihoodRulerTest {

    private static final int NAMES = 0;
    private static final int RULER = 2;
    private static final int BRACKET = 4;

    private static List<String> drawn(LikelihoodScale scale, int low, int point, int high) {
        TextPage page = new TextPage(TextStyle.PLAIN);
        Interval interval = new Interval(new Percent(low), new Percent(high), true);
        LikelihoodRuler.draw(page, new LikelihoodFigure(scale, new Percent(point), interval));
        return page.toString().lines().toList();
    }

    private static int mark(LikelihoodScale scale, int tenths) {
        return drawn(scale, tenths, tenths, tenths).get(RULER).indexOf('▲');
    }

    /** The column of a likelihood in log odds: 75 columns for 60 points, after an indent of two. */
    private static int column(double percent) {
        double points = percent < 0.1 ? -30 : percent > 99.9 ? 30 : 10 * Math.log10(percent / (100 - percent));
        return 2 + (int) Math.rint((points + 30) / 60 * 75);
    }

    @ParameterizedTest
    @EnumSource
    void everyTenthOfAPercentIsMarkedAtItsLogOddsInItsTermOrGap(LikelihoodScale scale) {
        for (int tenths = 1; tenths <= 999; tenths++) {
            Word word = scale.term(new Percent(tenths));
            assertThat(mark(scale, tenths))
                    .as("%s tenths, %s", tenths, word.term())
                    .isBetween(column(tenths / 10.0) - 1, column(tenths / 10.0) + 1)
                    .isBetween(column(word.from()), column(word.end()));
        }
    }

    /** Only what is exactly on a border is marked on it. */
    @Test
    void markIsBesideTheBordersOfItsBand() {
        for (int tenths = 1; tenths <= 999; tenths++) {
            for (Band band : List.of(Band.values()).subList(1, Band.values().length)) {
                assertThat(Integer.signum(mark(LikelihoodScale.ICD203, tenths) - column(band.from())))
                        .as("%s tenths and %s", tenths, band)
                        .isEqualTo(Integer.signum(tenths - band.from() * 10));
            }
        }
    }

    /** The term of the likelihood always has room, and with ICD 203 all others. */
    @ParameterizedTest
    @EnumSource
    void termsStandOverTheirBands(LikelihoodScale scale) {
        for (int tenths = 1; tenths <= 999; tenths++) {
            List<String> lines = drawn(scale, tenths, tenths, tenths);
            for (Word word : scale.words()) {
                if (word.adjacent().isEmpty()
                        && (scale == LikelihoodScale.ICD203 || word.equals(scale.term(new Percent(tenths))))) {
                    String last = word.term().substring(word.term().lastIndexOf(' ') + 1);
                    double middle = (column(word.from()) + column(word.end())) / 2.0;
                    assertThat(lines.subList(NAMES, RULER))
                            .as("%s of %s tenths", word.term(), tenths)
                            .anyMatch(line -> isAt(line, word.term().replaceFirst("^a ", ""), middle)
                                    || isAt(line, last, middle));
                }
            }
        }
    }

    private static boolean isAt(String line, String text, double middle) {
        for (int at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
            if (Math.abs(at + (text.length() - 1) / 2.0 - middle) <= 3) {
                return true;
            }
        }
        return false;
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
