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
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.keys.Key;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import entente.testkit.Answer;
import entente.testkit.Occupied;
import entente.testkit.RunningService;
import entente.testkit.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Authentication with keys and tokens. */
@Timeout(300)
class KeysIT {

    private static final String READ = "/api/v1/indicators";
    private static final TestKeys KEYS = new TestKeys(Map.of("ada", Role.READER, "op", Role.OPERATOR));
    private static final Key READER = KEYS.key("ada");
    private static final Key OPERATOR = KEYS.key("op");
    private static final Login LOGIN = new Login();

    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of(
            "entente.access.keys",
            KEYS.file().toString(),
            "entente.access.hosts",
            "entente.example",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
            LOGIN.keys(),
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            Login.ISSUER));

    @AfterAll
    static void stop() {
        LOGIN.close();
    }

    @BeforeEach
    void restoreKeys() {
        KEYS.restore();
    }

    private static Answer with(String bearer, String target) {
        return SERVICE.fetch(target, "Authorization: Bearer " + bearer);
    }

    @Test
    void unauthenticatedRequestsGet401ForEveryPath() {
        for (String target : List.of(READ, "/api/v1/rules", "/nowhere", "/error", "/actuator/env", "/actuator/info")) {
            Answer answer = SERVICE.fetch(target).expect(401, target);
            assertThat(answer.all("WWW-Authenticate")).containsExactly("Bearer");
            assertThat(answer.text()).contains("\"/problems/unauthenticated\"");
        }
    }

    @Test
    void foreignHostIsRefusedBeforeAuthentication() {
        for (String target : List.of(READ, "/nowhere")) {
            SERVICE.fetch(target, "Host: evil.example").expect(421, target);
        }
        SERVICE.fetch(READ, "Host: entente.example").expect(401);
    }

    /** Most requests under overload are refused: what they cost is lost to the others. */
    @Test
    void overloadIsRefusedBeforeAuthentication() throws Exception {
        try (Occupied heavy = new Occupied(SERVICE, Cost.HEAVY)) {
            assertThat(heavy.admitted()).isPositive();
            SERVICE.post("/api/v1/flips", "").expect(503);
            SERVICE.post("/api/v1/assessments", "").expect(401, "of another cost");
        }
        SERVICE.post("/api/v1/flips", "").expect(401);
    }

    @Test
    void invalidKeysGet401() {
        String good = READER.reveal();
        for (String wrong : List.of(good + "A", good.substring(Key.PREFIX.length()), "ent_")) {
            Answer answer = with(wrong, READ).expect(401, wrong);
            assertThat(answer.one("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.text()).doesNotContain(wrong);
        }
    }

    @Test
    void keysAreAcceptedInTheBearerHeaderOnly() {
        String key = READER.reveal();
        String basic = Base64.getEncoder().encodeToString(("ada:" + key).getBytes(StandardCharsets.UTF_8));
        SERVICE.fetch(READ + "?access_token=" + key).expect(401);
        SERVICE.fetch(READ + "?key=" + key).expect(401);
        SERVICE.fetch(READ, "Authorization: Basic " + basic).expect(401);
        SERVICE.fetch(READ, "Authorization: " + key).expect(401);
        SERVICE.fetch(READ, "Cookie: access_token=" + key).expect(401);
        SERVICE.fetch(READ, "X-Api-Key: " + key).expect(401);
        Answer form = SERVICE.ask(
                        "POST",
                        "/api/v1/validations",
                        "access_token=" + key,
                        "Content-Type: application/x-www-form-urlencoded")
                .expect(401);
    }

    @Test
    void removedKeyIsRejectedAtOnce() throws Exception {
        KeyStore store = KEYS.store();
        with(READER.reveal(), READ).expect(200);
        store.write(store.read().without("ada"));
        with(READER.reveal(), READ).expect(401);
        store.write(store.read().with(new KeyEntry("ada", Role.READER, READER.digest())));
        with(READER.reveal(), READ).expect(200);
    }

    @Test
    void invalidKeyFileRejectsAllKeysAndHealthIsDown() throws IOException {
        String good = Files.readString(KEYS.file());
        for (String bad : List.of(good + "half a li", good + "\u0000", "")) {
            Files.writeString(KEYS.file(), bad);
            with(OPERATOR.reveal(), READ).expect(401, bad);
        }
        Files.writeString(KEYS.file(), good + "one king 2\n");
        with(OPERATOR.reveal(), READ).expect(401);
        Answer health = SERVICE.fetch("/actuator/health").expect(503);
        assertThat(health.text())
                .contains("DOWN")
                .doesNotContain("line", "king", KEYS.file().getParent().toString());
        assertThat(SERVICE.logged()).contains("No key is accepted", "line 3: a role is");
        Files.writeString(KEYS.file(), good);
        with(OPERATOR.reveal(), READ).expect(200);
        Files.delete(KEYS.file());
        with(OPERATOR.reveal(), READ).expect(401);
        Files.writeString(KEYS.file(), good);
        with(OPERATOR.reveal(), READ).expect(200);
        SERVICE.fetch("/actuator/health").expect(200);
    }

    @Test
    void emptyKeyFileMakesTheServiceUnready() throws IOException {
        String good = Files.readString(KEYS.file());
        for (String empty : List.of("", "# no key\n")) {
            int before = SERVICE.logged().length();
            Files.writeString(KEYS.file(), empty);
            SERVICE.fetch("/actuator/health/readiness").expect(503);
            SERVICE.fetch("/actuator/health").expect(503);
            assertThat(SERVICE.logged().substring(before)).containsOnlyOnce("The file holds no key");
            Files.writeString(KEYS.file(), good);
            SERVICE.fetch("/actuator/health/readiness").expect(200);
            assertThat(SERVICE.logged().substring(before)).containsOnlyOnce("The key file is valid again.");
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
            String token = LOGIN.token(Login.claims(scope));
            assertThat(List.of(
                            with(token, READ).status(),
                            with(token, "/actuator/prometheus").status()))
                    .as(scope)
                    .isEqualTo(statuses);
        });
        String listed = LOGIN.token(Login.claims("").claim("scope", null).claim("scp", List.of("entente.read")));
        with(listed, READ).expect(200);
    }

    @Test
    void invalidTokensGet401() {
        JWTClaimsSet.Builder good = Login.claims("entente.operate");
        with(LOGIN.token(good), READ).expect(200);
        String[] parts = LOGIN.token(Login.claims("entente.read")).split("\\.", -1);
        String[] other = LOGIN.token(good).split("\\.", -1);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("expired", LOGIN.token(Login.claims("entente.operate").expirationTime(Login.hoursFromNow(-1))));
        wrong.put("no expiry", LOGIN.token(Login.claims("entente.operate").expirationTime(null)));
        wrong.put("not yet", LOGIN.token(Login.claims("entente.operate").notBeforeTime(Login.hoursFromNow(1))));
        wrong.put("other issuer", LOGIN.token(Login.claims("entente.operate").issuer("https://other.example")));
        wrong.put("no issuer", LOGIN.token(Login.claims("entente.operate").issuer(null)));
        wrong.put("no subject", LOGIN.token(Login.claims("entente.operate").subject(null)));
        wrong.put("blank", LOGIN.token(Login.claims("entente.operate").subject(" ")));
        wrong.put("long subject", LOGIN.token(Login.claims("entente.operate").subject("a".repeat(256))));
        wrong.put("not signed", Login.unsigned(good));
        wrong.put("signed by another", Login.forged(good));
        wrong.put("signed with the public key", LOGIN.confused(good));
        wrong.put("content changed", parts[0] + "." + other[1] + "." + parts[2]);
        wrong.put("signature cut", other[0] + "." + other[1] + ".");
        wrong.put("no signature", other[0] + "." + other[1]);
        wrong.put("not a token", "a.b.c");
        wrong.forEach((name, token) -> {
            with(token, READ).expect(401, name);
            with(token, "/actuator/prometheus").expect(401, name);
        });
    }

    @Test
    void healthWithoutAKeyIsTheOverallState() {
        Answer health = SERVICE.fetch("/actuator/health").expect(200);
        assertThat(health.text()).doesNotContain("components", "details");
    }

    @Test
    void secretsAreNotLogged() {
        String token = LOGIN.token(Login.claims("entente.read"));
        with(READER.reveal(), READ);
        with(READER.reveal() + "x", READ);
        with(token, READ);
        with(token + "x", "/nowhere");
        SERVICE.fetch(READ + "?access_token=" + READER.reveal());
        String signature = token.substring(token.lastIndexOf('.') + 1);
        assertThat(SERVICE.logged()).doesNotContain(READER.reveal(), READER.digest(), signature);
        String seen = with(OPERATOR.reveal(), "/actuator/prometheus").text()
                + with(OPERATOR.reveal(), "/actuator/info").text()
                + with(OPERATOR.reveal(), "/actuator/health").text();
        assertThat(seen)
                .doesNotContain(
                        READER.reveal(),
                        READER.digest(),
                        signature,
                        KEYS.file().getParent().toString());
        assertThat(SERVICE.logged()).doesNotContain("generated security password");
    }

    /** An external login: it signs tokens and publishes its public key. */
    private static final class Login implements AutoCloseable {

        static final String ISSUER = "https://login.example";

        private final RSAKey key = key();
        private final HttpServer server;

        Login() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
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
