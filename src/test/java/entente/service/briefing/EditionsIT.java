package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Concurrently;
import entente.testkit.HttpWire;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Editions over HTTP, and the page of briefings. */
@Timeout(300)
class EditionsIT {

    private static final String EDITIONS = "/api/v1/editions";
    private static final Path FOLDER = RunningService.folder("editions");

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of("entente.archive.editions", FOLDER.toString()));
    }

    @AfterAll
    static void end() {
        service.close();
    }

    private static HttpWire.Answer publish(String id, String... headers) {
        String scenario = "{\"schemaVersion\": \"1\", \"id\": \"" + id + "\", \"title\": \"<b>" + id
                + "</b>\", \"horizonYears\": 5, \"extends\": \"baseline-2018\", \"readings\": {}}";
        return service.ask(
                "POST",
                EDITIONS,
                scenario,
                Stream.concat(Stream.of("Content-Type: application/json"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    @Test
    void simultaneousRequestsWithOneKeyPublishOneEdition() throws Exception {
        String key = "Idempotency-Key: " + UUID.randomUUID();
        List<HttpWire.Answer> answers =
                Concurrently.run(Collections.<Callable<HttpWire.Answer>>nCopies(4, () -> publish("at-once", key)));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers)
                .extracting(HttpWire.Answer::text)
                .containsOnly(answers.get(0).text());
        assertThat(answers)
                .filteredOn(answer -> answer.headers().containsKey("idempotency-replayed"))
                .hasSize(3);
        assertThat(FOLDER.resolve("at-once/1")).isDirectory();
        assertThat(FOLDER.resolve("at-once/2")).doesNotExist();
    }

    @Test
    void pageListsEditionsNewestFirstAndWritesTitlesAsText() {
        publish("page-b");
        publish("page-a");
        String page = service.fetch("/briefings", "Accept: text/html").text();
        assertThat(page)
                .contains("&lt;b&gt;page-a&lt;/b&gt;")
                .doesNotContain("<b>")
                .containsSubsequence(
                        "name=\"scenarios\" value=\"status-quo-2025\" required checked",
                        "name=\"scenarios\" value=\"baseline-2018\"",
                        "page-a/1?format=html",
                        "page-a/1?format=pdf",
                        "page-b/1?format=html");
        HttpWire.Answer linked = service.fetch(EDITIONS + "/page-a/1?format=pdf", "Accept: text/html");
        assertThat(linked.headers())
                .containsEntry("content-type", "application/pdf")
                .containsEntry("content-disposition", "inline; filename=\"page-a-1.pdf\"");
    }

    @Test
    void formWritesOneDocumentOfSeveralScenarios() {
        HttpWire.Answer answer = service.fetch(
                "/api/v1/briefings?scenarios=taiwan-war&scenarios=baseline-2018&format=md&scale=icd203&long=true",
                "Accept: text/html");
        assertThat(answer.headers()).containsEntry("content-type", "text/markdown;charset=UTF-8");
        assertThat(answer.text())
                .containsSubsequence(
                        "# An operational alliance of China and Russia: two scenarios",
                        "## Comparison",
                        "# War over Taiwan",
                        "## Every rule that fired",
                        "# The article's moment, 2018");
        assertThat(service.fetch("/api/v1/briefings?scenarios=taiwan-wa").text())
                .contains("There is no scenario \\\"taiwan-wa\\\". Did you mean taiwan-war?");
        assertThat(service.fetch("/api/v1/briefings").status()).isEqualTo(400);
        String nine = String.join(",", Shipped.scenarioIds().subList(0, 9));
        assertThat(service.fetch("/api/v1/briefings?format=md&scenarios=" + nine)
                        .text())
                .contains("names 1 to 8 scenarios");
    }

    @Test
    void pageIsForReadersOnly() {
        Path keys = RunningService.folder("keys").resolve("keys");
        String reader = Invocation.of("keys", "add", "ada", "--role", "reader", "--keys", keys)
                .out()
                .strip();
        try (RunningService withKeys = RunningService.start(
                Map.of("entente.access.keys", keys.toString(), "entente.archive.editions", FOLDER.toString()))) {
            publish("secret");
            assertThat(withKeys.fetch("/briefings", "Accept: text/html").text()).doesNotContain("secret", "<form");
            assertThat(withKeys.fetch("/briefings", "Accept: text/html", "Authorization: Bearer " + reader)
                            .text())
                    .contains("secret", "<form");
        }
    }
}
