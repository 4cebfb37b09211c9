package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.api.Contract.DocumentedOperation;
import entente.service.archive.Content;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobTask;
import entente.service.problem.ProblemType;
import entente.service.workshop.CodeGuesses;
import entente.testkit.Answer;
import entente.testkit.HttpSample;
import entente.testkit.RunningService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The API answers as its OpenAPI document says, and every documented answer occurs. Each operation gets valid requests
 * and one invalid request for each problem type that it documents; a third-party validator checks each answer.
 */
@Timeout(600)
class ContractIT {

    /** A small limit, so that a body over the limit is small as well. */
    static final int BATCH_BYTES = 6 << 20;

    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(
            Map.of("entente.limits.batch", BATCH_BYTES + "B"),
            FailsOnDemand.class,
            GatedJob.class,
            UnlimitedCodeGuesses.class);

    private static Contract contract;
    private static ValidRequests good;
    private static final List<String> VIOLATIONS = new ArrayList<>();

    @BeforeAll
    static void exerciseAllOperations() {
        contract = new Contract(SERVICE);
        good = new ValidRequests(SERVICE);
        ProblemRequests provocations = new ProblemRequests(good);
        for (DocumentedOperation operation : contract.operations()) {
            exercise(operation);
            boolean needsSession = operation.node().get("responses").has("401")
                    && operation.node().get("responses").has("303");
            if (needsSession) {
                check(
                        operation,
                        operation.id() + " without a session",
                        303,
                        provocations.withoutSession(good.baseRequest(operation)));
            }
        }
        cancelQueuedJob();
        for (DocumentedOperation operation : contract.operations()) {
            for (String address : contract.problems(operation)) {
                provoke(
                        operation,
                        ProblemType.of(address.substring("/problems/".length())).orElseThrow(),
                        provocations);
            }
        }
    }

    private static void exercise(DocumentedOperation operation) {
        for (ValidRequests.Good request : good.all().getOrDefault(operation.id(), List.of())) {
            Answer answer = good.send(request.sample());
            check(operation, operation.id() + " with a valid request", request.status(), answer);
            String media = request.sample().headers().getOrDefault("Content-Type", "");
            if (operation.takesBody() && media.equals("application/json")) {
                contract.invalidBody(
                                operation, ValidRequests.text(request.sample().body()))
                        .forEach(violation -> VIOLATIONS.add(operation.id() + ": its valid body: " + violation));
            }
        }
    }

    private static void cancelQueuedJob() {
        SERVICE.bean(JobRunner.class).submit("gate", GatedJob.KIND, Content.of(new byte[0]), 1);
        String queued = good.submittedJob();
        DocumentedOperation cancel = operation("cancelJob");
        check(cancel, "cancel a queued job", 200, good.send(HttpSample.of("DELETE", queued)));
        check(operation("getJob"), "get a cancelled job", 200, good.send(ValidRequests.get(queued)));
        SERVICE.bean(GatedJob.Gate.class).open();
    }

    private static void provoke(DocumentedOperation operation, ProblemType type, ProblemRequests provocations) {
        String name = operation.id() + " with problem " + type.slug();
        // A browser gets a page that says the same.
        HttpSample sample = good.baseRequest(operation).header("Accept", "*/*");
        provocations
                .of(operation, type, sample)
                .ifPresentOrElse(
                        answer -> {
                            check(operation, name, type.status(), answer);
                            if (!answer.text().contains("\"" + type.address() + "\"")) {
                                VIOLATIONS.add(name + ": " + answer.text());
                            }
                            INTERNAL_TEXTS.stream()
                                    .filter(answer.text()::contains)
                                    .forEach(text -> VIOLATIONS.add(name + " contains " + text));
                        },
                        () -> VIOLATIONS.add(name + ": no request is known"));
    }

    /** Texts that no answer contains. */
    private static final List<String> INTERNAL_TEXTS = List.of(
            "Exception",
            "entente.service",
            "entente.scoring.",
            "java.",
            "tools.",
            "spring",
            "select ",
            "/root",
            "/hidden",
            "\tat ");

