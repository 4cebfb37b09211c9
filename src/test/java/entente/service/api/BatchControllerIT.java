package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.document.DocumentLimits;
import entente.model.LikelihoodScale;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.api.AssessmentController.AssessedScenario;
import entente.service.api.BatchController.BatchRequest;
import entente.service.api.BatchController.BatchResults;
import entente.service.api.BatchController.BatchTask;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.Job;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ChangedRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import entente.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches of scenarios: an error in one does not affect the others, and each is answered as in a single request. */
@Timeout(120)
class BatchControllerIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String PATH = "/api/v1/assessments:batch";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> IDS = List.of("baseline-2018", "taiwan-war", "status-quo-2025");

    /** In one line. */
    private static String scenario(String id) {
        return new String(Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json")), StandardCharsets.UTF_8)
                .replace("\n", " ");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void eachItemIsAnsweredInItsPosition() {
        String mixed = String.join(
                "\n",
                scenario(IDS.get(0)),
                "{\"id\": \"x\"}",
                " " + scenario(IDS.get(1)) + "\r",
                "{\"a\": 1, \"a\": 2}",
                "nonsense",
                "",
                "\"]\"",
                " \t\r",
                "[[]]",
                "{\"id\"",
                scenario(IDS.get(2)) + "\n");
        Answer response = SERVICE.postLines(PATH, mixed).expect(200);
        JsonNode answer = response.json();
        assertThat(answer.get("assessed").asInt()).isEqualTo(3);
        assertThat(answer.get("refused").asInt()).isEqualTo(6);
        List<Integer> statuses = answer.get("results")
                .valueStream()
                .map(result -> result.get("status").asInt())
                .toList();
        assertThat(statuses).containsExactly(201, 422, 201, 422, 400, 422, 422, 400, 201);
        for (int i = 0; i < statuses.size(); i++) {
            assertThat(answer.get("results").get(i).get("index").asInt()).isEqualTo(i);
        }
        String location = answer.at("/results/2/location").asString();
        assertThat(SERVICE.get(location).text())
                .isEqualTo(Invocation.of("assess", Shipped.SCENARIOS.resolve("taiwan-war.json"), "--format", "json")
                        .out());
    }

    @Test
    void fullResultsEqualTheCommandLineOutput() {
        String lines = IDS.stream().map(BatchControllerIT::scenario).collect(Collectors.joining("\n"));
        Answer response = SERVICE.postLines(PATH + "?keep=false&results=full", lines);
        String text = response.text();
        for (String id : IDS) {
            String alone = Invocation.of("assess", Shipped.SCENARIOS.resolve(id + ".json"), "--format", "json")
                    .out();
            assertThat(text).contains(alone.strip());
        }
        assertThat(response.json().get("results"))
                .allMatch(result -> result.get("status").asInt() == 200);
    }

    @Test
    void emptyBatchGets400() {
        for (String empty : List.of("", " ", "\r\n \n")) {
            Answer response = SERVICE.postLines(PATH, empty).expect(400, empty);
            assertThat(response.at("/type").asString()).isEqualTo("/problems/malformed");
        }
    }

    /** A list would be a single scenario with as many faults. */
    @Test
    void listOfScenariosIsRefusedByItsMediaType() {
        Answer response = SERVICE.post(PATH, "[" + scenario(IDS.get(0)) + "]").expect(415);
        assertThat(response.at("/detail").asString()).contains("The body must be application/x-ndjson");
    }

    @Test
    void jobUsesTheRuleBookOfItsStart() throws Exception {
        RuleBookSnapshot first = ChangedRuleBook.of("9.9.1", "1".repeat(64));
        RuleBookSnapshot second = ChangedRuleBook.of("9.9.2", "2".repeat(64));
        ActiveRuleBook activeRuleBook = new ActiveRuleBook(first);
        BatchTask task = new BatchTask(
                activeRuleBook,
                SERVICE.bean(Archive.class),
                SERVICE.bean(IdempotentResponses.class),
                SERVICE.bean(EvaluationExecutor.class));
        String item = scenario(IDS.get(0));
        Content request = new BatchRequest("w", "anna", false, true, LikelihoodScale.ICD203)
                .prependTo(Content.of(bytes(item + "\n" + item)));
        String answer = task.run(request, steps -> ChangedRuleBook.putInForce(activeRuleBook, second));
        assertThat(MAPPER.readTree(answer).get("assessed").asInt()).isEqualTo(2);
        assertThat(answer).contains("\"9.9.1\"").doesNotContain("\"9.9.2\"");
    }

    /** As if the service had died after it had stored the assessments, and before it stored the response. */
    @Test
    void interruptedBatchIsCompletedAndStoresNothingTwice() {
        String key = UUID.randomUUID().toString();
        String list = scenario(IDS.get(0)) + "\n{}\n" + scenario(IDS.get(0));
        Answer first = SERVICE.postLines(PATH, list, "Idempotency-Key", key);
        Database store = SERVICE.bean(Database.class);
        assertThat(store.write(() -> store.update("delete from idempotent_response where idempotency_key = ?", key)))
                .isEqualTo(1);
        Answer second = SERVICE.postLines(PATH, list, "Idempotency-Key", key);
        assertThat(second.all("Idempotency-Replayed")).isEmpty();
        for (int i : new int[] {0, 2}) {
            assertThat(location(second, i)).isEqualTo(location(first, i));
        }
        assertThat(location(first, 0)).isNotEqualTo(location(first, 2));
        assertThat(location(SERVICE.postLines(PATH, scenario(IDS.get(0)), "Idempotency-Key", key + "-2"), 0))
                .isNotEqualTo(location(first, 0));
    }

    private static String location(Answer response, int index) {
        return response.at("/results/" + index + "/location").asString();
    }

    @Test
    void respondAsyncStartsAJobThatCompletes() throws InterruptedException {
        String list = scenario(IDS.get(0)) + "\n{}";
        Answer accepted =
                SERVICE.postLines(PATH, list, "Prefer", "respond-async").expect(202);
        String job = accepted.one("Location");
        JsonNode now = SERVICE.endedJob(job);
        assertThat(now.get("state").asString()).isEqualTo("DONE");
        assertThat(now.get("done").asInt()).isEqualTo(2);
        assertThat(now.get("result").get("assessed").asInt()).isEqualTo(1);
        String location =
                now.get("result").get("results").get(0).get("location").asString();
        SERVICE.get(location).expect(200);
    }

    @Test
    void endedJobHasAProblemOrAResultAsItWasStored() {
        assertThat(ServiceDocuments.JOB.pretty(job(Job.State.FAILED))).isEqualTo("""
                        {
                          "id": "00000000-0000-0000-0000-000000000001",
                          "kind": "batch",
                          "state": "FAILED",
                          "at": "1970-01-01T00:00:00Z",
                          "done": 1,
                          "total": 2,
                          "problem": {"a": 1}
                        }
                        """);
        assertThat(ServiceDocuments.JOB.pretty(job(Job.State.DONE)))
                .contains("\"result\": {\"a\": 1}\n")
                .doesNotContain("problem", "ada");
    }

    private static Job job(Job.State state) {
        return new Job(new UUID(0, 1), "ada", "batch", state, Instant.EPOCH, 1, 2, Optional.of("{\"a\": 1}\n"));
    }

    /** A job that is interrupted runs again, and finds the assessments that the first run stored. */
    @Test
    void repeatedJobStoresEachScenarioOnce() throws Exception {
        String id = "twice-" + UUID.randomUUID().toString().substring(0, 8);
        String item = "{\"id\": \"" + id + "\", \"title\": \"T\", \"extends\": \"baseline-2018\", \"readings\": {}}";
        Content request = new BatchRequest(UUID.randomUUID().toString(), "anna", true, false, LikelihoodScale.ICD203)
                .prependTo(Content.of(bytes(item + "\n" + item)));
        BatchTask task = SERVICE.bean(BatchTask.class);
        String first = task.run(request, steps -> {});
        assertThat(task.run(request, steps -> {})).isEqualTo(first);
        JsonNode stored = SERVICE.get("/api/v1/assessments?scenario=" + id).json();
        assertThat(stored.get("assessments")).hasSize(2);
    }

    /** A batch that is begun again after a change of the rules must not answer with an assessment by the former ones. */
    @Test
    void assessmentIsStoredOnceForEachIndexAndRuleBook() {
        BatchRequest batch = new BatchRequest("batch", "owner", true, false, LikelihoodScale.ICD203);
        try (Database database = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            Archive archive = new Archive(database, InstantSource.system());
            IdempotentResponses responses = new IdempotentResponses(database, InstantSource.system());
            Optional<UUID> first = batch.store(assessed("a"), 0, archive, responses);
            assertThat(batch.store(assessed("a"), 0, archive, responses)).isEqualTo(first);
            assertThat(batch.store(assessed("a"), 1, archive, responses)).isNotEqualTo(first);
            assertThat(batch.store(assessed("b"), 0, archive, responses)).isNotEqualTo(first);
        }
    }

    private static AssessedScenario assessed(String digit) {
        RuleBookSnapshot book = ChangedRuleBook.of("9.9.9", digit.repeat(64));
        return AssessedScenario.of(book, bytes(scenario(IDS.get(0))), LikelihoodScale.ICD203);
    }

    /** An item over the size limit is refused, also where its stored beginning is a valid scenario. */
    @Test
    void oversizedItemIsRefusedAlone() {
        String large = scenario(IDS.get(0)).strip() + " ".repeat(DocumentLimits.SCENARIO.bytes()) + "x";
        String blank = " ".repeat(DocumentLimits.SCENARIO.bytes() + 1) + "x";
        JsonNode results = SERVICE.postLines(
                        PATH + "?keep=false", String.join("\n", large, "{}", blank, scenario(IDS.get(0))))
                .json()
                .get("results");
        assertThat(results.valueStream().map(result -> result.get("status").asInt()))
                .containsExactly(400, 422, 400, 200);
        assertThat(results.get(0).at("/problem/errors/0/code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void reportedErrorsAreLimitedPerItemAndPerBatch() {
        String faulty =
                IntStream.range(0, 150).mapToObj(i -> "\"x" + i + "\": 1").collect(Collectors.joining(",", "{", "}"));
        int alone =
                SERVICE.post("/api/v1/assessments", faulty).at("/errorsOmitted").asInt() + 100;
        String batch = (faulty + "\n").repeat(15);
        JsonNode results = SERVICE.postLines(PATH, batch).json().get("results");
        List<Integer> reported = results.valueStream()
                .map(result -> result.at("/problem/errors").size())
                .toList();
        assertThat(reported.subList(0, 10)).containsOnly(100);
        assertThat(reported.subList(10, 15)).containsOnly(1);
        assertThat(results)
                .allMatch(result -> result.at("/problem/errors").size()
                                + result.at("/problem/errorsOmitted").asInt()
                        == alone);
    }

    /** The JSON of an assessment costs as much as the assessing. */
    @Test
    void aSummaryWithoutStoringWritesNoAssessment() {
        AssessedScenario one = assessed("a");
        BatchResults summary = new BatchResults(false);
        summary.add(
                new AssessedScenario(one.assessment(), one.scale(), SingletonSupplier.of(() -> {
                    throw new AssertionError("written");
                })),
                Optional::empty);
        assertThat(summary.json()).contains("\"assessed\": 1");
    }

    @Test
    void totalSizeOfTheResultsIsLimited() {
        AssessedScenario small = assessed("a");
        AssessedScenario large = new AssessedScenario(
                small.assessment(), small.scale(), SingletonSupplier.of("x".repeat(BatchResults.MAX_CHARACTERS)));
        BatchResults full = new BatchResults(true);
        full.add(large, Optional::empty);
        assertThatThrownBy(() -> full.add(small, () -> {
                    throw new AssertionError("stored");
                }))
                .hasFieldOrPropertyWithValue("type", ProblemType.BAD_PARAMETER);
    }

    @Test
    void numberOfItemsIsLimited() {
        SERVICE.postLines(PATH, "0\n".repeat(1000)).expect(200);
        SERVICE.postLines(PATH, "0\n".repeat(1001)).expect(413);
        SERVICE.postLines(PATH + "?results=full", "0\n".repeat(101)).expect(400);
    }

    /** Batches need much memory. The first two wait for the evaluations that use all threads; then two may run again. */
    @Test
    void atMostTwoBatchesRunConcurrently() throws Exception {
        EvaluationExecutor evaluations = SERVICE.bean(EvaluationExecutor.class);
        int concurrency = evaluations.limits().maxConcurrency();
        for (int round = 0; round < 2; round++) {
            CountDownLatch held = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(concurrency + 2);
            try {
                for (int i = 0; i < concurrency; i++) {
                    threads.execute(() -> evaluations.run(
                            EvaluationExecutor.Cost.LIGHT, Caller.SERVICE, () -> held.await(100, TimeUnit.SECONDS)));
                }
                Await.holds("busy", () -> evaluations.running() >= concurrency);
                List<Future<Answer>> two =
                        List.of(threads.submit(BatchControllerIT::postOne), threads.submit(BatchControllerIT::postOne));
                Await.holds("both wait", () -> evaluations.waiting(EvaluationExecutor.Cost.LIGHT) >= 2);
                Answer third = postOne().expect(503);
                assertThat(third.one("Retry-After")).isEqualTo("5");
                assertThat(third.at("/type").asString()).isEqualTo("/problems/overloaded");
                held.countDown();
                for (Future<Answer> each : two) {
                    each.get().expect(200);
                }
            } finally {
                held.countDown();
                threads.shutdown();
            }
        }
    }

    private static Answer postOne() {
        return SERVICE.postLines(PATH + "?keep=false", "{}");
    }

    @Test
    void whatACallerStoresWithinADayIsBounded() {
        byte[] noise = new byte[60_000];
        SplittableRandom random = new SplittableRandom(1);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            random.nextBytes(noise);
            items.add('"' + Base64.getEncoder().encodeToString(noise) + '"');
        }
        try (RunningService small = RunningService.start(Map.of("entente.archive.quota", "1MB"))) {
            Answer refused = small.postLines(PATH, String.join("\n", items), "Prefer", "respond-async")
                    .expect(507);
            assertThat(refused.text()).contains("entente.archive.quota");
        }
    }
}
