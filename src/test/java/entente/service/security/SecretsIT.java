package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import entente.service.problem.StartupException;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A canary secret must not appear in answers, logs and error messages. */
@Timeout(300)
@Tag("thorough")
class SecretsIT {

    private static final String CANARY = "canary-4711-secret";

    @Test
    void passwordIsInNoAnswerAndNoLog() throws IOException {
        try (RunningService served = RunningService.start(Map.of("entente.archive.password", CANARY))) {
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
                texts.add(served.fetch(target).text());
            }
            texts.add(served.ask("POST", "/api/v1/assessments", "{", "Content-Type: application/json")
                    .text());
            texts.add(served.logged());
            assertThat(texts).noneMatch(text -> text.contains(CANARY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The first is valid, but nothing listens at port 1. The others are invalid.
                "postgresql://entente@127.0.0.1:1/entente",
                "postgresql://entente:" + CANARY + "@127.0.0.1:1/entente",
                "postgresql://entente:a/" + CANARY + "@127.0.0.1:1/entente",
                "postgresql://127.0.0.1:1/entente?user=entente&password=" + CANARY,
                "jdbc:postgresql://127.0.0.1:1/entente?password=" + CANARY,
                "jdbc:postgresql://127.0.0.1:1/en tente?password=" + CANARY
            })
    void startupErrorsDoNotContainThePassword(String url, @TempDir Path folder) throws IOException {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "entente.archive.url",
                url,
                "entente.archive.password-file",
                Files.writeString(folder.resolve("password"), CANARY + "\n").toString()));
        Throwable thrown = catchThrowable(() -> RunningService.start(settings).close());
        List<Throwable> causes =
                Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).toList();
        assertThat(causes)
                .filteredOn(StartupException.class::isInstance)
                .extracting(refused -> ((StartupException) refused).getExitCode())
                .containsExactly(url.contains("entente@") ? 69 : 78);
        assertThat(causes).noneMatch(cause -> String.valueOf(cause.getMessage()).contains(CANARY));
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
