package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Authentication with keys and tokens. */
@Timeout(300)
class KeysIT {

    private static final String READ = "/api/v1/indicators";
    private static final Key READER = Key.generate(new SecureRandom());
    private static final Key OPERATOR = Key.generate(new SecureRandom());

    @TempDir
    private static Path folder;

    private static Path file;
    private static Login login;
    private static RunningService served;

    @BeforeAll
    static void start() throws IOException {
        file = folder.resolve("keys");
        writeKeys();
        login = new Login();
        served = RunningService.start(Map.of(
                "entente.access.keys",
                file.toString(),
                "entente.access.hosts",
                "entente.example",
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                login.keys(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                Login.ISSUER));
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
        login.close();
    }

    @BeforeEach
    void restoreKeys() throws IOException {
        writeKeys();
    }

    private static void writeKeys() throws IOException {
        new KeyStore(file)
                .write(KeyFile.EMPTY
                        .with(new KeyEntry("ada", Role.READER, READER.digest()))
                        .with(new KeyEntry("op", Role.OPERATOR, OPERATOR.digest())));
    }

    private static HttpWire.Answer with(String bearer, String target) {
        return served.fetch(target, "Authorization: Bearer " + bearer);
    }

    @Test
    void unauthenticatedRequestsGet401ForEveryPath() {
        for (String target : List.of(READ, "/api/v1/rules", "/nowhere", "/error", "/actuator/env", "/actuator/info")) {
            HttpWire.Answer answer = served.fetch(target);
            assertThat(answer.status()).as(target).isEqualTo(401);
            assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
            assertThat(answer.text()).contains("\"/problems/unauthenticated\"");
        }
    }

    @Test
    void foreignHostIsRefusedBeforeAuthentication() {
        for (String target : List.of(READ, "/nowhere")) {
            assertThat(served.fetch(target, "Host: evil.example").status())
                    .as(target)
                    .isEqualTo(421);
        }
        assertThat(served.fetch(READ, "Host: entente.example").status()).isEqualTo(401);
    }

    /** Most requests under overload are refused: what they cost is lost to the others. */
    @Test
    void overloadIsRefusedBeforeAuthentication() {
        EvaluationExecutor evaluations = served.bean(EvaluationExecutor.class);
        int admitted = 0;
        while (!evaluations.isFull(Cost.HEAVY, Caller.SERVICE)) {
            evaluations.admit(Cost.HEAVY, Caller.SERVICE);
            admitted++;
        }
        try {
            assertThat(served.post("/api/v1/flips", new byte[0]).statusCode()).isEqualTo(503);
            assertThat(served.post("/api/v1/assessments", new byte[0]).statusCode())
                    .as("of another cost")
                    .isEqualTo(401);
        } finally {
            for (int n = 0; n < admitted; n++) {
                evaluations.release(Cost.HEAVY, Caller.SERVICE);
            }
        }
        assertThat(served.post("/api/v1/flips", new byte[0]).statusCode()).isEqualTo(401);
    }

    @Test
    void keysGrantTheirRole() {
        assertThat(with(READER.reveal(), READ).status()).isEqualTo(200);
        assertThat(with(READER.reveal(), "/actuator/prometheus").status()).isEqualTo(403);
        assertThat(with(OPERATOR.reveal(), "/actuator/prometheus").status()).isEqualTo(200);
        assertThat(with(OPERATOR.reveal(), "/nowhere").status()).isEqualTo(404);
    }

    @Test
    void invalidKeysGet401() {
        String good = READER.reveal();
        for (String wrong : List.of(
                good.substring(0, good.length() - 1),
                good + "A",
                good.toUpperCase(java.util.Locale.ROOT),
                good.substring(Key.PREFIX.length()),
                READER.digest(),
                Key.PREFIX + READER.digest(),
                "ent_",
                "ada",
                Key.generate(new SecureRandom()).reveal())) {
            HttpWire.Answer answer = with(wrong, READ);
            assertThat(answer.status()).as(wrong).isEqualTo(401);
            assertThat(answer.one("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.text()).doesNotContain(wrong);
        }
    }

    @Test
    void keysAreAcceptedInTheBearerHeaderOnly() {
        String key = READER.reveal();
        String basic = Base64.getEncoder().encodeToString(("ada:" + key).getBytes(StandardCharsets.UTF_8));
        assertThat(served.fetch(READ + "?access_token=" + key).status()).isEqualTo(401);
        assertThat(served.fetch(READ + "?key=" + key).status()).isEqualTo(401);
        assertThat(served.fetch(READ, "Authorization: Basic " + basic).status()).isEqualTo(401);
        assertThat(served.fetch(READ, "Authorization: " + key).status()).isEqualTo(401);
        assertThat(served.fetch(READ, "Cookie: access_token=" + key).status()).isEqualTo(401);
        assertThat(served.fetch(READ, "X-Api-Key: " + key).status()).isEqualTo(401);
        HttpWire.Answer form = served.ask(
                "POST",
                "/api/v1/validations",
                "access_token=" + key,
                "Content-Type: application/x-www-form-urlencoded");
        assertThat(form.status()).isEqualTo(401);
    }

    @Test
    void removedKeyIsRejectedAtOnce() throws Exception {
        KeyStore store = new KeyStore(file);
        assertThat(with(READER.reveal(), READ).status()).isEqualTo(200);
        store.write(store.read().without("ada"));
        assertThat(with(READER.reveal(), READ).status()).isEqualTo(401);
        store.write(store.read().with(new KeyEntry("ada", Role.READER, READER.digest())));
        assertThat(with(READER.reveal(), READ).status()).isEqualTo(200);
    }

    @Test
    void invalidKeyFileRejectsAllKeysAndHealthIsDown() throws IOException {
        String good = Files.readString(file);
        for (String bad : List.of(good + "half a li", good + "\u0000", "")) {
            Files.writeString(file, bad);
            assertThat(with(OPERATOR.reveal(), READ).status()).as(bad).isEqualTo(401);
        }
        Files.writeString(file, good + "one king 2\n");
        assertThat(with(OPERATOR.reveal(), READ).status()).isEqualTo(401);
        HttpWire.Answer health = served.fetch("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.text()).contains("DOWN").doesNotContain("line", "king", folder.toString());
        assertThat(served.logged()).contains("No key is accepted", "line 3: a role is");
        Files.writeString(file, good);
        assertThat(with(OPERATOR.reveal(), READ).status()).isEqualTo(200);
        Files.delete(file);
        assertThat(with(OPERATOR.reveal(), READ).status()).isEqualTo(401);
        Files.writeString(file, good);
        assertThat(with(OPERATOR.reveal(), READ).status()).isEqualTo(200);
        assertThat(served.fetch("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void emptyKeyFileMakesTheServiceUnready() throws IOException {
        String good = Files.readString(file);
        for (String empty : List.of("", "# no key\n")) {
            int before = served.logged().length();
            Files.writeString(file, empty);
            assertThat(served.fetch("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(served.fetch("/actuator/health").status()).isEqualTo(503);
            assertThat(served.logged().substring(before)).containsOnlyOnce("The file holds no key");
            Files.writeString(file, good);
            assertThat(served.fetch("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(served.logged().substring(before)).containsOnlyOnce("The key file is valid again.");
        }
    }

    @Test
    void tokensGrantTheirScopes() {
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        expected.put("", List.of(403, 403));
        expected.put("openid entente entente.reads Entente.read", List.of(403, 403));
        expected.put("entente.read", List.of(200, 403));
        expected.put("openid entente.write", List.of(200, 403));
        expected.put("entente.operate", List.of(200, 200));
        expected.put("entente.read entente.operate", List.of(200, 200));
        expected.forEach((scope, statuses) -> {
            String token = login.token(Login.claims(scope));
            assertThat(List.of(
                            with(token, READ).status(),
                            with(token, "/actuator/prometheus").status()))
                    .as(scope)
                    .isEqualTo(statuses);
        });
        String listed = login.token(Login.claims("").claim("scope", null).claim("scp", List.of("entente.read")));
        assertThat(with(listed, READ).status()).isEqualTo(200);
    }

    @Test
    void invalidTokensGet401() {
        JWTClaimsSet.Builder good = Login.claims("entente.operate");
        assertThat(with(login.token(good), READ).status()).isEqualTo(200);
        String[] parts = login.token(Login.claims("entente.read")).split("\\.", -1);
        String[] other = login.token(good).split("\\.", -1);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("expired", login.token(Login.claims("entente.operate").expirationTime(Login.hoursFromNow(-1))));
        wrong.put("no expiry", login.token(Login.claims("entente.operate").expirationTime(null)));
        wrong.put("not yet", login.token(Login.claims("entente.operate").notBeforeTime(Login.hoursFromNow(1))));
        wrong.put("other issuer", login.token(Login.claims("entente.operate").issuer("https://other.example")));
        wrong.put("no issuer", login.token(Login.claims("entente.operate").issuer(null)));
        wrong.put("no subject", login.token(Login.claims("entente.operate").subject(null)));
        wrong.put("blank", login.token(Login.claims("entente.operate").subject(" ")));
        wrong.put("long subject", login.token(Login.claims("entente.operate").subject("a".repeat(256))));
        wrong.put("not signed", Login.unsigned(good));
        wrong.put("signed by another", Login.forged(good));
        wrong.put("signed with the public key", login.confused(good));
        wrong.put("content changed", parts[0] + "." + other[1] + "." + parts[2]);
        wrong.put("signature cut", other[0] + "." + other[1] + ".");
        wrong.put("no signature", other[0] + "." + other[1]);
        wrong.put("not a token", "a.b.c");
        wrong.forEach((name, token) -> {
            assertThat(with(token, READ).status()).as(name).isEqualTo(401);
            assertThat(with(token, "/actuator/prometheus").status()).as(name).isEqualTo(401);
        });
    }

    @Test
    void publicEndpointsNeedNoKey() {
        for (String target : List.of(
                "/sign-in",
                "/problems",
                "/problems/stale",
                "/api/v1/openapi.json",
                "/try",
                "/page/swagger-ui/swagger-ui.css",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness")) {
            assertThat(served.fetch(target).status()).as(target).isEqualTo(200);
        }
        assertThat(served.fetch("/actuator/health").text()).doesNotContain("components", "details");
    }

    @Test
    void secretsAreNotLogged() {
        String token = login.token(Login.claims("entente.read"));
        with(READER.reveal(), READ);
        with(READER.reveal() + "x", READ);
        with(token, READ);
        with(token + "x", "/nowhere");
        served.fetch(READ + "?access_token=" + READER.reveal());
        String signature = token.substring(token.lastIndexOf('.') + 1);
        assertThat(served.logged()).doesNotContain(READER.reveal(), READER.digest(), signature);
        String seen = with(OPERATOR.reveal(), "/actuator/prometheus").text()
                + with(OPERATOR.reveal(), "/actuator/info").text()
                + with(OPERATOR.reveal(), "/actuator/health").text();
        assertThat(seen).doesNotContain(READER.reveal(), READER.digest(), signature, folder.toString());
        assertThat(served.logged()).doesNotContain("generated security password");
    }
}
