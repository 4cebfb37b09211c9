package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.problem.ProblemType;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that reach no controller are answered with problems as well. */
@Timeout(120)
class ContainerProblemsIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String HOST = "Host: localhost\n";
    private static final String CLOSE = "Connection: close\n";

    /** Request heads with their expected problem types. */
    private static final Map<String, ProblemType> HEADS = new LinkedHashMap<>();

    static {
        bad("GARBAGE\n");
        bad("GET\n" + HOST);
        bad("GET / HTTP/1.1 x\n" + HOST);
        bad("GET /%zz HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /a%00b HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /%2e%2e/x HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /a/..;/b HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /a%2fb HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /<script> HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /" + "x".repeat(20_000) + " HTTP/1.1\n" + HOST + CLOSE);
        bad("GET / HTTP/1.1\n" + HOST + CLOSE + "X-Long: " + "x".repeat(20_000) + "\n");
        bad("GET / HTTP/9.9\n" + HOST + CLOSE);
        bad("GE(T / HTTP/1.1\n" + HOST + CLOSE);
        bad("GET / HTTP/1.1\nHost: local host\n" + CLOSE);
        bad("POST /api/v1/validations HTTP/1.1\n" + HOST + CLOSE
                + "Content-Type: application/json\nTransfer-Encoding: gzip\n");
        bad("POST /api/v1/validations HTTP/1.1\n" + HOST + CLOSE
                + "Content-Type: application/json\nContent-Length: 1\nContent-Length: 2\n");
        bad("POST /api/v1/validations HTTP/1.1\n" + HOST + CLOSE
                + "Content-Type: application/json\nContent-Length: -1\n");
        bad("GET /api/v1/rules?%zz HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /api/v1/assessments?limit=1&limit=2 HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /api/v1/assessments?from=yesterday HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /api/v1/assessments?after=x HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /api/v1/assessments?limit=0 HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /api/v1/assessments?limit=201 HTTP/1.1\n" + HOST + CLOSE);
        bad("GET /api/v1/assessments?band= HTTP/1.1\n" + HOST + CLOSE);
        HEADS.put("TRACE / HTTP/1.1\n" + HOST + CLOSE, ProblemType.METHOD_NOT_ALLOWED);
        HEADS.put("PROPFIND / HTTP/1.1\n" + HOST + CLOSE, ProblemType.METHOD_NOT_ALLOWED);
        HEADS.put("GET /error HTTP/1.1\n" + HOST + CLOSE, ProblemType.NOT_FOUND);
        HEADS.put("GET /WEB-INF/web.xml HTTP/1.1\n" + HOST + CLOSE, ProblemType.NOT_FOUND);
        HEADS.put("GET /api/v1/assessments/x HTTP/1.1\n" + HOST + CLOSE, ProblemType.NOT_FOUND);
        HEADS.put("GET /api/v1/rules/ HTTP/1.1\n" + HOST + CLOSE, ProblemType.NOT_FOUND);
        HEADS.put("GET /problems/no-such HTTP/1.1\n" + HOST + CLOSE, ProblemType.NOT_FOUND);
        HEADS.put("GET /page/..%5cx HTTP/1.1\n" + HOST + CLOSE, ProblemType.BAD_PARAMETER);
        HEADS.put("GET /page/swagger-ui/index.html HTTP/1.1\n" + HOST + CLOSE, ProblemType.NOT_FOUND);
    }

    private static void bad(String head) {
        HEADS.put(head, ProblemType.BAD_PARAMETER);
    }

    static Stream<String> heads() {
        return HEADS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("heads")
    void refusedRequestsGetProblems(String head) {
        HttpWire.Answer answer = HttpWire.send(SERVICE.port(), head, new byte[0]);
        ProblemType type = HEADS.get(head);
        assertThat(answer.text()).contains("\"type\": \"" + type.address() + "\"");
        assertThat(answer.status()).isEqualTo(type.status());
        assertThat(answer.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("x-rules-digest", Shipped.BOOK.book().sha256())
                .containsEntry("x-content-type-options", "nosniff")
                .containsKeys("x-engine-version", "x-rules-version")
                .doesNotContainKeys("server", "x-powered-by");
        JsonNode problem = new JsonMapper().readTree(answer.text());
        assertThat(problem.get("instance").asString()).matches("/problems/occurrences/[0-9a-f-]{36}");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .doesNotContain("Exception", "apache", "java.", "<html", "script");
    }
}
