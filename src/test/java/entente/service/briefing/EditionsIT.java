package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.keys.Role;
import entente.testkit.Answer;
import entente.testkit.Concurrently;
import entente.testkit.RunningService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Editions over HTTP, and the page of briefings. */
@Timeout(300)
class EditionsIT {

    private static final String EDITIONS = "/api/v1/editions";
    private static final RunningService SERVICE = RunningService.shared();

    private static String scenario(String id) {
        return "{\"schemaVersion\": \"1\", \"id\": \"" + id + "\", \"title\": \"<b>" + id
                + "</b>\", \"horizonYears\": 5, \"extends\": \"baseline-2018\", \"readings\": {}}";
    }

    private static Answer publish(String id, String... headers) {
        return SERVICE.post(EDITIONS, scenario(id), headers);
    }

    @Test
    void simultaneousRequestsWithOneKeyPublishOneEdition() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Answer> answers = Concurrently.times(4, request -> publish("at-once", "Idempotency-Key", key));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
        assertThat(answers)
                .filteredOn(answer -> answer.headers().containsKey("idempotency-replayed"))
                .hasSize(3);
        SERVICE.get(EDITIONS + "/at-once/1").expect(200);
        SERVICE.get(EDITIONS + "/at-once/2").expect(404);
    }

    @Test
    void pageListsEditionsNewestFirstAndWritesTitlesAsText() {
        publish("page-b");
        publish("page-a");
        String page = SERVICE.fetch("/briefings", "Accept: text/html").text();
        assertThat(page)
                .contains("&lt;b&gt;page-a&lt;/b&gt;")
                .doesNotContain("<b>")
                .containsSubsequence(
                        "name=\"scenario\" value=\"status-quo-2025\" required checked",
                        "name=\"scenario\" value=\"baseline-2018\"",
                        "page-a/1?format=html",
                        "page-a/1?format=pdf",
                        "page-b/1?format=html");
        Answer linked = SERVICE.fetch(EDITIONS + "/page-a/1?format=pdf", "Accept: text/html");
        assertThat(linked.headers())
                .containsEntry("content-type", "application/pdf")
                .containsEntry("content-disposition", "inline; filename=\"page-a-1.pdf\"");
    }

    @Test
    void formWritesTheChosenScenario() {
        Answer answer =
                SERVICE.fetch("/api/v1/briefings?scenario=taiwan-war&format=md&scale=icd203", "Accept: text/html");
        assertThat(answer.headers()).containsEntry("content-type", "text/markdown;charset=UTF-8");
        assertThat(answer.text()).startsWith("# War over Taiwan");
        assertThat(SERVICE.fetch("/api/v1/briefings?scenario=taiwan-wa").text())
                .contains("There is no scenario \\\"taiwan-wa\\\". Did you mean taiwan-war?");
        SERVICE.fetch("/api/v1/briefings").expect(400);
    }

    @Test
    void pageIsForReadersOnly() {
        RunningService keyed = RunningService.withKeys();
        String[] analyst = {"Authorization", "Bearer " + RunningService.key(Role.ANALYST)};
        keyed.post(EDITIONS, scenario("secret"), analyst).ok();
        assertThat(keyed.fetch("/briefings", "Accept: text/html").text()).doesNotContain("secret", "<form");
        String reader = "Authorization: Bearer " + RunningService.key(Role.READER);
        assertThat(keyed.fetch("/briefings", "Accept: text/html", reader).text())
                .contains("secret", "<form");
    }
}
