package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import entente.testkit.HttpWire;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two callers with keys: replays and jobs of one are not visible to the other. */
@Timeout(300)
class OwnersIT {

    private static final Key ADA = Key.generate(new SecureRandom());
    private static final Key BERT = Key.generate(new SecureRandom());
    private static final String SCENARIO =
            new String(Shipped.bytes(Invocation.BASELINE), StandardCharsets.UTF_8).replaceAll("[^\\x00-\\x7F]", "-");

    @TempDir
    private static Path folder;

    private static RunningService served;

    @BeforeAll
    static void start() throws IOException {
        Path file = folder.resolve("keys");
        new KeyStore(file)
                .write(KeyFile.EMPTY
                        .with(new KeyEntry("ada", Role.ANALYST, ADA.digest()))
                        .with(new KeyEntry("bert", Role.ANALYST, BERT.digest())));
        served = RunningService.start(Map.of("entente.access.keys", file.toString()));
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    private static HttpWire.Answer ask(Key by, String method, String target, String body, String header) {
        return served.ask(
                method, target, body, "Authorization: Bearer " + by.reveal(), "Content-Type: application/json", header);
    }

    @Test
    void idempotencyKeysAreScopedToTheirCaller() {
        String idempotencyKey = "Idempotency-Key: the same";
        HttpWire.Answer first = ask(ADA, "POST", "/api/v1/assessments", SCENARIO, idempotencyKey);
        assertThat(first.status()).isEqualTo(201);
        HttpWire.Answer other = ask(BERT, "POST", "/api/v1/assessments", SCENARIO, idempotencyKey);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.all("Idempotency-Replayed")).isEmpty();
        assertThat(other.one("Location")).isNotEqualTo(first.one("Location"));
        assertThat(ask(ADA, "POST", "/api/v1/assessments", SCENARIO, idempotencyKey)
                        .one("Location"))
                .isEqualTo(first.one("Location"));
    }

    @Test
    void jobsAreVisibleToTheirOwnerOnly() {
        HttpWire.Answer accepted = ask(ADA, "POST", "/api/v1/explorations", SCENARIO, "Prefer: respond-async");
        assertThat(accepted.status()).isEqualTo(202);
        String job = accepted.one("Location");
        assertThat(ask(BERT, "GET", job, "", "Accept: */*").status()).isEqualTo(404);
        assertThat(ask(BERT, "DELETE", job, "", "Accept: */*").status()).isEqualTo(404);
        assertThat(ask(ADA, "GET", job, "", "Accept: */*").status()).isEqualTo(200);
    }
}
