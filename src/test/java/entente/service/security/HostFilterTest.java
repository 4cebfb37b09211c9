package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** Every combination of host, origin, site and method against tables of expected results. */
class HostFilterTest {

    private static final String OWN_HOST = "entente.example";

    /** The values of a header: none, one or more. */
    private static List<String> sent(String... values) {
        return List.of(values);
    }

    /** Host headers and the origin of a page at the same address; empty for a foreign host. */
    private static final Map<List<String>, String> HOSTS = new LinkedHashMap<>();

    static {
        for (String own :
                List.of("localhost:8080", "127.0.0.1:8080", "[::1]:8080", "localhost", "entente.example:8080")) {
            HOSTS.put(sent(own), "http://" + own);
        }
        HOSTS.put(sent("LocalHost:8080"), "http://localhost:8080");
        HOSTS.put(sent("localhost:80"), "http://localhost");
        HOSTS.put(sent("ENTENTE.example"), "http://entente.example");
        HOSTS.put(sent(), "");
        HOSTS.put(sent(""), "");
        HOSTS.put(sent("localhost:8080", "localhost:8080"), "");
        HOSTS.put(sent("localhost:8080", "evil.example"), "");
        HOSTS.put(sent("localhost, evil.example"), "");
        String foreign = """
                evil.example evil.example:8080 localhost.evil.example:8080 127.0.0.1.evil.example notentente.example
                a.entente.example localhost. localhost: localhost:80:80 evil.example@localhost http://localhost
                192.168.1.5:8080 0.0.0.0:8080 127.0.0.2:8080 ::1 [::1 [::ffff:127.0.0.1]:8080 2130706433:8080""";
        Stream.of(foreign.split("\\s+")).forEach(host -> HOSTS.put(sent(host), ""));
    }

    private static final List<List<String>> ORIGINS = List.of(
            sent(),
            sent("http://localhost:8080"),
            sent("http://127.0.0.1:8080"),
            sent("http://[::1]:8080"),
            sent("http://localhost"),
            sent("http://entente.example"),
            sent("http://entente.example:8080"),
            sent("https://localhost:8080"),
            sent("http://localhost:9999"),
            sent("http://evil.example"),
            sent("http://localhost.evil.example:8080"),
            sent("http://evil.example@localhost:8080"),
            sent("null"),
            sent(""),
            sent("localhost:8080"),
            sent("http://localhost:8080/"),
            sent("file://"),
            sent("chrome-extension://localhost:8080"),
            sent("http://localhost:8080", "http://localhost:8080"),
            sent("http://localhost:8080 http://evil.example"));

    /** Values of Sec-Fetch-Site, and whether they allow a change. */
    private static final Map<List<String>, Boolean> SITES = Map.of(
            sent(), true,
            sent("none"), true,
            sent("same-origin"), true,
            sent("same-site"), false,
            sent("cross-site"), false,
            sent("SAME-ORIGIN"), false,
            sent(""), false,
            sent("same-origin", "cross-site"), false,
            sent("same-origin", "same-origin"), false);

    /** Methods, and whether they count as a change; unknown methods do. */
    private static final Map<String, Boolean> METHODS = Map.of(
            "GET", false,
            "HEAD", false,
            "OPTIONS", false,
            "POST", true,
            "PUT", true,
            "DELETE", true,
            "PATCH", true,
            "get", true,
            "FOO", true);

    private final HostFilter filter = new HostFilter(List.of(OWN_HOST));

    @Test
    @Tag("thorough")
    void combinationsMatchTheTable() {
        List<String> wrong = new ArrayList<>();
        int[] seen = new int[600];
        HOSTS.forEach((hosts, own) -> ORIGINS.forEach(origins -> SITES.forEach((sites, allowed) ->
                METHODS.forEach((method, changes) -> List.of("", "Bearer ent_x").forEach(key -> {
                    int expected = 200;
                    if (own.isEmpty()) {
                        expected = 421;
                    } else if (changes && !(allowed && (origins.isEmpty() || origins.equals(List.of(own))))) {
                        expected = 403;
                    }
                    int status = status(method, "http", hosts, origins, sites, key);
                    seen[status]++;
                    if (status != expected) {
                        wrong.add(method + hosts + origins + sites + key + " " + status + " not " + expected);
                    }
                })))));
        assertThat(wrong).isEmpty();
        assertThat(seen[200]).isGreaterThan(1000);
        assertThat(seen[403]).isGreaterThan(1000);
        assertThat(seen[421]).isGreaterThan(1000);
    }

