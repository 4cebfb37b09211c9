package entente.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.series.TimeSeries;
import entente.analysis.series.TimeSeries.Step;
import entente.model.LikelihoodScale;
import entente.report.question.Answers;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The line, the whiskers and the fan show the values of the table. */
class SeriesChartTest {

    private static final TimeSeries ALL = series(Shipped.scenarioIds());

    private static TimeSeries series(List<String> ids) {
        return TimeSeries.of(
                Shipped.ASSESSOR, ids.stream().map(Shipped::scenario).toList());
    }

    private static Document page(TimeSeries series, LikelihoodScale scale) {
        return HtmlRendererTest.read(HtmlRenderer.render(Answers.series(series, scale, false)));
    }

    private static Document page(TimeSeries series) {
        return page(series, LikelihoodScale.ICD203);
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
    void whiskersAreTheIntervals() {
        List<Element> uprights = drawn(page(ALL), "line", "whisker").stream()
                .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                .skip(1)
                .toList();
        List<Step> open = Stream.concat(ALL.alternatives().stream(), ALL.steps().stream())
                .filter(step -> step.assessment().verdict().interval().widthTenths() > 0)
                .toList();
        assertThat(uprights).hasSameSizeAs(open);
        for (int i = 0; i < open.size(); i++) {
            var interval = open.get(i).assessment().verdict().interval();
            assertThat(number(uprights.get(i), "y1"))
                    .isCloseTo(y(interval.high().tenths()), within(0.06));
            assertThat(number(uprights.get(i), "y2")).isCloseTo(y(interval.low().tenths()), within(0.06));
        }
    }

    @Test
    void everyPointHasALabelAndLabelsDoNotOverlap() {
        Document page = page(ALL);
        assertThat(drawn(page, "text", "t figure"))
                .extracting(Element::getTextContent)
                .containsExactlyElementsOf(ALL.steps().stream()
                        .map(step -> Wording.percent(step.assessment().verdict().likelihood()))
                        .toList());
        List<Element> names = drawn(page, "text", "t").stream()
                .filter(text -> text.getTextContent().matches("\\d+(\\.\\d)?\u00A0% .+"))
                .toList();
        assertThat(names).hasSameSizeAs(ALL.alternatives());
        for (int i = 1; i < names.size(); i++) {
            assertThat(number(names.get(i), "y")).isGreaterThanOrEqualTo(number(names.get(i - 1), "y") + 15.9);
        }
        double width = Double.parseDouble(
                HtmlRendererTest.all(page, "svg").get(0).getAttribute("viewBox").split(" ", -1)[2]);
        assertThat(names)
                .allSatisfy(name -> assertThat(
                                number(name, "x") + 7.2 * name.getTextContent().length())
                        .isLessThan(width));
    }

    @Test
    void chartHasTitleDescriptionAndTable() {
        Document page = page(series(List.of("crimea-2014", "baseline-2018")));
        assertThat(HtmlRendererTest.all(page, "desc").get(0).getTextContent().replace('\u00A0', ' '))
                .isEqualTo("A line through " + Shipped.percent(Shipped.assess("crimea-2014")) + " on 2014-12-31, "
                        + Shipped.percent(Shipped.assess("baseline-2018"))
                        + " on 2018-12-31. The table below has the figures.");
        assertThat(HtmlRendererTest.all(page, "title").get(1).getTextContent()).isEqualTo("The likelihood over time");
        assertThat(HtmlRendererTest.all(page, "th"))
                .extracting(Element::getTextContent)
                .contains("2014-12-31 Crimea and the gas deal, 2014", "likelihood", "interval", "observed");
        assertThat(drawn(page, "circle", "event")).isEmpty();
    }

    @Test
    void allianceInForceIsMarked() {
        // The second is the legend's.
        assertThat(drawn(page(ALL), "circle", "event")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(LikelihoodScale.class)
    void bandsAreThoseOfTheScaleAndDoNotOverlap(LikelihoodScale scale) {
        List<Element> bands = HtmlRendererTest.all(page(ALL, scale), "rect").stream()
                .filter(rect -> rect.getAttribute("class").startsWith("band"))
                .toList();
        assertThat(bands).hasSize((int)
                scale.words().stream().filter(word -> word.adjacent().isEmpty()).count());
        for (int i = 1; i < bands.size(); i++) {
            assertThat(number(bands.get(i), "y") + number(bands.get(i), "height"))
                    .isLessThanOrEqualTo(number(bands.get(i - 1), "y") + 0.11);
        }
    }

    @Test
    void alternativesAloneAreDrawnWithoutALine() {
        Document page = page(series(List.of("taiwan-war", "us-russia-reset")));
        assertThat(drawn(page, "circle", "dot")).hasSize(3);
        assertThat(drawn(page, "line", "course")).isEmpty();
        assertThat(drawn(page, "line", "branch")).isEmpty();
    }
}
