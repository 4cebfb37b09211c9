package entente.service.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import entente.service.analysis.AnalysisController.ExplorationTask;
import entente.service.archive.Content;
import entente.testkit.Answer;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Analyses over HTTP equal the command line's output; errors are reported with pointers into the body. */
@Timeout(120)
class AnalysisControllerIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final Path LATER = Shipped.SCENARIOS.resolve("status-quo-2025.json");
    private static final JsonMapper MAPPER = new JsonMapper();

    private static String text(Path file) {
        return new String(Shipped.bytes(file), StandardCharsets.UTF_8);
    }

    private static String answer(String path, String body) {
        return SERVICE.post("/api/v1" + path, body).expect(200).text();
    }

    private static List<String> errorsOf(String path, String body) {
        return SERVICE.post("/api/v1" + path, body)
                .expect(422)
                .at("/errors")
                .valueStream()
                .map(error -> error.get("code").asString() + " "
                        + error.get("pointer").asString())
                .toList();
    }

    /** A path, a body, and the command with the same answer. */
    static Stream<Arguments> analyses() {
        String before = text(Invocation.BASELINE);
        String scenario = "{\"scenario\": " + before;
        String flip = scenario + ", \"lock\": [\"us_reaction\"], \"maxSize\": 2, ";
        String flipping = "flip %s --lock us_reaction --max-size 2 ";
        String comparing = "compare %s " + LATER;
        return Stream.of(
                arguments("/flips", flip + "\"to\": \"UNLIKELY\"}", flipping + "--to unlikely"),
                arguments("/flips", flip + "\"to\": \"unlikely\"}", flipping + "--to unlikely"),
                arguments("/flips", flip + "\"to\": \"almost certain\"}", flipping + "--to almost-certain"),
                arguments("/flips", flip + "\"up\": true, \"down\": false}", flipping + "--up"),
                arguments("/comparisons", "{\"after\": " + text(LATER) + ", \"before\": " + before + "}", comparing),
                arguments("/comparisons", "{\"scenarios\": [" + before + ", " + text(LATER) + "]}", comparing),
                arguments("/sensitivities", before, "sensitivity %s"),
                arguments("/sensitivities", scenario + ", \"all\": true}", "sensitivity %s --all"),
                arguments("/explorations", before, "explore %s"),
                arguments(
                        "/explorations",
                        scenario + ", \"given\": {\"political_will_to_ally\": \"low\"}, \"unratedAny\": true}",
                        "explore %s --given political_will_to_ally=low --unrated-any"));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void answersAsTheCommandLine(String path, String body, String command) {
        String[] words = (command.formatted(Invocation.BASELINE) + " --format json").split(" ");
        assertThat(answer(path, body)).isEqualTo(Invocation.of((Object[]) words).out());
    }

    @Test
    void explorationAsAJobHasTheResultOfTheRequest() throws InterruptedException {
        String body = "{\"scenario\": " + text(LATER) + ", \"unratedAny\": true, \"discover\": \"likely\"}";
        Answer accepted = SERVICE.post("/api/v1/explorations", body, "Prefer", "respond-async")
                .expect(202);
        JsonNode job = SERVICE.endedJob(accepted.one("Location"));
        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(job.get("done").asInt()).isEqualTo(job.get("total").asInt()).isEqualTo(1);
        assertThat(job.get("result")).isEqualTo(MAPPER.readTree(answer("/explorations", body)));
    }

    @Test
    void invalidExplorationBecomesNoJob() {
        SERVICE.post("/api/v1/explorations", "{}", "Prefer", "respond-async").expect(422);
    }

    /** A cancelled job has no result. */
    @Test
    void cancelledExplorationEnds() {
        ExplorationTask task = SERVICE.bean(ExplorationTask.class);
        List<Integer> steps = new ArrayList<>();
        assertThatThrownBy(() -> task.run(Content.of(Shipped.bytes(LATER)), done -> {
                    steps.add(done);
                    throw new IllegalStateException("cancelled");
                }))
                .hasMessage("cancelled");
        assertThat(steps).hasSize(1);
    }

    @Test
    void faultsOfAnExplorationAreNamedTogether() {
        String body = "{\"scenario\": " + text(Invocation.BASELINE) + ", \"given\": {\"nothing\": \"LOW\","
                + " \"shock_suddenness\": \"lowish\"}, \"unratedAny\": 1, \"more\": 2, \"lock\": [\"nowhere\"]}";
        assertThat(errorsOf("/explorations", body))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_INDICATOR #/given/nothing",
                        "UNKNOWN_WORD #/given/shock_suddenness",
                        "WRONG_TYPE #/unratedAny",
                        "UNKNOWN_INDICATOR #/lock/0",
                        "WITHOUT_DISCOVER #/lock",
                        "UNKNOWN_FIELD #/more");
        String impossible =
                "{\"scenario\": " + text(Invocation.BASELINE) + ", \"given\": {\"shock_suddenness\": \"VERY_HIGH\"}}";
        assertThat(errorsOf("/explorations", impossible)).containsExactly("IMPOSSIBLE #/given/shock_suddenness");
    }

    /** All errors at once, each with its pointer into the request body. */
    @Test
    void allErrorsAreReportedWithTheirPointers() {
        String invalid = "{\"id\": \"x\", \"title\": \"t\", \"readings\": {\"polical_will_to_ally\": 1}}";
        assertThat(
                        errorsOf(
                                "/flips",
                                "{\"scenario\": " + invalid
                                        + ", \"lokc\": [], \"lock\": [\"us_reactoin\"], \"to\": \"LIKLEY\", \"up\": true, \"maxSize\": 9}"))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_INDICATOR #/scenario/readings/polical_will_to_ally",
                        "UNKNOWN_FIELD #/lokc",
                        "UNKNOWN_INDICATOR #/lock/0",
                        "UNKNOWN_WORD #/to",
                        "ONE_TARGET #",
                        "OUT_OF_RANGE #/maxSize");
        assertThat(errorsOf("/flips", "{\"scenario\": " + text(Invocation.BASELINE) + "}"))
                .containsExactly("ONE_TARGET #");
        assertThat(errorsOf("/comparisons", "{\"before\": " + invalid + "}"))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_INDICATOR #/before/readings/polical_will_to_ally", "MISSING_FIELD #/after");
        assertThat(errorsOf("/comparisons", "{\"scenarios\": [" + invalid + "], \"before\": 1}"))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_INDICATOR #/scenarios/0/readings/polical_will_to_ally",
                        "ONE_FORM #/scenarios",
                        "OUT_OF_RANGE #/scenarios");
        assertThat(errorsOf("/sensitivities", "{\"scenario\": " + invalid + ", \"all\": 1}"))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_INDICATOR #/scenario/readings/polical_will_to_ally", "WRONG_TYPE #/all");
        assertThat(errorsOf("/sensitivities", invalid))
                .containsExactly("UNKNOWN_INDICATOR #/readings/polical_will_to_ally");
        assertThat(errorsOf("/comparisons", "[]")).containsExactly("WRONG_TYPE #");
    }
}