    private int status(
            String method, String scheme, List<String> hosts, List<String> origins, List<String> sites, String key) {
        return refusal(
                        filter,
                        method,
                        scheme,
                        Map.of(
                                "Host",
                                hosts,
                                "Origin",
                                origins,
                                "Sec-Fetch-Site",
                                sites,
                                "Authorization",
                                key.isEmpty() ? List.of() : List.of(key)))
                .map(refusal -> refusal.type().status())
                .orElse(200);
    }

    /** Why a filter refuses a request; empty if it passes. */
    private static Optional<ProblemException> refusal(
            HostFilter filter, String method, String scheme, Map<String, List<String>> headers) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, values) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getScheme" -> scheme;
                    case "getHeader" ->
                        headers.getOrDefault(values[0], List.of()).stream()
                                .findFirst()
                                .orElse(null);
                    case "getHeaders" -> Collections.enumeration(headers.getOrDefault(values[0], List.of()));
                    default -> throw new AssertionError("unexpected call by a filter: " + called);
                });
        try {
            filter.check(request);
            return Optional.empty();
        } catch (ProblemException refusal) {
            return Optional.of(refusal);
        }
    }

    @Test
    void originMustMatchSchemeAndPort() {
        List<String> host = sent("entente.example");
        for (String own : List.of("https://entente.example", "https://entente.example:443")) {
            assertThat(status("POST", "https", host, sent(own), sent(), ""))
                    .as(own)
                    .isEqualTo(200);
        }
        for (String other :
                List.of("http://entente.example", "https://entente.example:80", "http://entente.example:443")) {
            assertThat(status("POST", "https", host, sent(other), sent(), ""))
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    void refusalNamesTheReasonAndEchoesNoInput() {
        assertThat(refusal(filter, "GET", "http", Map.of("Host", sent("evil.example"))))
                .hasValueSatisfying(host -> assertThat(host)
                        .hasFieldOrPropertyWithValue("type", ProblemType.WRONG_HOST)
                        .hasMessageContaining("entente.access.hosts")
                        .hasMessageNotContaining("evil"));
        assertThat(refusal(
                        filter,
                        "POST",
                        "http",
                        Map.of("Host", sent("localhost"), "Origin", sent("http://evil.example"))))
                .hasValueSatisfying(page -> assertThat(page)
                        .hasFieldOrPropertyWithValue("type", ProblemType.FOREIGN_PAGE)
                        .hasMessageNotContaining("evil"));
    }

    @Test
    void ipv6HostsMatchInEveryNotation() {
        HostFilter bound = new HostFilter(List.of("[2001:db8:0:0::1]"));
        for (String host : List.of("[2001:db8::1]:8080", "[2001:DB8:0:0:0:0:0:1]")) {
            assertThat(refusal(bound, "GET", "http", Map.of("Host", List.of(host))))
                    .as(host)
                    .isEmpty();
        }
        for (String host : List.of("[2001:db8::2]", "[2001:db8:::1]", "[::]")) {
            assertThat(refusal(bound, "GET", "http", Map.of("Host", List.of(host))))
                    .as(host)
                    .hasValueSatisfying(refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.WRONG_HOST));
        }
    }

    @Test
    void additionalHostsMustBeHostNames() {
        Accounts accounts = new Accounts(Optional.empty(), Optional.of(token -> {
            throw new BadJwtException("none");
        }));
        assertThatCode(() -> accounts.checkHosts(List.of("entente.example", " a-b.c ", "10.0.0.7", "[fe80::1]")))
                .doesNotThrowAnyException();
        for (String wrong : Set.of("", "*", "*.example", "a:80", "http://a", "a/b", "a b", "a,b", "::1")) {
            assertThatThrownBy(() -> accounts.checkHosts(List.of("good", wrong)))
                    .as(wrong)
                    .hasFieldOrPropertyWithValue("exitCode", 78);
        }
    }
}
