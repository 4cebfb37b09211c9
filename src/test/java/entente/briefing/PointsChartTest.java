package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.LikelihoodScale;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Step;
import entente.report.html.Chart.Box;
import entente.report.html.Chart.Dot;
import entente.report.html.Chart.Label;
import entente.report.html.Chart.Line;
import entente.report.html.Chart.Shape;
import entente.report.html.PointsChart;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bars of the figure are as long as their points, however far the sum goes. */
class PointsChartTest {

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void eachBarIsAsLongAsItsPoints(String id) {
        PointsFigure figure = BriefingsTest.briefing(Shipped.scenario(id)).points();
        List<PointsRow> rows = figure.rows().stream()
                .filter(row -> !row.idle() && row.kind() != Step.BASE && row.kind() != Step.RESULT)
                .toList();
        List<Double> widths = PointsChart.of(figure, LikelihoodScale.ICD203).shapes().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .filter(box -> !List.of("mark", "ribbon", "stripe").contains(box.kind()))
                .map(box -> Double.valueOf(box.width()))
                .toList();
        assertThat(widths).hasSameSizeAs(rows);
        double all = rows.stream().mapToDouble(PointsChartTest::length).sum();
        double width = widths.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(widths.get(i)).as(rows.get(i).label()).isCloseTo(length(rows.get(i)) * width / all, within(0.2));
        }
    }

    /** The mark of the yardstick stands above the dot of the result, unless it is held at an end. */
    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void pointsStandBelowTheYardstickOnItsScale(String id) {
        PointsFigure figure = BriefingsTest.briefing(Shipped.scenario(id)).points();
        List<Shape> shapes = PointsChart.of(figure, LikelihoodScale.ICD203).shapes();
        Map<String, Double> numbers = shapes.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.kind().equals("t tick"))
                .collect(Collectors.toMap(Label::text, label -> Double.valueOf(label.x()), (one, other) -> one));
        double zero = numbers.get("0");
        double perPoint = (numbers.get("+10") - zero) / 10;
        // A number beside the mark is left out.
        assertThat(Stream.of(5, 20, 80, 95).filter(tick -> numbers.containsKey(tick.toString())))
                .hasSizeGreaterThan(2)
                .allSatisfy(tick -> assertThat(numbers.get(tick.toString()))
                        .isCloseTo(zero + perPoint * 10 * Math.log10(tick / (100.0 - tick)), within(0.3)));
        double result = figure.rows().get(figure.rows().size() - 1).to();
        double held = Math.max(-30, Math.min(30, result));
        double dot = shapes.stream()
                .filter(Dot.class::isInstance)
                .map(shape -> Double.valueOf(((Dot) shape).x()))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(dot).isCloseTo(zero + perPoint * result, within(0.3));
        Line plumb = shapes.stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .filter(line -> line.kind().equals("plumb"))
                .findFirst()
                .orElseThrow();
        double rounding = 0.25 / figure.likelihood().value();
        assertThat(Double.valueOf(plumb.x1())).isCloseTo(zero + perPoint * held, within(0.3 + perPoint * rounding));
    }

    private static double length(PointsRow row) {
        return Math.abs(row.to() - row.from());
    }
}
