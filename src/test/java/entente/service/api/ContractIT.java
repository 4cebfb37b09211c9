package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import entente.service.api.Contract.DocumentedOperation;
import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobTask;
import entente.service.keys.Role;
import entente.service.problem.ProblemType;
import entente.service.workshop.CodeGuesses;
import entente.testkit.Answer;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import tools.jackson.databind.JsonNode;

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

    private static final String API = "/api/v1/";

    /** Pages that describe the operations below a path; {@code http.md} describes the others. */
    private static final Map<String, String> PAGES =
            Map.of("workshops", "workshop.md", "schedules", "schedules.md", "deliveries", "schedules.md");

    private static Contract contract;
    private static ValidRequests good;
    private static final List<String> VIOLATIONS = new ArrayList<>();

    @BeforeAll
    static void exerciseAllOperations() {
        contract = new Contract(SERVICE);
        good = new ValidRequests(SERVICE);
        assertThat(contract.undefinedSchemas())
                .as("schemas of a @Response that are in no list ALL, of ServiceDocuments or of a controller")
                .isEmpty();
        assertThat(contract.operations())
                .extracting(DocumentedOperation::id)
                .filteredOn(id -> !id.equals("cancelJob")) // made of the request for a job
                .as("operations of the OpenAPI document: each needs a valid request in ValidRequests")
                .isSubsetOf(good.all().keySet());
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
        assertThat(missing)
                .as("documented answers that nothing in ValidRequests gets; with an ETag cached(…) asks twice")
                .isEmpty();
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

    /** Those places of the recipe for an endpoint in CONTRIBUTING.md that no other test looks at. */
    @Test
    void everyOperationIsInEveryPlace() throws IOException {
        List<String> missing = new ArrayList<>();
        for (DocumentedOperation operation : contract.operations()) {
            String path = operation.path();
            if (path.startsWith(API) && !described(path)) {
                missing.add(path + ": " + page(path));
            }
            boolean tagged = !operation.node().at("/tags/0").asString().equals("Service");
            if (path.startsWith(API) && !tagged && !path.equals(API + "openapi.json")) {
                missing.add(path + ": ApiTags");
            }
        }
        assertThat(missing)
                .as("paths without their row in the page of src/docs, or their first part in ApiTags of OpenApi")
                .isEmpty();
    }

    private static String page(String path) {
        return PAGES.getOrDefault(path.substring(API.length()).split("[/:]", -1)[0], "http.md");
    }

    /** Whether the page names the path, with {@code ID} for a variable, or, on a page of its own, its last part. */
    private static boolean described(String path) throws IOException {
        String page = Files.readString(Path.of("src", "docs", page(path)));
        String relative = path.substring(API.length());
        if (!page(path).equals("http.md")) {
            return Stream.of(relative.split("/", -1))
                    .filter(part -> !part.startsWith("{"))
                    .allMatch(part -> page.contains(part));
        }
        return Pattern.compile("/" + relative.replaceAll("\\{\\w+}", "[A-Z]+") + "(?![\\w/:{])")
                .matcher(page)
                .find();
    }

    /** With every connection to the database in use, only operations fail that say they use the archive. */
    @Test
    void useOfTheArchiveIsDeclared() throws SQLException {
        HikariDataSource pool = (HikariDataSource) SERVICE.bean(Database.class).dataSource();
        long patience = pool.getConnectionTimeout();
        List<String> wrong = new ArrayList<>();
        Deque<Connection> all = new ArrayDeque<>();
        try {
            while (all.size() < pool.getMaximumPoolSize()) {
                all.add(pool.getConnection());
            }
            pool.setConnectionTimeout(250);
            for (DocumentedOperation operation : contract.operations()) {
                List<ValidRequests.Good> requests =
                        contract.problems(operation).contains(ProblemType.ARCHIVE_UNAVAILABLE.address())
                                ? List.of()
                                : good.all().getOrDefault(operation.id(), List.of());
                requests.stream()
                        .filter(request -> good.send(request.sample()).status() == 503)
                        .forEach(request -> wrong.add(
                                operation.id() + ": " + request.sample().path()));
            }
        } finally {
            pool.setConnectionTimeout(patience);
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertThat(wrong)
                .as("requests that need the archive although archive in the @Operation is NO")
                .isEmpty();
    }

    @Test
    void preconditionsThatRequestsSendAreDocumented() {
        for (DocumentedOperation operation : contract.operations()) {
            boolean sent = good.all().getOrDefault(operation.id(), List.of()).stream()
                    .anyMatch(request -> request.sample().headers().containsKey("If-Match"));
            assertThat(operation
                            .node()
                            .at("/parameters")
                            .findValuesAsString("name")
                            .contains("If-Match"))
                    .as(operation.id())
                    .isEqualTo(sent);
        }
    }

    @Test
    void everySchemaIsDefinedAndEveryTagIsUsed() {
        JsonNode document = contract.document();
        assertThat(document.findValuesAsString("$ref"))
                .filteredOn(reference -> reference.startsWith("#/components/"))
                .hasSizeGreaterThan(50);
        Set<String> used = new TreeSet<>();
        contract.operations()
                .forEach(operation -> used.add(operation.node().at("/tags/0").asString()));
        assertThat(document.get("tags").valueStream().map(tag -> tag.get("name").asString()))
                .hasSameElementsAs(used);
    }

    @Test
    void everyNumberHasAUnit() {
        List<String> without = new ArrayList<>();
        contract.document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue().findParents("type").stream()
                        .filter(form -> form.get("type").asString("").equals("number") && !form.has("unit"))
                        .forEach(form -> without.add(schema.getKey() + ": " + form)));
        without.removeIf(form -> form.startsWith("scenario: ")); // whose indicators say what their values are
        assertThat(without)
                .as("numbers of results whose @Described has no kind with a unit")
                .isEmpty();
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

    /** For each problem type a request that causes it, made from a valid request. */
    static final class ProblemRequests {

        private static final String UNKNOWN_ID = "00000000-0000-7000-8000-000000000000";

        private final ValidRequests good;

        ProblemRequests(ValidRequests good) {
            this.good = good;
        }

        /** The answer to a request that should get this problem; empty if no such request is known. */
        Optional<Answer> of(DocumentedOperation operation, ProblemType type, HttpSample sample) {
            return switch (type) {
                case BAD_PARAMETER -> send(sample.query("bogus=1"));
                case NOT_ACCEPTABLE -> send(sample.header("Accept", "image/png"));
                case WRONG_HOST -> send(sample.header("Host", "entente.example"));
                case FOREIGN_PAGE -> send(sample.header("Origin", "http://elsewhere.example"));
                case WRONG_MEDIA_TYPE -> send(sample.header("Content-Type", "text/plain"));
                case TOO_LARGE -> send(sample.body(new byte[BATCH_BYTES + 1]));
                case MALFORMED -> malformed(operation, sample);
                case INVALID ->
                    send(sample.body(ValidRequests.bytes("{\"readings\": {\"nothing\": 1}, \"rdings\": 2}")));
                case NOT_FOUND -> send(unknownResource(operation, sample));
                case UNAUTHENTICATED ->
                    isWorkshop(operation)
                            ? send(sample.without("Authorization"))
                            : sendWithKeys(sample.header("Accept", "*/*"));
                case FORBIDDEN ->
                    isWorkshop(operation)
                            ? send(good.workshops().forbidden(sample))
                            : sendWithKeys(sample.header("Authorization", "Bearer " + RunningService.key(Role.READER))
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .header("Prefer", "respond-async"));
                case IDEMPOTENCY_KEY_INVALID -> send(stored(sample).header("Idempotency-Key", "x".repeat(256)));
                case IDEMPOTENCY_KEY_REUSED -> sendWithReusedKey(sample);
                case STALE -> send(sample.header("If-Match", "\"" + "0".repeat(64) + "\""));
                case PRECONDITION_REQUIRED -> send(sample.without("If-Match", "If-None-Match"));
                case TOO_SLOW,
                        CONFLICT,
                        EVALUATION_LIMIT,
                        TOO_MANY,
                        TOO_MANY_ATTEMPTS,
                        BUG,
                        OVERLOADED,
                        ARCHIVE_UNAVAILABLE,
                        STORAGE_FULL -> send(sample.header(FailsOnDemand.HEADER, type.slug()));
                case METHOD_NOT_ALLOWED -> Optional.empty();
            };
        }

        /** Whether the tokens of an existing workshop decide. */
        private static boolean isWorkshop(DocumentedOperation operation) {
            return operation.path().contains("/workshops/{code}")
                    && !operation.path().endsWith("/facilitators");
        }

        private Optional<Answer> send(HttpSample sample) {
            return Optional.of(good.send(sample));
        }

        /** To a service that requires keys. */
        private static Optional<Answer> sendWithKeys(HttpSample sample) {
            int keyed = RunningService.withKeys().port();
            return Optional.of(HttpWire.send(keyed, sample.head("127.0.0.1:" + keyed), sample.body()));
        }

        /** What a browser without a session gets for a page that needs one. */
        Answer withoutSession(HttpSample sample) {
            return sendWithKeys(sample.header("Accept", "text/html")).orElseThrow();
        }

        /** Where malformed JSON is reported in the result, only an incomplete body is malformed. */
        private Optional<Answer> malformed(DocumentedOperation operation, HttpSample sample) {
            return List.of("validate", "assessBatch").contains(operation.id())
                    ? send(sample.body(ValidRequests.bytes("no chunk\r\n")).header("Transfer-Encoding", "chunked"))
                    : send(sample.body(ValidRequests.bytes("{\"readings\": ")));
        }

        private static HttpSample unknownResource(DocumentedOperation operation, HttpSample sample) {
            String path = operation.path();
            boolean identity = path.matches(".*/(assessments|jobs|schedules|deliveries)/.*");
            return sample.at(path.replaceAll("\\{\\w+}", identity ? UNKNOWN_ID : "no-such-thing"));
        }

        /** An exploration is stored as a job only. */
        private static HttpSample stored(HttpSample sample) {
            return sample.path().endsWith("/explorations") ? sample.header("Prefer", "respond-async") : sample;
        }

        private Optional<Answer> sendWithReusedKey(HttpSample sample) {
            HttpSample first =
                    stored(sample).header("Idempotency-Key", UUID.randomUUID().toString());
            if (first.body().length == 0) {
                // Another operation has used the key.
                good.send(first.at("/api/v1/assessments").body(ValidRequests.SCENARIO));
                return send(first);
            }
            good.send(first);
            return send(new HttpSample(
                    first.method(),
                    first.path(),
                    first.headers(),
                    ValidRequests.bytes(ValidRequests.text(first.body()) + " ")));
        }
    }
}
