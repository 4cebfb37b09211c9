package entente.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Band;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.CharacterBar;
import entente.report.form.SwingFigure;
import entente.testkit.Shipped;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bars, points and axes show the numbers beside them, in text and HTML. */
class ChartsTest {

    private static final String SIGNS = "[├┤┼│─·]{24}";

    private static SensitivityResult result(String id) {
        return new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario(id));
    }

    private static SwingFigure figure(SensitivityResult result) {
        return SwingFigure.of(result, false);
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void everyBarTouchesTheCurrentLikelihood(String id) {
        SensitivityResult result = result(id);
        CharacterBar bars = new CharacterBar(Axis.over(figure(result)), result.likelihood());
        for (SwingFigure.Bar swing : figure(result).bars()) {
            String bar = bars.of(swing);
            assertThat(bar).matches(SIGNS);
            assertThat(bar.charAt(bars.here())).as(bar).isNotEqualTo('·');
            assertThat(bar.replace("·", "")).as(swing.label()).matches("├─*┤|├─*┼─*┤|┼");
        }
    }

    private static double points(Percent percent) {
        return 10 * Math.log10(percent.value() / (100 - percent.value()));
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void axisSpansAllBarsFromTickToTick(String id) {
        SwingFigure figure = figure(result(id));
        Axis axis = Axis.over(figure);
        assertThat(figure.bars()).allSatisfy(bar -> {
            assertThat(bar.low().likelihood()).isGreaterThanOrEqualTo(axis.from());
            assertThat(bar.high().likelihood()).isLessThanOrEqualTo(axis.to());
        });
        assertThat(axis.ticks()).startsWith(axis.from()).endsWith(axis.to());
        assertThat(Axis.WHOLE.ticks()).containsAll(axis.ticks());
    }

    /** Equal factors of the odds have equal room, and what is beyond an end is at it. */
    @Test
    void placesAreLogOdds() {
        assertThat(Axis.WHOLE.share(50)).isEqualTo(0.5);
        for (Band band : Band.values()) {
            double points = band.from() == 0 ? -30 : 10 * Math.log10(band.from() / (100.0 - band.from()));
            assertThat(Axis.WHOLE.share(band.from())).as("%s", band).isCloseTo((points + 30) / 60, within(0.0005));
        }
        assertThat(List.of(0.0, 0.05, 0.1))
                .allSatisfy(low -> assertThat(Axis.WHOLE.share(low)).isZero());
        assertThat(List.of(99.9, 99.95, 100.0))
                .allSatisfy(high -> assertThat(Axis.WHOLE.share(high)).isEqualTo(1));
        Axis part = new Axis(new Percent(10), new Percent(500));
        assertThat(part.share(0.3)).isZero();
        assertThat(part.share(80)).isEqualTo(1);
        assertThat(part.borders()).containsExactly(5, 20, 45);
    }

    /** 44.9 percent is not on the mark of 45, although both would round to the same column. */
    @Test
    void likelihoodIsOnABandMarkOnlyIfEqual() {
        Axis axis = new Axis(Percent.LOWEST, new Percent(800));
        for (int tenths = 1; tenths <= 800; tenths++) {
            Percent percent = new Percent(tenths);
            CharacterBar bars = new CharacterBar(axis, percent);
            for (int mark : List.of(1, 5, 20)) {
                assertThat(Integer.signum(bars.here() - bars.column(mark)))
                        .as("%s and %d", percent, mark)
                        .isEqualTo(Integer.signum(tenths - mark * 10));
            }
        }
    }
}
