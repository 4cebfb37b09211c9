package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.document.Digest;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.report.AssessmentMediaTest;
import entente.report.csv.AssessmentTable;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.archive.Archive;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assessments and briefings over HTTP, in the medium that the Accept header prefers, are what the command line writes. */
@Timeout(120)
class AssessmentControllerIT {

    private static final String PATH = "/api/v1/assessments";
    private static final RunningService SERVICE = RunningService.shared();
    private static final byte[] SCENARIO = Shipped.bytes(Invocation.BASELINE);

    static List<String> ids() {
        return Shipped.scenarioIds();
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
        Path file = Shipped.SCENARIOS.resolve(id + ".json");
        HttpResponse<byte[]> made = SERVICE.post(PATH, Shipped.bytes(file));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(text(made))
                .isEqualTo(Invocation.of("assess", file, "--format", "json").out());
        assertThat(SERVICE.get(header(made, "Location")).body()).isEqualTo(made.body());
    }

    /** Every medium, and every table in the media that have rows. */
    static Stream<Arguments> representations() {
        return AssessmentMedia.STANDARD.all().stream()
                .flatMap(medium -> Stream.concat(Stream.of(""), tables(medium)).map(table -> arguments(medium, table)));
    }

    private static Stream<String> tables(AssessmentMedium medium) {
        return List.of("csv", "ndjson").contains(medium.name())
                ? Stream.of(AssessmentTable.values()).map(table -> table.name().toLowerCase(Locale.ROOT))
                : Stream.empty();
    }

