package entente.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.problem.ProblemType;
import entente.testkit.Answer;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Response headers of every kind of answer, on loopback without accounts. */
@Timeout(300)
class HeadersIT {

    private static final String JSON = "Content-Type: application/json";

    private static final Map<String, String> REQUIRED = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
                            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private static final Set<String> FORBIDDEN = Set.of(
            "server",
            "x-powered-by",
            "set-cookie",
            "strict-transport-security",
            "access-control-allow-origin",
            "access-control-allow-methods",
            "access-control-allow-headers",
            "access-control-allow-credentials",
            "access-control-max-age",
            "access-control-expose-headers");

    private static final String BROKEN = "X-Broken-In-A-Test";

    private static final String HOST = "Host: localhost\nConnection: close\n";

    /** Requests by their problems; most reach no controller. */
    private static final String REFUSED = """
            BAD_PARAMETER GET /%zz
            BAD_PARAMETER GET /a%00b
            BAD_PARAMETER GET /%2e%2e/x
            BAD_PARAMETER GET /a/..;/b
            BAD_PARAMETER GET /a%2fb
            BAD_PARAMETER GET /<script>
            BAD_PARAMETER GE(T /
            BAD_PARAMETER GET /api/v1/rules?%zz
            BAD_PARAMETER GET /api/v1/assessments?limit=1&limit=2
            BAD_PARAMETER GET /api/v1/assessments?from=yesterday
            BAD_PARAMETER GET /api/v1/assessments?after=x
            BAD_PARAMETER GET /api/v1/assessments?limit=0
            BAD_PARAMETER GET /api/v1/assessments?limit=201
            BAD_PARAMETER GET /api/v1/assessments?band=
            BAD_PARAMETER GET /page/..%5cx
            METHOD_NOT_ALLOWED TRACE /
            METHOD_NOT_ALLOWED PROPFIND /
            NOT_FOUND GET /error
            NOT_FOUND GET /WEB-INF/web.xml
            NOT_FOUND GET /api/v1/assessments/x
            NOT_FOUND GET /api/v1/rules/
            NOT_FOUND GET /problems/no-such
            NOT_FOUND GET /page/swagger-ui/index.html
            """;

    private static final String POST =
            "POST /api/v1/validations HTTP/1.1\n" + HOST + "Content-Type: application/json\n";

