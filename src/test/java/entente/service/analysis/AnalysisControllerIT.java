package entente.service.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.report.json.ResultDocuments;
import entente.service.archive.Content;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        HttpResponse<byte[]> response = SERVICE.post("/api/v1" + path, body.getBytes(StandardCharsets.UTF_8));
        String answer = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(answer).isEqualTo(200);
        return answer;
    }

    private static List<String> errorsOf(String path, String body) {
        HttpResponse<byte[]> response = SERVICE.post("/api/v1" + path, body.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode problem = MAPPER.readTree(response.body());
        List<String> errors = new ArrayList<>();
        problem.get("errors")
                .forEach(error -> errors.add(error.get("code").asString() + " "
                        + error.get("pointer").asString()));
        return errors;
    }

    @Test
    void flips() {
        String request =
                "{\"scenario\": " + text(Invocation.BASELINE) + ", \"lock\": [\"us_reaction\"], \"maxSize\": 2, ";
        assertThat(answer("/flips", request + "\"to\": \"UNLIKELY\"}"))
                .isEqualTo(Invocation.of(
                                "flip",
                                Invocation.BASELINE,
                                "--to",
                                "unlikely",
                                "--lock",
                                "us_reaction",
                                "--max-size",
                                "2",
                                "--format",
                                "json")
                        .out());
        for (String band : List.of("unlikely", "Unlikely")) {
            assertThat(answer("/flips", request + "\"to\": \"" + band + "\"}"))
                    .isEqualTo(answer("/flips", request + "\"to\": \"UNLIKELY\"}"));
        }
        assertThat(answer("/flips", request + "\"to\": \"almost certain\"}"))
                .isEqualTo(answer("/flips", request + "\"to\": \"almost-certain\"}"));
        assertThat(answer("/flips", request + "\"up\": true, \"down\": false}"))
                .isEqualTo(Invocation.of(
                                "flip",
                                Invocation.BASELINE,
                                "--up",
                                "--lock",
                                "us_reaction",
                                "--max-size",
                                "2",
                                "--format",
                                "json")
                        .out());
    }

    @Test
    void comparisons() {
        String expected = Invocation.of("compare", Invocation.BASELINE, LATER, "--format", "json")
                .out();
        assertThat(answer(
                        "/comparisons",
                        "{\"after\": " + text(LATER) + ", \"before\": " + text(Invocation.BASELINE) + "}"))
                .isEqualTo(expected);
        assertThat(answer("/comparisons", "{\"scenarios\": [" + text(Invocation.BASELINE) + ", " + text(LATER) + "]}"))
                .isEqualTo(expected);
    }

    @Test
    void sensitivities() {
        assertThat(answer("/sensitivities", text(Invocation.BASELINE)))
                .isEqualTo(Invocation.of("sensitivity", Invocation.BASELINE, "--format", "json")
                        .out());
        assertThat(answer("/sensitivities", "{\"scenario\": " + text(Invocation.BASELINE) + ", \"all\": true}"))
                .isEqualTo(Invocation.of("sensitivity", Invocation.BASELINE, "--all", "--format", "json")
                        .out());
    }

    @Test
    void explorations() {
        assertThat(answer("/explorations", text(Invocation.BASELINE)))
                .isEqualTo(Invocation.of("explore", Invocation.BASELINE, "--format", "json")
                        .out());
        assertThat(answer(
                        "/explorations",
                        "{\"scenario\": " + text(Invocation.BASELINE)
                                + ", \"given\": {\"political_will_to_ally\": \"low\"}," + " \"unratedAny\": true}"))
                .isEqualTo(Invocation.of(
                                "explore",
                                Invocation.BASELINE,
                                "--given",
                                "political_will_to_ally=low",
                                "--unrated-any",
                                "--format",
                                "json")
                        .out());
    }

    @Test
    void explorationAsAJobHasTheResultOfTheRequest() throws InterruptedException {
        String body = "{\"scenario\": " + text(LATER) + ", \"unratedAny\": true, \"discover\": \"likely\"}";
        HttpResponse<byte[]> accepted =
                SERVICE.post("/api/v1/explorations", body.getBytes(StandardCharsets.UTF_8), "Prefer", "respond-async");
        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode job =
                SERVICE.endedJob(accepted.headers().firstValue("Location").orElseThrow());
        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(job.get("done").asInt()).isEqualTo(job.get("total").asInt()).isEqualTo(100);
        assertThat(job.get("result")).isEqualTo(MAPPER.readTree(answer("/explorations", body)));
    }

    @Test
    void invalidExplorationBecomesNoJob() {
        HttpResponse<byte[]> refused =
                SERVICE.post("/api/v1/explorations", "{}".getBytes(StandardCharsets.UTF_8), "Prefer", "respond-async");
        assertThat(refused.statusCode()).isEqualTo(422);
    }

    /** A cancelled job stops at the next step. */
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

    @Test
    void indicatorsAndRulesAndSchemas() {
        assertThat(new String(SERVICE.get("/api/v1/indicators").body(), StandardCharsets.UTF_8))
                .isEqualTo(Invocation.of("scenario", "indicators", "--format", "json")
                        .out());
        assertThat(new String(SERVICE.get("/api/v1/schemas/scenario").body(), StandardCharsets.UTF_8))
                .isEqualTo(Invocation.of("scenario", "schema", "scenario").out());
        assertThat(new String(SERVICE.get("/api/v1/schemas/case").body(), StandardCharsets.UTF_8))
                .isEqualTo(Invocation.of("scenario", "schema", "case").out());
        for (String name : ResultDocuments.names()) {
            assertThat(new String(SERVICE.get("/api/v1/schemas/" + name).body(), StandardCharsets.UTF_8))
                    .isEqualTo(Invocation.of("scenario", "schema", name).out());
        }
        JsonNode book = MAPPER.readTree(SERVICE.get("/api/v1/rules").body());
        assertThat(book.get("rules"))
                .isEqualTo(MAPPER.readTree(
                        Invocation.of("rules", "list", "--format", "json").out()));
        assertThat(book.get("sha256").asString()).isEqualTo(Shipped.BOOK.book().sha256());
        assertThat(book.get("stale").asBoolean()).isFalse();
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
