package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.backtest.BacktestResult;
import entente.model.Scenario;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktestSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("backtest");

    private static String json(List<Scenario> scenarios) {
        BacktestResult result = BacktestResult.of(Shipped.ASSESSOR, s -> s.id().startsWith("crimea"), scenarios)
                .orElseThrow();
        return ResultDocuments.BACKTEST.pretty(result);
    }

    /** A backtest with a calibration table, both samples and an assumption. */
    private static String fullest() {
        ScenarioOverrides without = new ScenarioOverrides(Map.of(), Optional.empty(), List.of("no_switch"));
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(Shipped.scenario("crimea-2014", without));
        scenarios.add(Shipped.scenario("baseline-2018", without));
        for (int i = 0; i < BacktestResult.MIN_CALIBRATION_CASES; i++) {
            scenarios.add(Shipped.parse("{\"id\": \"case-" + i + "\", \"title\": \"T\", \"extends\": \"baseline-2018\","
                    + " \"readings\": {}, \"observed\": {\"relationship\": \"MIXED\", \"allianceInForce\": false,"
                    + " \"source\": \"test\"}}"));
        }
        return json(scenarios);
    }

    @Test
    void backtestsConformToSchema() {
        assertThat(SCHEMA.problems(json(
                        Shipped.scenarioIds().stream().map(Shipped::scenario).toList())))
                .isEmpty();
        assertThat(SCHEMA.problems(json(List.of(Shipped.scenario("border-war-1969")))))
                .isEmpty();
        assertThat(SCHEMA.problems(fullest())).isEmpty();
    }

    @Test
    void everyMemberIsRequiredExceptOptionalOnes() {
        assertThat(SCHEMA.unnoticed(fullest()))
                .containsExactlyInAnyOrder("#/without", "#/outOfSample", "#/cases/0/relationship");
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "backtest").out()).isEqualTo(JsonSchemas.text("backtest"));
    }
}
