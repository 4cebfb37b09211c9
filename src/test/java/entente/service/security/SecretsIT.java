package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.RunningService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
