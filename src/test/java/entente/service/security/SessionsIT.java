package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.keys.Key;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.Role;
import entente.testkit.Answer;
import entente.testkit.RunningService;
import entente.testkit.TestClock;
import entente.testkit.TestKeys;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.web.context.WebApplicationContext;

/** Sessions of people who signed in with a key, behind a proxy that the settings name, and what callers see of each other. */
@Timeout(300)
class SessionsIT {

    private static final String READ = "/api/v1/indicators";
    private static final String SCENARIO =
            "{\"id\": \"x\", \"title\": \"X\", \"extends\": \"baseline-2018\", \"readings\": {}}";
    private static final TestKeys KEYS =
            new TestKeys(Map.of("ada", Role.ANALYST, "bert", Role.ANALYST, "rhea", Role.READER));
    private static final Key ADA = KEYS.key("ada");
    private static final Key BERT = KEYS.key("bert");
    private static final Key READER = KEYS.key("rhea");

    /** Each sign-in comes from an address of its own, unless a test names one. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** How far the clock of the sessions is ahead. */
    private static final AtomicReference<Duration> LATER = new AtomicReference<>(Duration.ZERO);

    /** Sessions whose clock a test advances; not annotated, because a component scan would find it for every service. */
    static class SessionsWithAClock {

        @Bean
        @Primary
        Sessions sessionsOfTheTest(Accounts accounts, SessionRegistry registry) {
            return new Sessions(accounts, registry, () -> Instant.now().plus(LATER.get()));
        }
    }

    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(
            Map.of(
                    "entente.access.keys", KEYS.file().toString(),
                    "entente.access.hosts", "entente.example",
                    "entente.access.proxies", "127.0.0.0/8"),
            SessionsWithAClock.class);

    @BeforeEach
    void restoreKeys() {
        KEYS.restore();
    }

    private static String own() {
        return "http://localhost:" + SERVICE.port();
    }

    private static Answer signIn(String key, String to, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        if (all.stream().noneMatch(header -> header.startsWith("X-Forwarded-For"))) {
            all.add("X-Forwarded-For: 192.0.2." + ADDRESSES.incrementAndGet());
        }
        if (all.stream().noneMatch(header -> header.startsWith("Origin"))) {
            all.add("Origin: " + own());
        }
        String body = "key=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return SERVICE.ask("POST", "/sign-in", body, all.toArray(String[]::new));
    }

    private static String session(Answer answer) {
        answer.expect(303);
        return "Cookie: " + answer.one("Set-Cookie").split(";", 2)[0];
    }

    private static String session(Key key) {
        return session(signIn(key.reveal(), "/"));
    }

    private static int post(String session, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/json");
        all.add(session);
        return SERVICE.ask("POST", "/api/v1/assessments", SCENARIO, all.toArray(String[]::new))
                .status();
    }

    @Test
    void cookieIsStrictHiddenFromScriptsAndLastsAsLongAsTheBrowser() {
        Answer answer = signIn(ADA.reveal(), "/compare");
        assertThat(answer.one("Location")).isEqualTo("/compare");
        assertThat(answer.one("Set-Cookie"))
                .matches("entente-session=[0-9A-F]{32}; Path=/; HttpOnly; SameSite=Strict")
                .doesNotContain(ADA.reveal(), ADA.digest());
        String session = session(answer);
        SERVICE.fetch(READ, session).expect(200);
        assertThat(SERVICE.fetch("/", session).text()).contains("ada", "analyst", "Sign out");
        assertThat(SERVICE.logged()).doesNotContain(ADA.reveal(), ADA.digest(), session.substring(24));
    }

    @Test
    void behindAProxyThatEndsTlsTheCookieIsSecureAndTheOriginIsThatOfTheProxy() {
        String[] https = {"Host: entente.example", "X-Forwarded-Proto: https", "Origin: https://entente.example"};
        Answer answer = signIn(ADA.reveal(), "/", https);
        assertThat(answer.one("Set-Cookie")).contains("; Secure");
        assertThat(post(session(answer), https)).isEqualTo(201);
        assertThat(post(session(answer), "Host: entente.example", "Origin: https://entente.example"))
                .as("without the proxy's header the page is of another scheme")
                .isEqualTo(403);
    }

