package entente.service.assistant;

import static entente.service.assistant.StdioSession.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import entente.testkit.Shipped;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** A tool, its arguments, and the one problem that they have. */
    private static List<Arguments> wrong() {
        Map<String, Object> undated = Map.of("id", "x", "title", "x", "readings", Map.of());
        return List.of(
                arguments("assess", Map.of(), "#/scenario MISSING_FIELD"),
                arguments("assess", Map.of("scenario", NOW, "page", 99), "#/page OUT_OF_RANGE"),
                arguments("assess", Map.of("scenario", 3), "#/scenario WRONG_TYPE"),
                arguments("assess", Map.of("scenario", NOW, "set", List.of(1)), "#/set WRONG_TYPE"),
                // A path is no scenario.
                arguments("assess", Map.of("scenario", "../rules/weights.yaml"), "#/scenario UNKNOWN_SCENARIO"),
                arguments("assess", Map.of("scenario", "/etc/passwd"), "#/scenario UNKNOWN_SCENARIO"),
                arguments("assess", Map.of("scenario", "scenario.schema"), "#/scenario UNKNOWN_SCENARIO"),
                arguments("assess", Map.of("scenario", "..%2Fpom"), "#/scenario UNKNOWN_SCENARIO"),
                arguments("compare", Map.of("scenarios", List.of(NOW)), "#/scenarios OUT_OF_RANGE"),
                arguments("compare", Map.of("scenarios", Collections.nCopies(33, NOW)), "#/scenarios OUT_OF_RANGE"),
                arguments("compare", Map.of("before", NOW, "after", NOW), "#/scenarios MISSING_FIELD"),
                arguments("compare", Map.of("scenarios", List.of(NOW, NOW), "set", Map.of()), "#/set UNKNOWN_FIELD"),
                arguments("series", Map.of("scenarios", List.of(NOW, undated)), "#/scenarios/1/asOf MISSING_DATE"),
                arguments("brief", Map.of("scenario", NOW, "scale", "icd204"), "#/scale UNKNOWN_WORD"),
                arguments(
                        "explain_indicator",
                        Map.of("indicator", "cultural_affinity", "scenario", NOW),
                        "#/scenario UNKNOWN_FIELD"),
                arguments(
                        "explain_rule", Map.of("rule", "will_to_ally", "indicator", "x"), "#/indicator UNKNOWN_FIELD"),
                arguments("list_scenarios", Map.of("after", 3), "#/after WRONG_TYPE"),
                arguments("validate_scenario", Map.of(), "#/scenario MISSING_FIELD"),
                arguments("validate_scenario", Map.of("scenario", "nope-2025"), "#/scenario UNKNOWN_SCENARIO"),
                arguments("validate_scenario", Map.of("scenario", 5), "#/scenario WRONG_TYPE"),
                arguments(
                        "validate_scenario",
                        Map.of("scenario", NOW, "set", Map.of("nothing", 1)),
                        "#/set/nothing UNKNOWN_INDICATOR"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongArgumentIsAProblemAtItsPlace(String tool, Map<String, ?> arguments, String problem) throws IOException {
        JsonNode result = refused(tool, arguments);
        assertThat(problems(result)).containsExactly(problem);
        assertThat(result.get("structuredContent").get("detail").asString()).isEqualTo("The arguments have 1 problem.");
    }

    @Test
    void whatWasProbablyMeantAndWhatIsAllowedIsSaid() throws IOException {
        assertThat(text(refused("assess", Map.of("scenario", "status-quo-2052"))))
                .contains("Did you mean status-quo-2025?");
        assertThat(text(refused("explain_rule", Map.of("rule", "us_reads_alliance_as_ofence"))))
                .contains("Did you mean us_reads_alliance_as_offence?");
        assertThat(text(refused("explain_indicator", Map.of("indicator", "cultural_afinity"))))
                .contains("Did you mean cultural_affinity?");
        assertThat(text(refused("assess", Map.of("scenario", NOW, "set", Map.of("cultural_affinity", "high")))))
                .contains("a range such as 5..25, weights of grades such as LOW:0.3,HIGH:0.7, any, or unknown.");
        assertThat(text(refused("validate_scenario", Map.of("scenario", 5))))
                .contains("Allowed: the id of a scenario; an object.");
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
}
