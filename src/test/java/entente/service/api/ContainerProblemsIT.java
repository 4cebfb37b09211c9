package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.problem.ProblemType;
import entente.testkit.Answer;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Requests that reach no controller are answered with problems as well. */
@Timeout(120)
class ContainerProblemsIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String HOST = "Host: localhost\n";
    private static final String CLOSE = "Connection: close\n";
    private static final String POST =
            "POST /api/v1/validations HTTP/1.1\n" + HOST + CLOSE + "Content-Type: application/json\n";

    @ParameterizedTest
    @CsvSource({
        "BAD_PARAMETER, GET /%zz",
        "BAD_PARAMETER, GET /a%00b",
        "BAD_PARAMETER, GET /%2e%2e/x",
        "BAD_PARAMETER, GET /a/..;/b",
        "BAD_PARAMETER, GET /a%2fb",
        "BAD_PARAMETER, GET /<script>",
        "BAD_PARAMETER, GE(T /",
        "BAD_PARAMETER, GET /api/v1/rules?%zz",
        "BAD_PARAMETER, GET /api/v1/assessments?limit=1&limit=2",
        "BAD_PARAMETER, GET /api/v1/assessments?from=yesterday",
        "BAD_PARAMETER, GET /api/v1/assessments?after=x",
        "BAD_PARAMETER, GET /api/v1/assessments?limit=0",
        "BAD_PARAMETER, GET /api/v1/assessments?limit=201",
        "BAD_PARAMETER, GET /api/v1/assessments?band=",
        "METHOD_NOT_ALLOWED, TRACE /",
        "METHOD_NOT_ALLOWED, PROPFIND /",
        "NOT_FOUND, GET /error",
        "NOT_FOUND, GET /WEB-INF/web.xml",
        "NOT_FOUND, GET /api/v1/assessments/x",
        "NOT_FOUND, GET /api/v1/rules/",
        "NOT_FOUND, GET /problems/no-such",
        "BAD_PARAMETER, GET /page/..%5cx",
        "NOT_FOUND, GET /page/swagger-ui/index.html"
    })
    void refusedRequestsGetProblems(ProblemType type, String request) {
        assertProblem(type, request + " HTTP/1.1\n" + HOST + CLOSE);
    }

    /** Heads that are no request. */
    static Stream<String> heads() {
        return Stream.of(
                "GARBAGE\n",
                "GET\n" + HOST,
                "GET / HTTP/1.1 x\n" + HOST,
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\n" + HOST + CLOSE,
                "GET / HTTP/1.1\n" + HOST + CLOSE + "X-Long: " + "x".repeat(20_000) + "\n",
                "GET / HTTP/9.9\n" + HOST + CLOSE,
                "GET / HTTP/1.1\nHost: local host\n" + CLOSE,
                POST + "Transfer-Encoding: gzip\n",
                POST + "Content-Length: 1\nContent-Length: 2\n",
                POST + "Content-Length: -1\n");
    }

    @ParameterizedTest
    @MethodSource("heads")
    void malformedHeadsGetProblems(String head) {
        assertProblem(ProblemType.BAD_PARAMETER, head);
    }

    private static void assertProblem(ProblemType type, String head) {
        Answer answer = HttpWire.send(SERVICE.port(), head, new byte[0]).expect(type.status());
        assertThat(answer.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("x-rules-digest", Shipped.BOOK.book().sha256())
                .containsEntry("x-content-type-options", "nosniff")
                .containsKeys("x-engine-version", "x-rules-version")
                .doesNotContainKeys("server", "x-powered-by");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asString()).isEqualTo(type.address());
        assertThat(problem.get("instance").asString()).matches("/problems/occurrences/[0-9a-f-]{36}");
        assertThat(answer.text()).doesNotContain("Exception", "apache", "java.", "<html", "script");
    }
}