    @Test
    void sessionWritesOnlyForItsOwnPages() {
        String session = session(ADA);
        assertThat(post(session, "Origin: " + own())).isEqualTo(201);
        assertThat(post(session, "Sec-Fetch-Site: same-origin")).isEqualTo(201);
        assertThat(post(session)).as("neither header").isEqualTo(403);
        for (String foreign : List.of(
                "Origin: https://evil.example",
                "Origin: http://localhost:1",
                "Origin: null",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: cross-site")) {
            assertThat(post(session, foreign)).as(foreign).isEqualTo(403);
            SERVICE.ask("POST", "/sign-out", "", session, foreign).expect(403, foreign);
            signIn(ADA.reveal(), "/", "Origin: https://evil.example").expect(403);
        }
        SERVICE.fetch(READ, session).expect(200, "still signed in");
    }

    @Test
    void bearerKeysNeedNoOriginAndTakePrecedence() {
        String session = session(READER);
        assertThat(post(session, "Authorization: Bearer " + ADA.reveal())).isEqualTo(201);
        SERVICE.fetch(READ, session, "Authorization: Bearer ent_wrong").expect(401);
    }

    @Test
    void readerStoresNothingByAnyWay() {
        String session = session(READER);
        String origin = "Origin: " + own();
        String json = "Content-Type: application/json";
        assertThat(post(session, origin)).isEqualTo(403);
        for (String path : List.of("/api/v1/assessments?keep=false", "/api/v1/sensitivities", "/api/v1/explorations")) {
            SERVICE.ask("POST", path, SCENARIO, session, origin, json).expect(200, path);
            Answer repeated = SERVICE.ask("POST", path, SCENARIO, session, origin, json, "Idempotency-Key: " + path);
            // The key is ignored, so that nothing is stored by it either.
            repeated.expect(200, path + " with a key");
            assertThat(repeated.headers()).doesNotContainKey("idempotency-replayed");
        }
        SERVICE.ask("POST", "/api/v1/explorations", SCENARIO, session, origin, json, "Prefer: respond-async")
                .expect(403);
    }

    private static Answer ask(Key by, String method, String target, String header) {
        return SERVICE.ask(
                method,
                target,
                method.equals("POST") ? SCENARIO : "",
                "Authorization: Bearer " + by.reveal(),
                "Content-Type: application/json",
                header);
    }

    @Test
    void idempotencyKeysAreScopedToTheirCaller() {
        String idempotencyKey = "Idempotency-Key: the same";
        Answer first = ask(ADA, "POST", "/api/v1/assessments", idempotencyKey).expect(201);
        Answer other = ask(BERT, "POST", "/api/v1/assessments", idempotencyKey).expect(201);
        assertThat(other.all("Idempotency-Replayed")).isEmpty();
        assertThat(other.one("Location")).isNotEqualTo(first.one("Location"));
        assertThat(ask(ADA, "POST", "/api/v1/assessments", idempotencyKey).one("Location"))
                .isEqualTo(first.one("Location"));
    }

    @Test
    void jobsAreVisibleToTheirOwnerOnly() {
        Answer accepted = ask(ADA, "POST", "/api/v1/explorations", "Prefer: respond-async")
                .expect(202);
        String job = accepted.one("Location");
        ask(BERT, "GET", job, "Accept: */*").expect(404);
        ask(BERT, "DELETE", job, "Accept: */*").expect(404);
        ask(ADA, "GET", job, "Accept: */*").expect(200);
    }

    @Test
    void sessionOfSomebodyElseIsNotContinued() {
        String chosen = "Cookie: entente-session=" + "A".repeat(32);
        String own = session(signIn(ADA.reveal(), "/", chosen));
        assertThat(own).isNotEqualTo(chosen);
        SERVICE.fetch(READ, chosen).expect(401);
        String known = session(READER);
        String next = session(signIn(ADA.reveal(), "/", known));
        assertThat(next).isNotEqualTo(known);
        SERVICE.fetch(READ, known).expect(401, "the session before");
        SERVICE.fetch(READ, next).expect(200);
    }

    @Test
    void memberOfAWorkshopGetsWhatItsPageNeedsAndNoMore() {
        String json = "Content-Type: application/json";
        Answer opened = SERVICE.ask(
                        "POST",
                        "/api/v1/workshops",
                        "{\"title\": \"A room\", \"scenario\": \"baseline-2018\", \"rounds\": 2}",
                        json,
                        "Authorization: Bearer " + ADA.reveal())
                .expect(201);
        String member = "Cookie: " + opened.one("Set-Cookie").split(";", 2)[0];
        for (String path : List.of(READ, "/api/v1/rules", "/api/v1/scenarios/baseline-2018")) {
            SERVICE.fetch(path, member).expect(200, path);
            SERVICE.fetch(path).expect(401, path);
        }
        SERVICE.ask("POST", "/api/v1/assessments?keep=false", SCENARIO, member, json)
                .expect(200);
        assertThat(post(member)).as("storing").isEqualTo(401);
        for (String path : List.of("/api/v1/assessments", "/api/v1/scenarios/taiwan-war", "/api/v1/editions", "/")) {
            SERVICE.fetch(path, member).expect(401, path);
        }
    }

    @Test
    void sessionIsNotTakenFromTheAddress() {
        String id = session(ADA).split("=", 2)[1];
        assertThat(SERVICE.fetch(READ + ";entente-session=" + id).status()).isNotEqualTo(200);
        SERVICE.fetch(READ + "?entente-session=" + id).expect(401);
        // Spring's firewall refuses such a path as well; without this, the container would write the id into addresses.
        ServletContext servlet =
                Objects.requireNonNull(((WebApplicationContext) SERVICE.context()).getServletContext());
        assertThat(servlet.getEffectiveSessionTrackingModes()).containsExactly(SessionTrackingMode.COOKIE);
    }

    @Test
    void formForSigningInIsSmall() {
        signIn("ent_" + "x".repeat(20_000), "/").expect(413);
    }

    @Test
    void signingOutEndsTheSession() {
        String session = session(ADA);
        Answer answer = SERVICE.ask("POST", "/sign-out", "", session, "Origin: " + own())
                .expect(303);
        assertThat(answer.one("Location")).isEqualTo("/sign-in");
        Answer after = SERVICE.fetch(READ, session).expect(401);
        assertThat(after.text()).contains("The session has ended.");
        assertThat(SERVICE.ask("GET", "/sign-out", "", session).status()).isNotEqualTo(200);
    }

    @Test
    void sessionEndsWithItsKeyForGoodAndFollowsItsRole() throws Exception {
        String session = session(ADA);
        KEYS.store().write(KEYS.store().read().without("ada").with(new KeyEntry("ada", Role.READER, ADA.digest())));
        assertThat(post(session, "Origin: " + own())).as("now a reader").isEqualTo(403);
        SERVICE.fetch(READ, session).expect(200);
        KEYS.store().write(KEYS.store().read().without("ada"));
        SERVICE.fetch(READ, session).expect(401);
        KEYS.restore();
        SERVICE.fetch(READ, session).expect(401, "sign in again");
    }

    @Test
    void oneKeyHasALimitedNumberOfSessions() {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i <= Sessions.MAX_PER_KEY; i++) {
            sessions.add(session(READER));
        }
        SERVICE.fetch(READ, sessions.get(0)).expect(401, "the oldest");
        SERVICE.fetch(READ, sessions.get(1)).expect(200);
        SERVICE.fetch(READ, sessions.get(Sessions.MAX_PER_KEY)).expect(200);
    }

