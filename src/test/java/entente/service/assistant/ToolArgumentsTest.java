package entente.service.assistant;

import static entente.service.assistant.StdioSession.text;
import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Shipped;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** How tools refuse arguments: with the problems of every other interface, all at once. */
@Timeout(120)
class ToolArgumentsTest {

    private static final String NOW = "status-quo-2025";

    private static StdioSession session;

    @BeforeAll
    static void start() throws IOException {
        session = new StdioSession();
    }

    @AfterAll
    static void stop() throws IOException {
        session.close();
    }

    private static JsonNode refused(String tool, Map<String, ?> arguments) throws IOException {
        JsonNode result = session.call(tool, arguments);
        assertThat(result.get("isError").asBoolean()).as(text(result)).isTrue();
        return result;
    }

    private static List<String> problems(JsonNode result) {
        return result.get("structuredContent")
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString() + " "
                        + error.get("code").asString())
                .toList();
    }

    @Test
    void allProblemsOfTheArgumentsAreReportedAtOnceAsOverHttp() throws IOException {
        JsonNode result = refused(
                "find_flips",
                Map.of(
                        "scenario",
                        Map.of(
                                "id",
                                "x",
                                "title",
                                "x",
                                "readings",
                                Map.of("western_sanctions_on_rusia", 3, "political_will_to_ally", 99)),
                        "up",
                        true,
                        "down",
                        true,
                        "lock",
                        List.of("nothing"),
                        "colour",
                        "red",
                        "page",
                        0,
                        "set",
                        Map.of("cultural_affinitee", 1),
                        "without",
                        List.of("nobody")));
        assertThat(problems(result))
                .containsExactlyInAnyOrder(
                        "#/scenario/readings/western_sanctions_on_rusia UNKNOWN_INDICATOR",
                        "#/scenario/readings/political_will_to_ally OUT_OF_RANGE",
                        "# ONE_TARGET",
                        "#/lock/0 UNKNOWN_INDICATOR",
                        "#/colour UNKNOWN_FIELD",
                        "#/page OUT_OF_RANGE",
                        "#/set/cultural_affinitee UNKNOWN_INDICATOR",
                        "#/without UNKNOWN_RULE");
        assertThat(text(result))
                .startsWith("The arguments have 8 problems.")
                .contains("Did you mean western_sanctions_on_rus?", "Did you mean cultural_affinity?")
                .endsWith("Nothing was evaluated. Correct the arguments and call the tool again.");
    }

    @Test
    void unknownNamesAreQuestioned() throws IOException {
        assertThat(text(refused("assess", Map.of("scenario", "status-quo-2052"))))
                .contains("Did you mean status-quo-2025?");
        assertThat(text(refused("explain_rule", Map.of("rule", "us_reads_alliance_as_ofence"))))
                .contains("Did you mean us_reads_alliance_as_offence?");
        assertThat(text(refused("explain_indicator", Map.of("indicator", "cultural_afinity"))))
                .contains("Did you mean cultural_affinity?");
        assertThat(problems(refused("assess", Map.of()))).containsExactly("#/scenario MISSING_FIELD");
        assertThat(problems(refused("assess", Map.of("scenario", NOW, "page", 99))))
                .containsExactly("#/page OUT_OF_RANGE");
        assertThat(problems(refused("compare", Map.of("scenarios", List.of(NOW)))))
                .containsExactly("#/scenarios OUT_OF_RANGE");
        assertThat(problems(refused("compare", Map.of("scenarios", Collections.nCopies(33, NOW)))))
                .containsExactly("#/scenarios OUT_OF_RANGE");
        assertThat(problems(refused(
                        "series",
                        Map.of("scenarios", List.of(NOW, Map.of("id", "x", "title", "x", "readings", Map.of()))))))
                .containsExactly("#/scenarios/1/asOf MISSING_DATE");
        assertThat(problems(refused("brief", Map.of("scenario", NOW, "scale", "icd204"))))
                .containsExactly("#/scale UNKNOWN_WORD");
    }

    @Test
    void argumentsOfOtherToolsAreUnknown() throws IOException {
        assertThat(problems(refused("explain_indicator", Map.of("indicator", "cultural_affinity", "scenario", NOW))))
                .containsExactly("#/scenario UNKNOWN_FIELD");
        assertThat(problems(refused("explain_rule", Map.of("rule", "will_to_ally", "indicator", "x"))))
                .containsExactly("#/indicator UNKNOWN_FIELD");
        assertThat(problems(refused("compare", Map.of("before", NOW, "after", NOW))))
                .containsExactly("#/scenarios MISSING_FIELD");
        assertThat(problems(refused("compare", Map.of("scenarios", List.of(NOW, NOW), "set", Map.of()))))
                .containsExactly("#/set UNKNOWN_FIELD");
        assertThat(problems(refused("list_scenarios", Map.of("after", 3)))).containsExactly("#/after WRONG_TYPE");
        assertThat(problems(refused("assess", Map.of("scenario", 3)))).containsExactly("#/scenario WRONG_TYPE");
        assertThat(text(refused("assess", Map.of("scenario", NOW, "set", Map.of("cultural_affinity", "high")))))
                .contains("a range such as 5..25, weights of grades such as LOW:0.3,HIGH:0.7, any, or unknown.");
        assertThat(problems(refused("assess", Map.of("scenario", NOW, "set", List.of(1)))))
                .containsExactly("#/set WRONG_TYPE");
    }

    @Test
    void aPathIsNoScenario() throws IOException {
        for (String path : List.of("../rules/weights.yaml", "/etc/passwd", "scenario.schema", "..%2Fpom")) {
            assertThat(problems(refused("assess", Map.of("scenario", path))))
                    .containsExactly("#/scenario UNKNOWN_SCENARIO");
        }
    }

    @Test
    void anInvalidScenarioIsAnAnswerToItsValidation() throws IOException {
        JsonNode result = session.call(
                "validate_scenario",
                Map.of("scenario", Map.of("id", "x", "title", "x", "readings", Map.of("cultural_affinity", 9))));
        assertThat(result.get("isError").asBoolean()).isFalse();
        assertThat(result.get("structuredContent").get("valid").asBoolean()).isFalse();
        assertThat(problems(result)).containsExactly("#/scenario/readings/cultural_affinity OUT_OF_RANGE");
        assertThat(problems(session.call("validate_scenario", Map.of("scenario", Map.of()))))
                .as("an object without anything is a scenario, too")
                .contains("#/scenario/id MISSING_FIELD");
        JsonNode valid = session.call("validate_scenario", Map.of("scenario", NOW));
        List<String> unknown = valid.get("structuredContent")
                .get("unknown")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        int indicators = Shipped.indicators();
        assertThat(unknown).isNotEmpty();
        assertThat(text(valid))
                .contains("is valid: " + (indicators - unknown.size()) + " of " + indicators)
                .contains("Unknown, and to stay so unless somebody rates them: " + String.join(", ", unknown) + ".");
    }

    @Test
    void wrongArgumentsOfAValidationAreErrors() throws IOException {
        assertThat(problems(refused("validate_scenario", Map.of()))).containsExactly("#/scenario MISSING_FIELD");
        assertThat(problems(refused("validate_scenario", Map.of("scenario", "nope-2025"))))
                .containsExactly("#/scenario UNKNOWN_SCENARIO");
        assertThat(problems(refused("validate_scenario", Map.of("scenario", NOW, "set", Map.of("nothing", 1)))))
                .containsExactly("#/set/nothing UNKNOWN_INDICATOR");
        JsonNode number = refused("validate_scenario", Map.of("scenario", 5));
        assertThat(problems(number)).containsExactly("#/scenario WRONG_TYPE");
        assertThat(text(number)).contains("Allowed: the id of a scenario; an object.");
        assertThat(number.get("structuredContent").get("detail").asString()).isEqualTo("The arguments have 1 problem.");
    }
}
