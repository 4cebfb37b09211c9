package entente.analysis.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.comparison.Share;
import entente.analysis.series.TimeSeries.Step;
import entente.model.Scenario;
import entente.report.json.SeriesJson;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSeriesTest {

    private static final List<String> HISTORY = List.of(
            "sino-soviet-alliance-1950",
            "status-conflict-1958",
            "border-war-1969",
            "bandwagon-2001",
            "sco-veto-2010",
            "crimea-2014",
            "baseline-2018",
            "no-limits-2022",
            "status-quo-2025");

    private static TimeSeries series(Scenario... scenarios) {
        return TimeSeries.of(Shipped.ASSESSOR, List.of(scenarios));
    }

    private static TimeSeries shipped(List<String> ids) {
        return series(ids.stream().map(Shipped::scenario).toArray(Scenario[]::new));
    }

    private static TimeSeries shipped(String... ids) {
        return shipped(List.of(ids));
    }

    private static List<String> ids(List<Step> steps) {
        return steps.stream().map(step -> step.assessment().scenario().id()).toList();
    }

    private static Scenario scenario(String id, String date, String more) {
        return Shipped.parse("{\"id\": \"" + id + "\", \"title\": \"T\", \"asOf\": \"" + date + "\"" + more + "}");
    }

    @Test
    @Tag("thorough")
    void orderOfTheInputDoesNotMatter() {
        List<String> ids = new ArrayList<>(Shipped.scenarioIds());
        TimeSeries expected = shipped(ids);
        assertThat(ids(expected.steps())).isEqualTo(HISTORY);
        String json = SeriesJson.DOCUMENT.pretty(expected);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(ids, new Random(seed));
            assertThat(SeriesJson.DOCUMENT.pretty(shipped(ids))).isEqualTo(json);
        }
    }

    @Test
    void stepsAddUpToTheDifferenceBetweenLastAndFirst() {
        TimeSeries series = shipped(Shipped.scenarioIds());
        int sum = 0;
        for (Step step : series.all()) {
            int own = step.shares().stream().mapToInt(Share::rounded).sum();
            assertThat(step.change()
                            .map(change -> change.attribution().tenths())
                            .orElse(0))
                    .as("%s", step.date())
                    .isEqualTo(own);
            sum += series.steps().contains(step) ? own : 0;
        }
        assertThat(sum).isEqualTo(tenths(HISTORY.get(8)) - tenths(HISTORY.get(0)));
        int last = tenths(HISTORY.get(8));
        assertThat(series.alternatives())
                .allSatisfy(step -> assertThat(
                                last + step.change().orElseThrow().attribution().tenths())
                        .isEqualTo(step.assessment().verdict().likelihood().tenths()));
    }

    private static int tenths(String id) {
        return Shipped.assess(id).verdict().likelihood().tenths();
    }

    @Test
    void eachStepHasTheAttributionThatAComparisonGives() {
        TimeSeries series = shipped("crimea-2014", "baseline-2018", "status-quo-2025");
        ScenarioContrasts contrasts = new ScenarioContrasts(Shipped.ASSESSOR);
        for (int i = 1; i < 3; i++) {
            assertThat(series.steps().get(i).change().orElseThrow().attribution())
                    .isEqualTo(contrasts
                            .between(
                                    series.steps().get(i - 1).assessment(),
                                    series.steps().get(i).assessment())
                            .attribution());
        }
        assertThat(series.steps().get(0).change()).isEmpty();
    }

    /** Variants without their parent, unless there is one only. */
    @ParameterizedTest
    @CsvSource({
        "taiwan-war baseline-2018 us-russia-reset, baseline-2018, taiwan-war us-russia-reset",
        "taiwan-war us-russia-reset, '', taiwan-war us-russia-reset",
        "taiwan-war baseline-2018, baseline-2018 taiwan-war, ''"
    })
    void variantsOfTheLastDateAreAlternativesOfTheStepBefore(String ids, String steps, String alternatives) {
        TimeSeries series = shipped(ids.split(" "));
        assertThat(String.join(" ", ids(series.steps()))).isEqualTo(steps);
        assertThat(String.join(" ", ids(series.alternatives()))).isEqualTo(alternatives);
        assertThat(series.alternatives())
                .allSatisfy(step -> assertThat(step.change().isPresent()).isEqualTo(!steps.isEmpty()));
    }

    @Test
    void variantOfAVariantIsAnAlternativeToIt() {
        Scenario variant = scenario("later", "2025-11-30", ", \"extends\": \"taiwan-war\", \"readings\": {}");
        TimeSeries series = series(variant, Shipped.scenario("taiwan-war"));
        assertThat(ids(series.steps())).containsExactly("taiwan-war");
        assertThat(ids(series.alternatives())).containsExactly("later");
    }

    @Test
    void independentScenariosOfOneDateAreStepsById() {
        String readings = ", \"readings\": {\"bilateral_trade_usd_bn\": 100}";
        TimeSeries series = series(
                scenario("b", "2020-01-01", readings),
                scenario("c", "2019-01-01", readings),
                scenario("a", "2020-01-01", readings));
        assertThat(ids(series.steps())).containsExactly("c", "a", "b");
        assertThat(series.alternatives()).isEmpty();
    }

    @Test
    void missingDateIsRefused() {
        Scenario undated = Shipped.parse("{\"id\": \"undated\", \"title\": \"T\", \"readings\": {}}");
        for (Scenario[] scenarios :
                Arrays.asList(new Scenario[] {undated}, new Scenario[] {Shipped.scenario("crimea-2014"), undated})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> series(scenarios))
                    .withMessageContaining("undated");
        }
    }
}
