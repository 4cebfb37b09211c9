package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.Digest;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assessments over HTTP and from the archive equal the command line's output byte for byte. */
@Timeout(120)
class AssessmentControllerIT {

    private static final RunningService SERVICE = RunningService.shared();

    static List<String> ids() {
        return Shipped.scenarioIds();
    }

    private static Path file(String id) {
        return Shipped.SCENARIOS.resolve(id + ".json");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shippedScenarioEqualsTheCommandLineOutput(String id) {
        String expected = Invocation.of("assess", file(id), "--format", "json").out();
        HttpResponse<byte[]> made = SERVICE.post("/api/v1/assessments", Shipped.bytes(file(id)));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(text(made)).isEqualTo(expected);
        assertThat(header(made, "ETag")).isEqualTo("\"" + Digest.sha256(expected) + "\"");
        HttpResponse<byte[]> stored = SERVICE.get(header(made, "Location"));
        assertThat(stored.statusCode()).isEqualTo(200);
        assertThat(text(stored)).isEqualTo(expected);
        assertThat(header(stored, "ETag")).isEqualTo(header(made, "ETag"));
        HttpResponse<byte[]> known =
                SERVICE.send(SERVICE.to(header(made, "Location")).header("If-None-Match", header(made, "ETag")));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void listShowsIntervalAndConfidence() {
        SERVICE.post("/api/v1/assessments", Shipped.bytes(Invocation.BASELINE));
        JsonNode entry = new JsonMapper()
                .readTree(SERVICE.get("/api/v1/assessments?limit=1&scenario=baseline-2018")
                        .body())
                .at("/assessments/0");
        Assessment expected = Shipped.assess("baseline-2018");
        Interval interval = expected.verdict().interval();
        assertThat(entry.path("percent").doubleValue())
                .isEqualTo(expected.verdict().likelihood().value());
        assertThat(entry.path("lowPercent").doubleValue())
                .isEqualTo(interval.low().value());
        assertThat(entry.path("highPercent").doubleValue())
                .isEqualTo(interval.high().value());
        assertThat(entry.path("confidence").stringValue())
                .isEqualTo(expected.confidence().level().name());
    }

    @Test
    void ifNoneMatchAcceptsListsAndWeakTags() {
        String tag = header(SERVICE.get("/api/v1/rules"), "ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<byte[]> answer =
                    SERVICE.send(SERVICE.to("/api/v1/rules").header("If-None-Match", known));
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(header(answer, "ETag")).isEqualTo(tag);
        }
        for (String other : List.of("\"other\"", tag.replace("\"", ""))) {
            assertThat(SERVICE.send(SERVICE.to("/api/v1/rules").header("If-None-Match", other))
                            .statusCode())
                    .as(other)
                    .isEqualTo(200);
        }
    }

    @Test
    void postIgnoresIfNoneMatch() {
        byte[] scenario = Shipped.bytes(Invocation.BASELINE);
        HttpResponse<byte[]> first = SERVICE.post("/api/v1/assessments?keep=false", scenario);
        HttpResponse<byte[]> second = SERVICE.post("/api/v1/assessments?keep=false", scenario, "If-None-Match", "*");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void scaleParameterEqualsTheCommandLineOption() {
        String expected = Invocation.of("assess", Invocation.BASELINE, "--format", "json", "--scale", "phia")
                .out();
        HttpResponse<byte[]> answer =
                SERVICE.post("/api/v1/assessments?keep=false&scale=phia", Shipped.bytes(Invocation.BASELINE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo(expected);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }
}
