package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.document.Digest;
import entente.model.LikelihoodScale;
import entente.report.AssessmentMediaTest;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.archive.Archive;
import entente.service.problem.ProblemException;
import entente.service.rulebook.ActiveRuleBook;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An assessment is available in every medium, by the Accept header, and is what the command line writes. */
@Timeout(120)
class MediaNegotiationIT {

    private static final String PATH = "/api/v1/assessments";
    private static final RunningService SERVICE = RunningService.shared();
    private static final byte[] SCENARIO = Shipped.bytes(Invocation.BASELINE);

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | json",
                "application/json | json",
                "application/* | json",
                "text/* | text",
                "text/html | html",
                "text/html;charset=utf-8 | html",
                "TEXT/Markdown | md",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
                "text/html;q=0.5, text/csv;q=0.6 | csv",
                "text/csv, application/json | json",
                "*/*, application/json;q=0, text/plain;q=0.5, text/csv;q=0.9 | ndjson",
                "application/json;q=0.1, image/png | json"
            })
    void mostPreferredMediumIsChosen(String accept, String name) {
        assertThat(MediaNegotiation.choose(List.of(accept), AssessmentMedia.STANDARD)
                        .name())
                .isEqualTo(name);
    }

    @Test
    void jsonIsTheDefaultMedium() {
        assertThat(MediaNegotiation.choose(List.of(), AssessmentMedia.STANDARD)).isEqualTo(AssessmentMedia.JSON);
    }

    @Test
    void registeredMediumIsOffered() {
        assertThat(MediaNegotiation.choose(List.of("text/x-percent"), AssessmentMediaTest.EXTENDED))
                .isEqualTo(new AssessmentMediaTest.PercentMedium());
        assertThatThrownBy(() -> MediaNegotiation.choose(List.of("text/x-percent"), AssessmentMedia.STANDARD))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void eachMediumEqualsTheCommandLineAndHasItsETagOnceStored() {
        Set<String> tags = new HashSet<>();
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            String expected = Invocation.fed(SCENARIO, "assess", "-", "--format", medium.name())
                    .out();
            for (String query : List.of("?keep=false", "")) {
                HttpResponse<byte[]> answer = SERVICE.post(PATH + query, SCENARIO, "Accept", medium.mediaType());
                assertThat(answer.statusCode()).as(medium.name()).isEqualTo(query.isEmpty() ? 201 : 200);
                assertThat(text(answer)).isEqualTo(expected);
                assertThat(header(answer, "Content-Type")).startsWith(medium.mediaType());
                assertThat(header(answer, "Vary")).isEqualTo("Accept");
                // What is not stored has no address at which it could be validated.
                assertThat(answer.headers().allValues("ETag"))
                        .isEqualTo(query.isEmpty() ? List.of("\"" + Digest.sha256(expected) + "\"") : List.of());
            }
            tags.add(Digest.sha256(expected));
        }
        assertThat(tags).hasSameSizeAs(AssessmentMedia.STANDARD.all());
    }

    @Test
    void storedAssessmentIsAvailableInEveryMedium() {
        HttpResponse<byte[]> made = SERVICE.post(PATH + "?scale=phia", SCENARIO, "Accept", "text/html");
        String location = header(made, "Location");
        assertThat(text(SERVICE.get(location)))
                .isEqualTo(Invocation.fed(SCENARIO, "assess", "-", "--format", "json", "--scale", "phia")
                        .out());
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            HttpResponse<byte[]> read = SERVICE.send(SERVICE.to(location).header("Accept", medium.mediaType()));
            assertThat(text(read))
                    .isEqualTo(Invocation.fed(SCENARIO, "assess", "-", "--format", medium.name(), "--scale", "phia")
                            .out());
            HttpResponse<byte[]> known = SERVICE.send(SERVICE.to(location)
                    .header("Accept", medium.mediaType())
                    .header("If-None-Match", header(read, "ETag")));
            assertThat(known.statusCode()).as(medium.name()).isEqualTo(304);
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;q=0", "nonsense"})
    void unsupportedMediaTypeGets406(String accept) {
        HttpResponse<byte[]> refused = SERVICE.post(PATH + "?keep=false", SCENARIO, "Accept", accept);
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(text(refused)).contains("application/json, text/plain, application/x-ndjson");
    }

    @Test
    void replayHasTheMediumOfTheFirstAnswer() {
        String key = UUID.randomUUID().toString();
        HttpResponse<byte[]> first = SERVICE.post(PATH, SCENARIO, "Accept", "text/csv", "Idempotency-Key", key);
        HttpResponse<byte[]> again = SERVICE.post(PATH, SCENARIO, "Accept", "text/csv", "Idempotency-Key", key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(again, "Content-Type")).isEqualTo(header(first, "Content-Type"));
        assertThat(SERVICE.post(PATH, SCENARIO, "Accept", "text/html", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
    }

    /** An assessment of another engine version is not rendered by this one. */
    @Test
    void irreproducibleAssessmentIsAvailableAsStoredOnly() {
        AssessedScenario made =
                AssessedScenario.of(SERVICE.bean(ActiveRuleBook.class).current(), SCENARIO, LikelihoodScale.ICD203);
        String older = made.json().replace("\"engine\": \"", "\"engine\": \"0.0.");
        assertThat(older).isNotEqualTo(made.json());
        UUID id = SERVICE.bean(Archive.class)
                .add(new AssessedScenario(made.assessment(), made.scale(), older).toNewAssessment(ApiRequest.LOCAL))
                .id();
        assertThat(text(SERVICE.get(PATH + "/" + id))).isEqualTo(older);
        HttpResponse<byte[]> page = SERVICE.send(SERVICE.to(PATH + "/" + id).header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(406);
        assertThat(text(page)).contains("do not reproduce this assessment", "as application/json");
    }

    @Test
    void openApiDocumentListsTheMedia() {
        JsonNode paths = JsonMapper.shared()
                .readTree(SERVICE.get("/api/v1/openapi.json").body())
                .get("paths");
        for (JsonNode content : List.of(
                paths.get(PATH).at("/post/responses/201/content"),
                paths.get(PATH).at("/post/responses/200/content"),
                paths.get(PATH + "/{id}").at("/get/responses/200/content"))) {
            assertThat(content.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(AssessmentMedia.STANDARD.all().stream()
                            .map(AssessmentMedium::mediaType)
                            .toList());
        }
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
}