    private static void check(DocumentedOperation operation, String name, int status, Answer answer) {
        if (answer.status() != status) {
            VIOLATIONS.add(name + ": " + answer.status() + " instead of " + status + ": " + answer.text());
        }
        contract.violations(operation, answer).forEach(violation -> VIOLATIONS.add(name + ": " + violation));
    }

    private static DocumentedOperation operation(String id) {
        return contract.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyAnswerIsAsDocumented() {
        assertThat(VIOLATIONS).isEmpty();
    }

    @Test
    void everyDocumentedAnswerOccurs() {
        TreeSet<String> missing = new TreeSet<>(contract.documented());
        missing.removeAll(contract.seen());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyProblemTypeOccursAndHasItsPage() {
        TreeSet<String> types = new TreeSet<>();
        contract.seen().forEach(answer -> types.add(answer.substring(answer.lastIndexOf(' ') + 1)));
        String list = good.send(ValidRequests.get("/problems")).text();
        for (ProblemType type : ProblemType.values()) {
            assertThat(list).contains("\"type\": \"" + type.address() + "\"");
            assertThat(good.send(HttpSample.of("GET", type.address()).header("Accept", "text/html"))
                            .text())
                    .contains("<h1>" + type.title() + "</h1>");
            if (type != ProblemType.METHOD_NOT_ALLOWED) {
                assertThat(types).contains(type.address());
            }
        }
        Answer answer = good.send(new HttpSample("PATCH", "/api/v1/rules", Map.of(), new byte[0]))
                .expect(405);
        assertThat(answer.headers().get("allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(answer.text()).contains("\"/problems/method-not-allowed\"");
    }

    @Test
    void everyOperationIsDocumented() {
        List<String> documented = contract.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .toList();
        List<String> undocumented = new ArrayList<>();
        SERVICE.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> undocumented.add(method + " " + path))));
        undocumented.removeAll(documented);
        // Static files of pages, signing in for people, and a protocol that describes itself.
        assertThat(undocumented)
                .containsExactlyInAnyOrder(
                        "GET /page/**", "GET /sign-in", "POST /sign-in", "POST /sign-out", "POST /mcp");
    }

    /** Test interceptor: a request fails with the problem that a header names, where the real cause is hard to produce. */
    static class FailsOnDemand implements WebMvcConfigurer {

        static final String HEADER = "X-Test-Fail";

        private static final Set<ProblemType> RETRYABLE = Set.of(
                ProblemType.OVERLOADED,
                ProblemType.TOO_MANY,
                ProblemType.TOO_MANY_ATTEMPTS,
                ProblemType.ARCHIVE_UNAVAILABLE);

        @Override
        public void addInterceptors(InterceptorRegistry interceptors) {
            interceptors.addInterceptor(new HandlerInterceptor() {
                @Override
                public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                    String slug = request.getHeader(HEADER);
                    if (slug != null) {
                        throw failure(ProblemType.of(slug).orElseThrow());
                    }
                    return true;
                }
            });
        }

        private static RuntimeException failure(ProblemType type) {
            if (type == ProblemType.BUG) {
                return new IllegalStateException("select secret from entente.service.Somewhere in /hidden/place");
            }
            return RETRYABLE.contains(type) ? type.problem("On demand.", 3) : type.problem("On demand.");
        }
    }

    /** A test job that waits for a permit, so that jobs behind it stay queued. */
    static class GatedJob {

        static final String KIND = "gated";

        static final class Gate {
            private final Semaphore open = new Semaphore(0);

            void open() {
                open.release();
            }
        }

        @Bean
        Gate gate() {
            return new Gate();
        }

        @Bean(KIND)
        JobTask gated(Gate gate) {
            return (request, progress) -> {
                gate.open.acquire();
                return "{}";
            };
        }
    }

    /**
     * Test bean: wrong workshop codes are neither delayed nor counted, for tests that send many. Not annotated, because a
     * component scan would find it for every service.
     */
    static class UnlimitedCodeGuesses {

        @Bean
        @Primary
        CodeGuesses uncountedGuesses() {
            AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
            return new CodeGuesses(() -> clock.updateAndGet(now -> now.plus(Duration.ofHours(1))), pause -> {});
        }
    }
}
