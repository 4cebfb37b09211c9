package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.cli.Home;
import entente.document.Digest;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.report.AssessmentMediaTest;
import entente.report.csv.AssessmentTable;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.rulebook.CorruptedRuleBook;
import entente.scenario.FolderScenarioSource;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.AssessmentController.AssessedScenario;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.archive.Archive;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookWatcher.RuleBookCheck;
import entente.testkit.Answer;
import entente.testkit.Invocation;
import entente.testkit.Occupied;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpRequest;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assessments and briefings over HTTP, in the medium that the Accept header prefers, are what the command line writes. */
@Timeout(120)
class AssessmentControllerIT {

    private static final String PATH = "/api/v1/assessments";
    private static final RunningService SERVICE = RunningService.shared();
    private static final byte[] SCENARIO = Shipped.bytes(Invocation.BASELINE);

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
        Answer made = SERVICE.post(path, SCENARIO, "Accept", medium.mediaType());
        assertRepresentation(made, 201, expected, medium);
        Answer forgotten = SERVICE.post(path + "&keep=false", SCENARIO, "Accept", medium.mediaType());
        assertRepresentation(forgotten, 200, expected, medium);
        // What is not stored has no address at which it could be validated.
        assertThat(forgotten.headers()).doesNotContainKeys("etag", "location");
        HttpRequest.Builder stored = SERVICE.to(made.one("Location") + (table.isEmpty() ? "" : "?table=" + table))
                .header("Accept", medium.mediaType());
        Answer read = SERVICE.send(stored);
        assertRepresentation(read, 200, expected, medium);
        assertThat(made.one("ETag")).isEqualTo(read.one("ETag")).isEqualTo("\"" + Digest.sha256(expected) + "\"");
        Answer known =
                SERVICE.send(stored.header("If-None-Match", read.one("ETag"))).expect(304);
        assertThat(known.body()).isEmpty();
    }

    private static void assertRepresentation(Answer answer, int status, String expected, AssessmentMedium medium) {
        answer.expect(status);
        assertThat(answer.text()).isEqualTo(expected);
        assertThat(answer.one("Content-Type")).startsWith(medium.mediaType());
        assertThat(answer.one("Vary").toLowerCase(Locale.ROOT).split(",")).contains("accept");
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
        Answer page = SERVICE.post(PATH + "?keep=false", SCENARIO, "Accept", "text/html");
        assertThat(page.all("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("default-src 'none'", "style-src 'unsafe-inline'", "frame-ancestors 'none'")
                        .doesNotContain("script-src"));
        assertThat(SERVICE.post(PATH + "?keep=false", SCENARIO).one("Content-Security-Policy"))
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
                .add(new AssessedScenario(made.assessment(), made.scale(), SingletonSupplier.of(older))
                        .toNewAssessment(ApiRequest.LOCAL));
        assertThat(SERVICE.get(PATH + "/" + id).text()).isEqualTo(older);
        Answer page = SERVICE.send(SERVICE.to(PATH + "/" + id).header("Accept", "text/html"))
                .expect(406);
        assertThat(page.text()).contains("do not reproduce this assessment", "as application/json");
    }

    @ParameterizedTest
    @EnumSource
    void briefingIsAvailableInEveryMediumInTheBytesOfTheCommandLine(BriefingMedium medium) {
        Answer response = SERVICE.post("/api/v1/briefings", SCENARIO, "Accept", medium.mediaType())
                .expect(200);
        assertThat(response.one("Content-Type")).startsWith(medium.mediaType());
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
        Answer response = SERVICE.post("/api/v1/briefings", SCENARIO, "Accept", "image/png")
                .expect(406);
        assertThat(response.text()).contains("A briefing is available as application/json, text/html, application/pdf");
    }

    @Test
    void tableNeedsAMediumWithRows() {
        String location = SERVICE.post(PATH, SCENARIO).one("Location");
        for (Answer answer : List.of(
                SERVICE.post(PATH + "?table=ledger", SCENARIO),
                SERVICE.post(PATH + "?table=ledger", SCENARIO, "Accept", "text/html"),
                SERVICE.get(location + "?table=ledger"))) {
            answer.expect(400);
            assertThat(answer.text())
                    .contains("/problems/bad-parameter")
                    .contains(
                            "The parameter table requires an Accept header with application/x-ndjson or text/csv, not ");
        }
        Answer unknown = SERVICE.post(PATH + "?table=leger", SCENARIO, "Accept", "text/csv");
        assertThat(unknown.text()).contains("one of verdicts, groups, ledger, readings, changes", "ledger?");
    }

    /** The table of changes takes a sensitivity analysis. */
    @Test
    void changesCountAsAHeavyEvaluation() throws Exception {
        String path = PATH + "?keep=false&table=";
        try (Occupied heavy = new Occupied(SERVICE, Cost.HEAVY)) {
            assertThat(heavy.admitted()).isPositive();
            SERVICE.post(path + "changes", SCENARIO, "Accept", "text/csv").expect(503);
            SERVICE.post(path + "readings", SCENARIO, "Accept", "text/csv").ok();
        }
        SERVICE.post(path + "changes", SCENARIO, "Accept", "text/csv").ok();
    }

    @Test
    void listShowsIntervalAndConfidence() {
        SERVICE.post(PATH, SCENARIO);
        JsonNode entry = SERVICE.get(PATH + "?limit=1&scenario=baseline-2018").at("/assessments/0");
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
        String tag = SERVICE.get("/api/v1/rules").one("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Answer answer = SERVICE.send(SERVICE.to("/api/v1/rules").header("If-None-Match", known))
                    .expect(304, known);
            assertThat(answer.one("ETag")).isEqualTo(tag);
        }
        for (String other : List.of("\"other\"", tag.replace("\"", ""))) {
            SERVICE.send(SERVICE.to("/api/v1/rules").header("If-None-Match", other))
                    .expect(200, other);
        }
    }

    /** In the service Drools determines which claims fire: a truth table by which one never holds does not matter. */
    @Test
    void claimsFireByDroolsAndNotByTheTables(@TempDir Path cache) throws Exception {
        String rule = "us_reads_alliance_as_offence";
        new RuleBookCheck(Shipped.RULES, Shipped.CACHE, new FolderScenarioSource(List.of(Shipped.SCENARIOS))).load();
        CorruptedRuleBook.write(cache, rule);
        try (RunningService service = RunningService.start(Map.of("entente.cache", cache.toString()))) {
            Answer answer = service.post(PATH + "?keep=false", SCENARIO);
            assertThat(status(answer.json(), rule)).isEqualTo("FIRED");
        }
        Invocation byTables = Invocation.with(
                new Home(Shipped.RULES, Shipped.SCENARIOS, cache), "assess", "baseline-2018", "--format", "json");
        assertThat(status(new JsonMapper().readTree(byTables.out()), rule)).isEqualTo("NOT_FIRED");
    }

    private static String status(JsonNode assessment, String rule) {
        return assessment
                .get("ledger")
                .valueStream()
                .filter(row -> row.at("/rule").asString().equals(rule))
                .findFirst()
                .orElseThrow()
                .get("status")
                .asString();
    }
}
