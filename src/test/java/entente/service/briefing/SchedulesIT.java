package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import entente.report.wording.Wording;
import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import jakarta.mail.Multipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Schedules over HTTP: from the request to the mail with the edition. */
@Timeout(300)
@Tag("thorough")
class SchedulesIT {

    private static final String SCHEDULES = "/api/v1/schedules";
    private static final String EDITIONS = "/api/v1/editions";
    private static final String PASSWORD = "the password of the mail server";

    private static GreenMail mail;
    private static RunningService service;
    private static Path editions;

    @BeforeAll
    static void start() throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser("entente@example.org", "entente", PASSWORD);
        editions = RunningService.folder("editions");
        Path password = RunningService.folder("secrets").resolve("password");
        Files.writeString(password, PASSWORD + "\n");
        service = RunningService.start(Map.of(
                "entente.archive.editions", editions.toString(),
                "entente.mail.host", "127.0.0.1",
                "entente.mail.port", String.valueOf(mail.getSmtp().getPort()),
                "entente.mail.tls", "none",
                "entente.mail.user", "entente",
                "entente.mail.password-file", password.toString(),
                "entente.mail.from", "entente@example.org",
                "entente.mail.recipients", "@example.org"));
    }

    @AfterAll
    static void stop() {
        service.close();
        mail.stop();
    }

    private static String definition(String more) {
        return "{\"name\": \"Morning\", \"scenario\": \"baseline-2018\", \"cron\": \"0 6 * * MON-FRI\", "
                + "\"timeZone\": \"Europe/Warsaw\"" + more + "}";
    }

    private static Answer ask(String method, String path, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/json";
        return service.ask(method, path, body, all);
    }

    @Test
    void aRunPublishesAnEditionAndSendsIt() throws Exception {
        Answer created = ask(
                        "POST",
                        SCHEDULES,
                        definition(", \"ifChanged\": true, \"targets\": [\"mailto:anna@example.org\"]"))
                .expect(201);
        String address = created.headers().get("location");
        assertThat(editions).isEmptyDirectory();
        assertThat(mail.getReceivedMessages()).isEmpty();

        ask("POST", address + "/runs", "").expect(202);
        Await.holds("an edition by mail", () -> mail.getReceivedMessages().length == 1);
        assertThat(editions.resolve("baseline-2018/1/briefing.pdf")).exists();
        Multipart parts = (Multipart) mail.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(editions.resolve("baseline-2018/1/briefing.pdf")));
        String rival = rivalAccountOfTheCommandLine();
        assertThat(mailText().replace(Wording.GLUE, ' ')).contains("exceptionally unlikely", rival);
        assertThat(rivalAccount(Files.readString(editions.resolve("baseline-2018/1/briefing.json"))))
                .isEqualTo(rival);
        Await.holds(
                "acknowledged", () -> service.fetch("/api/v1/deliveries").text().contains("\"DELIVERED\""));

        ask("POST", address + "/runs", "").expect(202);
        Await.holds("no second edition", () -> service.fetch(SCHEDULES).text().contains("\"UNCHANGED\""));
        assertThat(editions.resolve("baseline-2018/2")).doesNotExist();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(service.fetch("/schedules", "Accept: text/html").text())
                .contains("Morning", "0 6 * * MON-FRI, Europe/Warsaw", "unchanged", "baseline-2018/1", "delivered");
        assertThat(service.logged()).doesNotContain(PASSWORD);
        assertThat(posted(EDITIONS, Files.readAllBytes(Invocation.BASELINE)))
                .as("an edition on request names the rival book")
                .contains("\"rivalSha256\"");
    }

    /** What the command line says of the rival account, a reader of the service reads, too. */
    @Test
    void theRivalAccountIsTheSameInEveryChannel() throws Exception {
        String rival = rivalAccountOfTheCommandLine();
        assertThat(rivalAccount(posted("/api/v1/briefings", Files.readAllBytes(Invocation.BASELINE))))
                .as("a briefing of a body")
                .isEqualTo(rival);
        assertThat(service.fetch("/api/v1/briefings?scenario=baseline-2018&format=md")
                        .text())
                .as("the briefing of the page")
                .contains(rival);
    }

    private static String rivalAccountOfTheCommandLine() {
        return rivalAccount(
                Invocation.of("brief", "baseline-2018", "--format", "json").out());
    }

    private static String posted(String path, byte[] scenario) {
        return service.post(path, scenario).text();
    }

    private static String mailText() throws Exception {
        Multipart parts = (Multipart) mail.getReceivedMessages()[0].getContent();
        return new String(
                ((Multipart) parts.getBodyPart(0).getContent())
                        .getBodyPart(0)
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static String rivalAccount(String briefing) {
        List<String> sentences = new ArrayList<>();
        new JsonMapper().readTree(briefing).get("standing").forEach(sentence -> sentences.add(sentence.asString()));
        return sentences.stream()
                .filter(sentence -> sentence.startsWith("This estimate follows"))
                .findFirst()
                .orElseThrow()
                .replace(Wording.GLUE, ' ');
    }

    @Test
    void aChangeNamesItsVersion() {
        String address = ask("POST", SCHEDULES, definition("")).headers().get("location");
        Answer read = service.fetch(address);
        String etag = read.headers().get("etag");
        String other = definition(", \"formats\": [\"html\", \"pdf\"]");
        ask("PUT", address, other).expect(428);
        ask("PUT", address, other, "If-Match: \"" + "0".repeat(64) + "\"").expect(412);
        Answer changed = ask("PUT", address, other, "If-Match: " + etag).expect(200);
        assertThat(changed.text()).contains("\"revision\": 2", "\"html\"");
        ask("PUT", address, other, "If-Match: " + etag).expect(412);
        ask("DELETE", address, "", "If-Match: " + etag).expect(412);
        ask("DELETE", address, "", "If-Match: " + changed.headers().get("etag")).expect(204);
        service.fetch(address).expect(404);
    }

    @Test
    void nameHasNoCharacterThatAReaderDoesNotSee() {
        for (String name : List.of("Morn\\u200bing", "Morning\\u202e", "Morn\\ning")) {
            Answer refused = ask("POST", SCHEDULES, definition("").replace("Morning", name));
            assertThat(refused.status()).as(name).isEqualTo(422);
            assertThat(refused.text()).contains("\"#/name\"", "FORBIDDEN_CHARACTER");
        }
    }

    @Test
    void allProblemsOfADefinitionAreReported() {
        Answer refused = ask(
                        "POST",
                        SCHEDULES,
                        "{\"name\": \"\", \"scenario\": \"../../etc\", \"cron\": \"* * *\", \"timeZone\": \"Mars/Base\", "
                                + "\"formats\": [\"exe\"], \"targets\": [\"mailto:eve@evil.example\", \"https://127.0.0.1/\", "
                                + "\"x\"], \"when\": 1}")
                .expect(422);
        assertThat(refused.text())
                .contains(
                        "#/name",
                        "#/scenario",
                        "#/cron",
                        "#/timeZone",
                        "#/formats/0",
                        "#/targets/0",
                        "#/targets/1",
                        "#/targets/2",
                        "#/when",
                        "entente.webhook.allow",
                        "entente.mail.recipients");
    }
}