    @Test
    void sessionsThatHaveEndedDoNotCount() {
        String session = session(ADA);
        for (int i = 0; i <= Sessions.MAX_PER_KEY; i++) {
            SERVICE.ask("POST", "/sign-out", "", session(ADA), "Origin: " + own());
        }
        SERVICE.fetch(READ, session).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/\\/evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/x\\y",
                "javascript:alert(1)",
                "evil.example",
                "",
                " /compare",
                "/compare\r\nSet-Cookie: a=b",
                "/sign-out",
                "/sign-in?to=/sign-in"
            })
    void wayBackLeadsToNoOtherHost(String to) {
        assertThat(signIn(ADA.reveal(), to).one("Location")).isEqualTo("/");
        String page = SERVICE.fetch("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), "Accept: text/html")
                .text();
        assertThat(page).contains("name=\"to\" value=\"/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/compare?scenarios=a,b", "/workbench/taiwan-war#rules=0&x=1", "/", "/api/v1/rules"})
    void wayBackLeadsToPagesOfThisService(String to) {
        assertThat(signIn(ADA.reveal(), to).one("Location")).isEqualTo(to);
    }

    @Test
    void pageWithoutASessionLeadsToSigningInAndProgramsGetTheProblem() {
        for (String path :
                List.of("/", "/workbench", "/compare?scenarios=a,b", "/briefings", "/schedules", "/nowhere")) {
            Answer page = SERVICE.fetch(path, "Accept: text/html").expect(303, path);
            assertThat(page.one("Location"))
                    .isEqualTo("/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
            SERVICE.fetch(path).expect(401, path);
            SERVICE.fetch(path, "Accept: text/html", "Authorization: Bearer ent_x")
                    .expect(401, path);
        }
        SERVICE.fetch("/api/v1/rules", "Accept: text/html").expect(401);
        SERVICE.fetch("/api/v1/rules", "Sec-Fetch-Mode: navigate").expect(303);
    }

    @Test
    void wrongKeysAreBoundedByAddressAndNotByWhatACallerClaims() {
        String address = "X-Forwarded-For: 203.0.113.7";
        for (int i = 0; i < Sessions.MAX_WRONG_KEYS; i++) {
            Answer wrong = signIn("ent_" + i, "/compare", address).expect(401);
            assertThat(wrong.text())
                    .contains("unknown or has been removed", "value=\"/compare\"")
                    .doesNotContain("ent_" + i);
        }
        Answer refused = signIn(ADA.reveal(), "/", address).expect(429);
        assertThat(Integer.parseInt(refused.one("Retry-After"))).isBetween(1, 61);
        assertThat(refused.all("Set-Cookie")).isEmpty();
        signIn(ADA.reveal(), "/", "X-Forwarded-For: 198.51.100.9, 203.0.113.7")
                .expect(429, "an address before that which the proxy saw");
        signIn(ADA.reveal(), "/", "X-Forwarded-For: 203.0.113.8").expect(303);
    }

    @Test
    void wrongKeysAreForgottenAfterAMinuteAndCountedByNetworkInLimitedMemory() {
        TestClock clock = new TestClock();
        WrongAttempts wrong = new WrongAttempts(Sessions.MAX_WRONG_KEYS, clock);
        for (int i = 0; i < Sessions.MAX_WRONG_KEYS; i++) {
            assertThat(wrong.refused("2001:db8:0:1::" + i)).isEmpty();
            wrong.count("2001:db8:0:1::" + i);
        }
        assertThat(wrong.refused("2001:db8:0:1:ffff::9"))
                .as("of the same network")
                .hasValue(WrongAttempts.PERIOD);
        assertThat(wrong.refused("2001:db8:0:2::1")).isEmpty();
        clock.forward(WrongAttempts.PERIOD);
        assertThat(wrong.refused("2001:db8:0:1::1")).as("after a minute").isEmpty();
        for (int i = 0; i < Sessions.MAX_WRONG_KEYS; i++) {
            wrong.count("192.0.2.1");
        }
        assertThat(wrong.refused("192.0.2.1")).isPresent();
        for (int i = 0; i < WrongAttempts.MAX_NETWORKS; i++) {
            wrong.count("10.0." + i / 256 + "." + i % 256);
        }
        assertThat(wrong.refused("192.0.2.1")).as("no room for it any more").isEmpty();
    }

    @Test
    void sessionEndsAfterItsLifetimeHoweverMuchItIsUsed() {
        String session = session(ADA);
        LATER.set(Sessions.LIFETIME.minusMinutes(1));
        SERVICE.fetch(READ, session).expect(200);
        LATER.set(Sessions.LIFETIME);
        SERVICE.fetch(READ, session).expect(401);
        LATER.set(Duration.ZERO);
        SERVICE.fetch(READ, session).expect(401);
    }
}
