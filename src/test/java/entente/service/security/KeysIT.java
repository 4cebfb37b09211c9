package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
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
    void invalidKeysGet401() {
        String good = READER.reveal();
        for (String wrong : List.of(good + "A", good.substring(Key.PREFIX.length()), "ent_")) {
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
    void healthWithoutAKeyIsTheOverallState() {
        HttpWire.Answer health = served.fetch("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text()).doesNotContain("components", "details");
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

    /** An external login: it signs tokens and publishes its public key. */
    private static final class Login implements AutoCloseable {

        static final String ISSUER = "https://login.example";

        private final RSAKey key = key();
        private final HttpServer server;

        Login() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/keys", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
        }

        String keys() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
        }

        private static RSAKey key() {
            try {
                return new RSAKeyGenerator(2048).keyID("one").generate();
            } catch (JOSEException impossible) {
                throw new AssertionError(impossible);
            }
        }

        /** The claims of a valid token; tests change what they need. */
        static JWTClaimsSet.Builder claims(String scope) {
            Instant now = Instant.now();
            return new JWTClaimsSet.Builder()
                    .issuer(ISSUER)
                    .subject("ada@login.example")
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                    .claim("scope", scope);
        }

        static Date hoursFromNow(int hours) {
            return Date.from(Instant.now().plus(Duration.ofHours(hours)));
        }

        String token(JWTClaimsSet.Builder claims) {
            return signed(claims, key);
        }

        /** Signed with another key that has the same id. */
        static String forged(JWTClaimsSet.Builder claims) {
            return signed(claims, key());
        }

        /** Signed with the public key as an HMAC secret (algorithm confusion). */
        String confused(JWTClaimsSet.Builder claims) {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims.build());
                token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
                return token.serialize();
            } catch (JOSEException impossible) {
                throw new AssertionError(impossible);
            }
        }

        static String unsigned(JWTClaimsSet.Builder claims) {
            return new PlainJWT(claims.build()).serialize();
        }

        private static String signed(JWTClaimsSet.Builder claims, RSAKey by) {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("one")
                                .type(JOSEObjectType.JWT)
                                .build(),
                        claims.build());
                token.sign(new RSASSASigner(by));
                return token.serialize();
            } catch (JOSEException impossible) {
                throw new AssertionError(impossible);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
