package entente.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.series.TimeSeries;
import entente.analysis.series.TimeSeries.Step;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.CharacterBar;
import entente.report.form.SwingFigure;
import entente.report.question.Answers;
import entente.report.question.Drawings;
import entente.testkit.Shipped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Bars, points, whiskers and axes show the numbers beside them, in text and HTML. */
class ChartsTest {

    private static final String SIGNS = "[├┤┼│─ ]{25}";

    private static SensitivityResult result(String id) {
        return new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario(id));
    }

    private static SwingFigure figure(SensitivityResult result) {
        return Drawings.swings(result, false);
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void everyBarTouchesTheCurrentLikelihood(String id) {
        SensitivityResult result = result(id);
        CharacterBar bars = new CharacterBar(Axis.over(figure(result)), result.likelihood(), 25, ' ');
        for (SwingFigure.Bar swing : figure(result).bars()) {
            String bar = bars.of(swing);
            assertThat(bar).matches(SIGNS);
            assertThat(bar.charAt(bars.here())).as(bar).isNotEqualTo(' ');
            assertThat(bar.strip()).as(swing.label()).matches("├─*┤|├─*┼─*┤|┼");
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
            CharacterBar bars = new CharacterBar(axis, percent, 25, ' ');
            for (int mark : List.of(1, 5, 20)) {
                assertThat(Integer.signum(bars.here() - bars.column(mark)))
                        .as("%s and %d", percent, mark)
                        .isEqualTo(Integer.signum(tenths - mark * 10));
            }
        }
    }

    private static final TimeSeries ALL = series(Shipped.scenarioIds());

    private static TimeSeries series(List<String> ids) {
        return TimeSeries.of(
                Shipped.ASSESSOR, ids.stream().map(Shipped::scenario).toList());
    }

    private static Document page(TimeSeries series) {
        return HtmlRendererTest.read(HtmlRenderer.render(Answers.series(series, LikelihoodScale.ICD203, false)));
    }

    private static List<Element> drawn(Document page, String name, String kind) {
        return HtmlRendererTest.all(page, name).stream()
                .filter(element -> element.getAttribute("class").equals(kind))
                .toList();
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    /** The vertical position: 340 units for 60 points, from the bottom. */
    private static double y(int tenths) {
        return 384 - (10 * Math.log10(tenths / (1000.0 - tenths)) + 30) * 340 / 60;
    }

    @Test
    void everyPointIsDrawnAtItsLikelihood() {
        Document page = page(ALL);
        // The first is the legend's; alternatives are drawn before the line.
        List<Element> dots = drawn(page, "circle", "dot").stream().skip(1).toList();
        List<Step> points =
                Stream.concat(ALL.alternatives().stream(), ALL.steps().stream()).toList();
        assertThat(dots).hasSameSizeAs(points);
        for (int i = 0; i < dots.size(); i++) {
            assertThat(number(dots.get(i), "cy"))
                    .isCloseTo(
                            y(points.get(i).assessment().verdict().likelihood().tenths()), within(0.06));
        }
        List<Element> steps = dots.subList(ALL.alternatives().size(), dots.size());
        for (int i = 1; i < steps.size(); i++) {
            assertThat(number(steps.get(i), "cx")).isGreaterThanOrEqualTo(number(steps.get(i - 1), "cx") + 71.9);
        }
        assertThat(drawn(page, "line", "course")).hasSize(ALL.steps().size() - 1);
        assertThat(drawn(page, "line", "branch")).hasSameSizeAs(ALL.alternatives());
    }

    @Test
    void alternativesAloneAreDrawnWithoutALine() {
        Document page = page(series(List.of("taiwan-war", "us-russia-reset")));
        assertThat(drawn(page, "circle", "dot")).hasSize(3);
        assertThat(drawn(page, "line", "course")).isEmpty();
        assertThat(drawn(page, "line", "branch")).isEmpty();
    }
}
