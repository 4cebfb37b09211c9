package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.LikelihoodScale;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Step;
import entente.report.html.Chart.Box;
import entente.report.html.PointsChart;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bars of the figure are as long as their points, however far the sum goes. */
class PointsChartTest {

    static Iterable<String> shipped() {
        return Shipped.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachBarIsAsLongAsItsPoints(String id) {
        PointsFigure figure =
                BriefingsTest.briefing(Shipped.scenario(id), Optional.empty()).points();
        List<PointsRow> rows = figure.rows().stream()
                .filter(row -> !row.idle() && row.kind() != Step.BASE && row.kind() != Step.RESULT)
                .toList();
        List<Double> widths = PointsChart.of(figure, LikelihoodScale.ICD203).shapes().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .filter(box -> !box.kind().equals("mark"))
                .map(box -> Double.valueOf(box.width()))
                .toList();
        assertThat(widths).hasSameSizeAs(rows);
        double all = rows.stream().mapToDouble(PointsChartTest::length).sum();
        double width = widths.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(widths.get(i)).as(rows.get(i).label()).isCloseTo(length(rows.get(i)) * width / all, within(0.2));
        }
    }

    private static double length(PointsRow row) {
        return Math.abs(row.to() - row.from());
    }
}