    @ParameterizedTest
    @MethodSource("representations")
    void everyRepresentationEqualsTheCommandLineOutput(AssessmentMedium medium, String table) {
        List<String> command = new ArrayList<>(List.of("assess", "-", "--scale", "phia", "--format", medium.name()));
        if (!table.isEmpty()) {
            command.addAll(List.of("--table", table));
        }
        String expected = Invocation.fed(SCENARIO, command.toArray()).out();
        String path = PATH + "?scale=phia" + (table.isEmpty() ? "" : "&table=" + table);
        HttpResponse<byte[]> made = SERVICE.post(path, SCENARIO, "Accept", medium.mediaType());
        assertRepresentation(made, 201, expected, medium);
        HttpResponse<byte[]> forgotten = SERVICE.post(path + "&keep=false", SCENARIO, "Accept", medium.mediaType());
        assertRepresentation(forgotten, 200, expected, medium);
        // What is not stored has no address at which it could be validated.
        assertThat(forgotten.headers().map()).doesNotContainKeys("etag", "location");
        HttpRequest.Builder stored = SERVICE.to(header(made, "Location") + (table.isEmpty() ? "" : "?table=" + table))
                .header("Accept", medium.mediaType());
        HttpResponse<byte[]> read = SERVICE.send(stored);
        assertRepresentation(read, 200, expected, medium);
        assertThat(header(made, "ETag"))
                .isEqualTo(header(read, "ETag"))
                .isEqualTo("\"" + Digest.sha256(expected) + "\"");
        HttpResponse<byte[]> known = SERVICE.send(stored.header("If-None-Match", header(read, "ETag")));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    private static void assertRepresentation(
            HttpResponse<byte[]> answer, int status, String expected, AssessmentMedium medium) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(text(answer)).isEqualTo(expected);
        assertThat(header(answer, "Content-Type")).startsWith(medium.mediaType());
        assertThat(header(answer, "Vary").toLowerCase(Locale.ROOT).split(",")).contains("accept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| json",
                "*/* | json",
                "application/* | json",
                "text/* | text",
                "text/html;charset=utf-8 | html",
                "TEXT/Markdown | md",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
                "text/html;q=0.5, text/csv;q=0.6 | csv",
                "text/csv, application/json | json",
                "*/*, application/json;q=0, text/plain;q=0.5, text/csv;q=0.9 | ndjson",
                "application/json;q=0.1, image/png | json"
            })
    void mostPreferredMediumIsChosen(@Nullable String accept, String name) {
        assertThat(MediaNegotiation.choose(Stream.ofNullable(accept).toList(), AssessmentMedia.STANDARD)
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;q=0", "nonsense", "text/x-percent"})
    void otherMediaAreNotAcceptable(String accept) {
        assertThatThrownBy(() -> MediaNegotiation.choose(List.of(accept), AssessmentMedia.STANDARD))
                .hasFieldOrPropertyWithValue("type", ProblemType.NOT_ACCEPTABLE)
                .hasMessageContaining("application/json, text/plain, application/x-ndjson");
    }

    @Test
    void registeredMediumIsOffered() {
        assertThat(MediaNegotiation.choose(List.of("text/x-percent"), AssessmentMediaTest.EXTENDED))
                .isEqualTo(new AssessmentMediaTest.PercentMedium());
    }

    /** The policy of an HTML answer allows inline styles; that of other answers does not. */
    @Test
    void htmlAllowsInlineStylesOnly() {
        HttpResponse<byte[]> page = SERVICE.post(PATH + "?keep=false", SCENARIO, "Accept", "text/html");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("default-src 'none'", "style-src 'unsafe-inline'", "frame-ancestors 'none'")
                        .doesNotContain("script-src"));
        assertThat(header(SERVICE.post(PATH + "?keep=false", SCENARIO), "Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe-inline");
    }

    /** An assessment of another engine version is not rendered by this one. */
    @Test
    void irreproducibleAssessmentIsAvailableAsStoredOnly() {
        AssessedScenario made =
                AssessedScenario.of(SERVICE.bean(ActiveRuleBook.class).current(), SCENARIO, LikelihoodScale.ICD203);
        String older = made.json().replace("\"engine\": \"", "\"engine\": \"0.0.");
        assertThat(older).isNotEqualTo(made.json());
        UUID id = SERVICE.bean(Archive.class)
                .add(new AssessedScenario(made.assessment(), made.scale(), older).toNewAssessment(ApiRequest.LOCAL));
        assertThat(text(SERVICE.get(PATH + "/" + id))).isEqualTo(older);
        HttpResponse<byte[]> page = SERVICE.send(SERVICE.to(PATH + "/" + id).header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(406);
        assertThat(text(page)).contains("do not reproduce this assessment", "as application/json");
    }

    @ParameterizedTest
    @EnumSource
    void briefingIsAvailableInEveryMediumInTheBytesOfTheCommandLine(BriefingMedium medium) {
        HttpResponse<byte[]> response = SERVICE.post("/api/v1/briefings", SCENARIO, "Accept", medium.mediaType());
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        assertThat(header(response, "Content-Type")).startsWith(medium.mediaType());
        assertThat(response.body())
                .isEqualTo(medium.render(new Briefings(Shipped.BOOK, Shipped.rival())
                        .write(Request.first(
                                new BriefingScenario(
                                        Shipped.scenario("baseline-2018"),
                                        Optional.of(Shipped.scenario("baseline-2018"))),
                                LikelihoodScale.ICD203))));
    }

    @Test
    void briefingInAnotherMediumIsNotAcceptable() {
        HttpResponse<byte[]> response = SERVICE.post("/api/v1/briefings", SCENARIO, "Accept", "image/png");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(text(response)).contains("A briefing is available as application/json, text/html, application/pdf");
    }

    @Test
    void tableNeedsAMediumWithRows() {
        String location =
                SERVICE.post(PATH, SCENARIO).headers().firstValue("Location").orElseThrow();
        for (HttpResponse<byte[]> answer : new HttpResponse[] {
            SERVICE.post(PATH + "?table=ledger", SCENARIO),
            SERVICE.post(PATH + "?table=ledger", SCENARIO, "Accept", "text/html"),
            SERVICE.get(location + "?table=ledger")
        }) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(text(answer))
                    .contains("/problems/bad-parameter")
                    .contains(
                            "The parameter table requires an Accept header with application/x-ndjson or text/csv, not ");
        }
        HttpResponse<byte[]> unknown = SERVICE.post(PATH + "?table=leger", SCENARIO, "Accept", "text/csv");
        assertThat(text(unknown)).contains("one of verdicts, groups, ledger, readings, changes", "ledger?");
    }

    /** The table of changes takes a sensitivity analysis. */
    @Test
    void changesCountAsAHeavyEvaluation() {
        String query = "?keep=false&table=";
        Map<String, String> settings =
                Map.of("entente.limits.max-concurrency", "2", "entente.limits.heavy-queue-capacity", "0");
        try (RunningService service = RunningService.start(settings)) {
            EvaluationExecutor evaluations = service.bean(EvaluationExecutor.class);
            evaluations.admit(Cost.HEAVY, Caller.SERVICE);
            evaluations.admit(Cost.HEAVY, Caller.SERVICE);
            HttpResponse<byte[]> changes = service.post(PATH + query + "changes", SCENARIO, "Accept", "text/csv");
            assertThat(changes.statusCode()).isEqualTo(503);
            assertThat(service.post(PATH + query + "readings", SCENARIO, "Accept", "text/csv")
                            .statusCode())
                    .isEqualTo(200);
            evaluations.release(Cost.HEAVY, Caller.SERVICE);
            evaluations.release(Cost.HEAVY, Caller.SERVICE);
            assertThat(service.post(PATH + query + "changes", SCENARIO, "Accept", "text/csv")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void listShowsIntervalAndConfidence() {
        SERVICE.post(PATH, SCENARIO);
        JsonNode entry = new JsonMapper()
                .readTree(SERVICE.get(PATH + "?limit=1&scenario=baseline-2018").body())
                .at("/assessments/0");
        Assessment expected = Shipped.assess("baseline-2018");
        Interval interval = expected.verdict().interval();
        assertThat(Stream.of("percent", "lowPercent", "highPercent")
                        .map(name -> entry.path(name).doubleValue()))
                .containsExactly(
                        expected.verdict().likelihood().value(),
                        interval.low().value(),
                        interval.high().value());
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
}