    /** Heads that are no request. */
    private static final List<String> MALFORMED = List.of(
            "GARBAGE\n",
            "GET\n" + HOST,
            "GET / HTTP/1.1 x\n" + HOST,
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\n" + HOST,
            "GET / HTTP/1.1\n" + HOST + "X-Long: " + "x".repeat(20_000) + "\n",
            "GET / HTTP/9.9\n" + HOST,
            "GET / HTTP/1.1\nHost: local host\nConnection: close\n",
            "GET / HTTP/1.1\nConnection: close\n",
            POST + "Transfer-Encoding: gzip\n",
            POST + "Content-Length: 1\nContent-Length: 2\n",
            POST + "Content-Length: -1\n");

    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of(), Fault.class);

    /** An unexpected failure on demand. */
    static class Fault {

        @Bean
        FilterRegistrationBean<Filter> fault() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
                if (((HttpServletRequest) request).getHeader(BROKEN) != null) {
                    throw new IllegalStateException("canary-of-the-inside");
                }
                chain.doFilter(request, response);
            });
            filter.setOrder(Integer.MAX_VALUE);
            return filter;
        }
    }

    /** An answer of every kind, by status and cause. */
    private static Map<String, Answer> answers() {
        String scenario = "{\"id\": \"x\", \"title\": \"X\", \"extends\": \"baseline-2018\", \"readings\": {}}";
        String assessments = "/api/v1/assessments";
        Map<String, Answer> all = new LinkedHashMap<>();
        all.put("200 read", SERVICE.fetch("/api/v1/indicators"));
        all.put("200 health", SERVICE.fetch("/actuator/health"));
        all.put("200 head", SERVICE.ask("HEAD", "/api/v1/indicators", ""));
        all.put("200 options", SERVICE.ask("OPTIONS", "/api/v1/indicators", ""));
        all.put(
                "200 preflight of a foreign page",
                SERVICE.ask(
                        "OPTIONS",
                        assessments,
                        "",
                        "Origin: http://evil.example",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type"));
        all.put("200 options of the server", SERVICE.ask("OPTIONS", "*", ""));
        all.put("421 options of the server", SERVICE.ask("OPTIONS", "*", "", "Host: evil.example"));
        all.put("400 star", SERVICE.fetch("*"));
        all.put("201 kept", SERVICE.ask("POST", assessments, scenario, JSON));
        all.put("400 no JSON", SERVICE.ask("POST", assessments, "{", JSON));
        all.put("400 address", SERVICE.fetch("/api/v1//indicators"));
        all.put("403 foreign page", SERVICE.ask("POST", assessments, scenario, JSON, "Origin: http://evil.example"));
        all.put("404 not this one", SERVICE.fetch("/api/v1/rules/nowhere"));
        all.put("405 method", SERVICE.ask("DELETE", "/api/v1/indicators", ""));
        all.put("406 form", SERVICE.fetch("/api/v1/indicators", "Accept: image/png"));
        all.put("413 size", SERVICE.ask("POST", assessments, " ".repeat(3 << 20), JSON));
        all.put("415 kind", SERVICE.ask("POST", assessments, "a=b", "Content-Type: application/x-www-form-urlencoded"));
        all.put("421 host", SERVICE.fetch("/", "Host: evil.example"));
        all.put("422 wrong", SERVICE.ask("POST", assessments, "{\"id\": 5}", JSON));
        all.put("500 fault", SERVICE.fetch("/api/v1/indicators", BROKEN + ": yes"));
        REFUSED.lines().forEach(row -> {
            String[] words = row.split(" ", 2);
            ProblemType type = ProblemType.valueOf(words[0]);
            Answer answer = HttpWire.send(SERVICE.port(), words[1] + " HTTP/1.1\n" + HOST, new byte[0]);
            assertThat(answer.text()).as(row).contains("\"" + type.address() + "\"");
            all.put(type.status() + " " + row, answer);
        });
        MALFORMED.forEach(head -> all.put("400 " + head, HttpWire.send(SERVICE.port(), head, new byte[0])));
        return all;
    }

    @Test
    void everyAnswerHasTheHeadersAndNoOthers() {
        Map<String, Object> wrong = new TreeMap<>();
        answers().forEach((kind, answer) -> {
            if (answer.status() != Integer.parseInt(kind.substring(0, 3))) {
                wrong.put(kind, answer.status() + " " + answer.text());
            }
            REQUIRED.forEach((name, value) -> {
                if (!answer.all(name).equals(List.of(value))) {
                    wrong.put(kind + " " + name, answer.all(name));
                }
            });
            FORBIDDEN.forEach(name -> {
                if (!answer.all(name).isEmpty()) {
                    wrong.put(kind + " " + name, answer.all(name));
                }
            });
            for (String name : List.of("X-Engine-Version", "X-Rules-Version", "X-Rules-Digest")) {
                if (answer.all(name).size() != 1) {
                    wrong.put(kind + " " + name, answer.all(name));
                }
            }
            if (answer.status() >= 400) {
                assertThat(answer.one("Content-Type")).as(kind).startsWith("application/problem+json");
                assertThat(answer.text())
                        .as(kind)
                        .contains("\"type\": \"/problems/")
                        .containsPattern("\"instance\": \"/problems/occurrences/[0-9a-f-]{36}\"")
                        .doesNotContain("canary-of-the-inside", "Exception", "org.", "java.", "\tat ")
                        .doesNotContain("entente.service", "apache", "<html", "script");
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** The log line is written before the answer. */
    @Test
    void failedRequestIsLoggedAs500() {
        SERVICE.fetch("/api/v1/indicators", BROKEN + ": yes");
        assertThat(SERVICE.logged()).containsPattern("entente.requests GET \\S+ 500 \\d+ ms");
    }

    @Test
    void sharedAnswersMayBeCached() {
        assertThat(SERVICE.fetch("/problems/too-large").all("Cache-Control")).doesNotContain("no-store");
    }

    @Test
    void problemOfTheApiIsJsonAlsoForABrowser() {
        assertThat(SERVICE.fetch("/api/v1/nothing", "Accept: text/html").one("Content-Type"))
                .startsWith("application/problem+json");
        assertThat(SERVICE.fetch("/nothing", "Accept: text/html").one("Content-Type"))
                .startsWith("text/html");
    }

    @Test
    void errorsAreNotCachedBelowSharedAddresses() {
        for (String path :
                List.of("/problems/no-such", "/page/no-such.js", "/page/swagger-ui/no-such.js", "/problems/%zz")) {
            assertThat(SERVICE.fetch(path).all("Cache-Control")).as(path).containsExactly("no-store");
        }
    }

    @Test
    void foreignHostsAreRefusedInEachFormOfARequest() {
        int port = SERVICE.port();
        SERVICE.fetch("/api/v1/indicators", "Host: [::1]:" + port).expect(200);
        SERVICE.fetch("/api/v1/indicators", "Host: localhost.evil.example").expect(421);
        SERVICE.fetch("/actuator/health", "Host: evil.example").expect(421);
        HttpWire.raw(port, "GET / HTTP/1.0\r\n\r\n").expect(421);
        HttpWire.raw(port, "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                .expect(421);
        assertThat(SERVICE.fetch("/", "Host: localhost", "Host: localhost").status())
                .isIn(400, 421);
        assertThat(HttpWire.raw(
                                port,
                                "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .status())
                .isIn(400, 421);
    }
}
