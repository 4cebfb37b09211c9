package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.HttpWire;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Health, information, metrics and request logs, and the data that they must not contain. */
@Timeout(120)
class OperationIT {

    private static final String CANARY = "canary-7b1f";
    private static final String PASSWORD = "canary-4711-secret";
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String REQUESTS = "http_server_requests_seconds_count";

    /** Of its own: the start of another service ends the log of those before. */
    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of("entente.archive.password", PASSWORD));

    private static JsonNode read(String path) {
        Answer answer = SERVICE.get(path).expect(200);
        return answer.json();
    }

    @Test
    void healthReportsComponentsWithoutPaths() {
        JsonNode health = read("/actuator/health");
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("components").propertyNames())
                .containsExactlyInAnyOrder(
                        "access", "archive", "evaluations", "jobs", "livenessState", "readinessState", "rules");
        JsonNode ready = read("/actuator/health/readiness");
        assertThat(ready.at("/components/rules/details/sha256").asString())
                .isEqualTo(Shipped.BOOK.book().sha256());
        assertThat(ready.at("/components").propertyNames()).contains("archive", "evaluations", "jobs", "access");
        assertThat(read("/actuator/health/liveness").at("/components").propertyNames())
                .containsExactlyInAnyOrder("livenessState", "evaluations", "jobs");
        assertThat(health.toString()).doesNotContain("/home", "/tmp", "target", "jdbc:");
    }

    @Test
    void infoReportsEngineRulesAndArchiveDurability() {
        JsonNode info = read("/actuator/info");
        assertThat(info.propertyNames()).containsExactlyInAnyOrder("engine", "rules", "archive");
        assertThat(info.at("/rules/sha256").asString())
                .isEqualTo(Shipped.BOOK.book().sha256());
        assertThat(info.at("/archive/store").asString()).startsWith("H2 ");
        assertThat(info.at("/archive/survives").asString()).contains("Acknowledged");
        assertThat(info.at("/archive/settings/WRITE_DELAY").asString()).isEqualTo("0");
        assertThat(info.toString()).doesNotContain("/home", "/tmp", "target", "jdbc:");
    }

    @Test
    void metricLabelsContainNoCallerInput() throws Exception {
        String stored = "uri=\"/api/v1/assessments/{id}\"";
        double before = counted(REQUESTS, stored);
        SERVICE.get("/" + CANARY + "?q=" + CANARY);
        SERVICE.send(SERVICE.to("/api/v1/assessments")
                .method(CANARY.toUpperCase(Locale.ROOT), BodyPublishers.noBody())
                .header("User-Agent", CANARY));
        for (int i = 0; i < 20; i++) {
            SERVICE.get("/" + i);
            SERVICE.get("/api/v1/assessments/" + CANARY + i);
        }
        // A request is counted once it has been answered.
        Await.holds("counted", () -> counted(REQUESTS, stored) >= before + 20);
        String metrics = SERVICE.get("/actuator/prometheus").text();
        assertThat(metrics)
                .contains(
                        "entente_archive_writable 1.0",
                        "entente_evaluations_running",
                        "entente_evaluations_waiting{weight=\"heavy\"}",
                        "entente_evaluations_lost",
                        "entente_jobs_worker_up",
                        "entente_evaluations_refused_total",
                        "entente_evaluations_overdue_total",
                        "entente_rules_stale 0.0",
                        "http_server_requests_seconds_bucket")
                .doesNotContainIgnoringCase(CANARY)
                .doesNotContain("disk_", "spring_security", "/home", "/tmp");
        assertThat(LABEL.matcher(metrics)
                        .results()
                        .filter(label -> label.group(1).equals("uri")))
                .isNotEmpty()
                .allMatch(label -> label.group(2).matches("UNKNOWN|NOT_FOUND|root|/[a-z0-9/:*{}.-]*"))
                .noneMatch(label -> label.group(2).matches("/\\d+"));
    }

    @Test
    void rejectedRequestsAreCounted() {
        double before = counted("entente_evaluations_refused_total", "");
        SERVICE.bean(EvaluationExecutor.class).reject(Cost.LIGHT, Caller.SERVICE);
        assertThat(counted("entente_evaluations_refused_total", "")).isEqualTo(before + 1);
    }

    private static double counted(String metric, String label) {
        return SERVICE.get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith(metric) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void requestLogContainsNoCallerInput() throws Exception {
        int before = SERVICE.logged().length();
        Answer refused = SERVICE.post(
                "/api/v1/assessments?keep=" + CANARY,
                "{\"" + CANARY + "\": 1}",
                "Idempotency-Key",
                CANARY,
                "User-Agent",
                CANARY);
        SERVICE.get("/api/v1/assessments/" + CANARY);
        SERVICE.fetch("/api/v1/rules?token=" + CANARY);
        SERVICE.fetch("/" + CANARY);
        SERVICE.fetch("/api/v1/rules", "Authorization: Bearer " + CANARY, "Cookie: a=" + CANARY);
        SERVICE.fetch("/api/v1/rules", "Host: " + CANARY, "Origin: http://" + CANARY);
        SERVICE.fetch("/api/v1/rules;" + CANARY);
        SERVICE.ask("POST", "/api/v1/assessments", "a", "Content-Type: text/" + CANARY);
        SERVICE.ask(CANARY.toUpperCase(Locale.ROOT), "/api/v1/assessments", "");
        HttpWire.raw(SERVICE.port(), "GET /a b " + CANARY + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        SERVICE.get("/actuator/health").expect(200);
        SERVICE.get("/api/v1/indicators").expect(200);
        // A line is written once its request has been answered; those of other tests may come between.
        String instance = refused.at("/instance").asString();
        for (String line : List.of(
                "POST /api/v1/assessments 400 \\d+ ms " + instance,
                "GET /api/v1/assessments/\\{id} 404 \\d+ ms /problems/occurrences/\\S+",
                "GET /api/v1/indicators 200 \\d+ ms")) {
            Await.holds(
                    line,
                    () -> SERVICE.logged().lines().anyMatch(logged -> logged.matches("INFO entente.requests " + line)));
        }
        assertThat(SERVICE.logged().substring(before))
                .doesNotContain("/actuator/health")
                .doesNotContainIgnoringCase(CANARY);
    }

    @Test
    void passwordIsInNoAnswerAndNoLog() {
        List<String> texts = new ArrayList<>();
        for (String target : List.of(
                "/",
                "/problems",
                "/actuator/health",
                "/actuator/info",
                "/actuator/prometheus",
                "/api/v1/openapi.json",
                "/api/v1/rules",
                "/api/v1/assessments?limit=x",
                "/nowhere")) {
            texts.add(SERVICE.fetch(target).text());
        }
        texts.add(SERVICE.post("/api/v1/assessments", "{").text());
        texts.add(SERVICE.logged());
        assertThat(texts).noneMatch(text -> text.contains(PASSWORD));
    }

    /** All users of a machine can read its command lines. */
    @Test
    void commandLineHasNoOptionsForSecrets() {
        for (String command : List.of("serve", "keys add", "keys list", "keys remove")) {
            String help = Invocation.of((Object[]) (command + " --help").split(" ", -1))
                    .out();
            assertThat(help.lines().filter(line -> line.strip().startsWith("-")))
                    .as(command)
                    .isNotEmpty()
                    .noneMatch(line -> line.matches("(?i).*--(password|secret|token|key)\\b.*"));
        }
    }
}
