package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import entente.service.problem.StartupException;
import entente.testkit.HttpWire;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word that may be nowhere, looked for everywhere. */
@Timeout(300)
@Tag("thorough")
class SecretsIT {

    private static final String CANARY = "canary-4711-secret";

    @Test
    void aPasswordIsInNoAnswerAndNoLog() throws IOException {
        try (RunningService served = RunningService.start(Map.of("entente.archive.password", CANARY))) {
            List<String> said = new ArrayList<>();
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
                said.add(served.fetch(target).text());
            }
            said.add(served.ask("POST", "/api/v1/assessments", "{", "Content-Type: application/json")
                    .text());
            said.add(served.logged());
            assertThat(said).noneMatch(text -> text.contains(CANARY));
        }
    }

    /** What callers send is theirs: none of it goes into the log. */
    @Test
    void whatCallersSendIsNotLogged() throws IOException {
        try (RunningService served = RunningService.start(Map.of())) {
            served.fetch("/api/v1/rules?token=" + CANARY);
            served.fetch("/" + CANARY);
            served.fetch("/api/v1/scenarios/" + CANARY);
            served.fetch("/api/v1/rules", "Authorization: Bearer " + CANARY, "Cookie: a=" + CANARY);
            served.fetch("/api/v1/rules", "Host: " + CANARY, "Origin: http://" + CANARY);
            served.fetch("/api/v1/rules;" + CANARY);
            served.ask("POST", "/api/v1/assessments", "{\"" + CANARY + "\":1}", "Content-Type: application/json");
            served.ask("POST", "/api/v1/assessments", "a", "Content-Type: text/" + CANARY);
            served.ask(CANARY.toUpperCase(java.util.Locale.ROOT), "/api/v1/assessments", "");
            HttpWire.raw(served.port(), "GET /a b " + CANARY + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(served.logged()).contains("/problems/occurrences/").doesNotContainIgnoringCase(CANARY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Right but for what is there: nothing listens at port 1. The others are wrong.
                "postgresql://entente@127.0.0.1:1/entente",
                "postgresql://entente:" + CANARY + "@127.0.0.1:1/entente",
                "postgresql://entente:a/" + CANARY + "@127.0.0.1:1/entente",
                "postgresql://127.0.0.1:1/entente?user=entente&password=" + CANARY,
                "jdbc:postgresql://127.0.0.1:1/entente?password=" + CANARY,
                "jdbc:postgresql://127.0.0.1:1/en tente?password=" + CANARY
            })
    void aStartThatFailsSaysNoPassword(String place, @TempDir Path folder) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "entente.archive.url",
                place,
                "entente.archive.password-file",
                Files.writeString(folder.resolve("password"), CANARY + "\n").toString()));
        Throwable thrown = catchThrowable(() -> RunningService.start(settings).close());
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        List<StartupException> refused = causes.stream()
                .filter(StartupException.class::isInstance)
                .map(StartupException.class::cast)
                .toList();
        assertThat(refused.stream().map(StartupException::getExitCode))
                .containsExactly(place.contains("entente@") ? 69 : 78);
        assertThat(causes).noneMatch(cause -> String.valueOf(cause.getMessage()).contains(CANARY));
    }

    /** What is on a command line, everybody on the machine can read. */
    @Test
    void noSecretIsGivenOnTheCommandLine() {
        for (String verb : List.of("serve", "keys add", "keys list", "keys remove")) {
            String help =
                    Invocation.of((Object[]) (verb + " --help").split(" ", -1)).out();
            assertThat(help.lines().filter(line -> line.strip().startsWith("-")))
                    .as(verb)
                    .isNotEmpty()
                    .noneMatch(line -> line.matches("(?i).*--(password|secret|token|key)\\b.*"));
        }
    }
}
