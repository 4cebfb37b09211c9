package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.Shipped;
import entente.cli.Invocation;
import entente.document.DocumentLimits;
import entente.model.LikelihoodScale;
import entente.service.admission.EvaluationExecutor;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotentResponses;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ChangedRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many scenarios at once: what is wrong with one stops no other, and each is answered as it would be alone. */
@Timeout(120)
class BatchControllerTest {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String PATH = "/api/v1/assessments:batch";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> IDS = List.of("baseline-2018", "taiwan-war", "status-quo-2025");

    private static String scenario(String id) {
        return new String(Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json")), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(HttpResponse<byte[]> response) {
        return MAPPER.readTree(response.body());
    }

    @Test
    void eachIsAnsweredAsItWouldBeAloneInItsPlace() {
        String mixed = "[" + scenario(IDS.get(0)) + ", {\"id\": \"x\"}, " + scenario(IDS.get(1))
                + ", {\"a\": 1, \"a\": 2}, " + "nonsense, \"]\", [[]], " + scenario(IDS.get(2)) + " ]";
        HttpResponse<byte[]> response = SERVICE.post(PATH, bytes(mixed));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = tree(response);
        assertThat(answer.get("assessed").asInt()).isEqualTo(3);
        assertThat(answer.get("refused").asInt()).isEqualTo(5);
        List<Integer> statuses = answer.get("results")
                .valueStream()
                .map(result -> result.get("status").asInt())
                .toList();
        assertThat(statuses).containsExactly(201, 422, 201, 422, 400, 422, 422, 201);
        for (int i = 0; i < statuses.size(); i++) {
            assertThat(answer.get("results").get(i).get("index").asInt()).isEqualTo(i);
        }
        String location = answer.get("results").get(2).get("location").asString();
        assertThat(new String(SERVICE.get(location).body(), StandardCharsets.UTF_8))
                .isEqualTo(Invocation.of("assess", Shipped.SCENARIOS.resolve("taiwan-war.json"), "--format", "json")
                        .out());
    }

    @Test
    void wholeAssessmentsAreThoseOfTheCommandLine() {
        String list = IDS.stream().map(BatchControllerTest::scenario).collect(Collectors.joining(",", "[", "]"));
        HttpResponse<byte[]> response = SERVICE.post(PATH + "?keep=false&results=full", bytes(list));
        String text = new String(response.body(), StandardCharsets.UTF_8);
        for (String id : IDS) {
            String alone = Invocation.of("assess", Shipped.SCENARIOS.resolve(id + ".json"), "--format", "json")
                    .out();
            assertThat(text).contains(alone.strip());
        }
        assertThat(tree(response).get("results"))
                .allMatch(result -> result.get("status").asInt() == 200);
    }

    @Test
    void oneALine() {
        String lines = IDS.stream()
                .map(id -> scenario(id).replace("\n", " "))
                .collect(Collectors.joining("\n\n", "", "\n{\"id\"\n"));
        HttpResponse<byte[]> response = SERVICE.send(SERVICE.to(PATH + "?keep=false")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        assertThat(tree(response).get("assessed").asInt()).isEqualTo(3);
        assertThat(tree(response).get("results").get(3).get("status").asInt()).isEqualTo(400);
    }

    @Test
    void aBatchThatIsNoneIsRefusedAsAWhole() {
        for (String wrong : List.of("", " ", "{}", "[", "[{}", "[{}] x", "[]", "\"[\"", "[\"\\", "7")) {
            HttpResponse<byte[]> response = SERVICE.post(PATH, bytes(wrong));
            assertThat(response.statusCode()).as(wrong).isEqualTo(400);
            assertThat(tree(response).get("type").asString()).isEqualTo("/problems/malformed");
        }
    }

    @Test
    void aBatchThatBreaksOffNamesTheElementAndThePlace() {
        JsonNode error = tree(SERVICE.post(PATH, bytes("[{\"id\": \"a\"},\n  {\"ä\": [1,\n 2}")))
                .get("errors")
                .get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("#/1");
        assertThat(error.get("line").asInt()).isEqualTo(3);
        assertThat(error.get("column").asInt()).isEqualTo(4);
        assertThat(error.get("detail").asString()).contains("element 2").contains("line 2, column 3");
        JsonNode after =
                tree(SERVICE.post(PATH, bytes("[{},\n{}] x"))).get("errors").get(0);
        assertThat(after.get("line").asInt()).isEqualTo(2);
        assertThat(after.get("column").asInt()).isEqualTo(5);
    }

    /** An element beyond the limit of a scenario is refused, also where what is held of it could stand alone. */
    @Test
    void anElementThatIsTooLargeIsRefusedForItself() {
        String large = scenario(IDS.get(0)).strip() + " ".repeat(DocumentLimits.SCENARIO.bytes()) + "x";
        JsonNode results = tree(SERVICE.post(
                        PATH + "?keep=false", bytes("[" + large + ", {}, " + scenario(IDS.get(0)) + "]")))
                .get("results");
        assertThat(results.valueStream().map(result -> result.get("status").asInt()))
                .containsExactly(400, 422, 200);
        assertThat(results.get(0).at("/problem/errors/0/code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void problemsAreBoundedForEachScenarioAndForAllOfABatch() {
        String faulty =
                IntStream.range(0, 150).mapToObj(i -> "\"x" + i + "\": 1").collect(Collectors.joining(",", "{", "}"));
        int alone = tree(SERVICE.post("/api/v1/assessments", bytes(faulty)))
                        .get("errorsOmitted")
                        .asInt()
                + 100;
        String batch = IntStream.range(0, 15).mapToObj(i -> faulty).collect(Collectors.joining(",", "[", "]"));
        JsonNode results = tree(SERVICE.post(PATH, bytes(batch))).get("results");
        List<Integer> told = results.valueStream()
                .map(result -> result.at("/problem/errors").size())
                .toList();
        assertThat(told.subList(0, 10)).containsOnly(100);
        assertThat(told.subList(10, 15)).containsOnly(1);
        assertThat(results)
                .allMatch(result -> result.at("/problem/errors").size()
                                + result.at("/problem/errorsOmitted").asInt()
                        == alone);
    }

    @Test
    void wholeAssessmentsAreBoundedInAll() {
        AssessedScenario small = AssessedScenario.of(
                SERVICE.bean(ActiveRuleBook.class).current(), bytes(scenario(IDS.get(0))), LikelihoodScale.ICD203);
        AssessedScenario large =
                new AssessedScenario(small.assessment(), small.scale(), "x".repeat(BatchResults.MAX_CHARACTERS));
        BatchResults answered =
                new BatchResults(new BatchRequest("w", "anna", false, true, LikelihoodScale.ICD203, false));
        answered.add(large, Optional.empty(), true);
        assertRefused(ProblemType.BAD_PARAMETER, () -> answered.add(small, Optional.empty(), true));
        int packed = small.toNewAssessment("anna").compressedJson().length;
        assertThat(packed).isLessThan(small.json().length() / 5);
        BatchResults kept =
                new BatchResults(new BatchRequest("w", "anna", true, false, LikelihoodScale.ICD203, false), 2 * packed);
        kept.add(small, Optional.empty(), true);
        kept.add(small, Optional.empty(), true);
        assertRefused(ProblemType.TOO_LARGE, () -> kept.add(small, Optional.empty(), true));
    }

    private static void assertRefused(ProblemType type, ThrowingCallable adding) {
        assertThatThrownBy(adding)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    @Test
    void thereAreAtMostAThousandInOne() {
        assertThat(SERVICE.post(PATH, bytes("[" + "0,".repeat(999) + "0]")).statusCode())
                .isEqualTo(200);
        assertThat(SERVICE.post(PATH, bytes("[" + "0,".repeat(1000) + "0]")).statusCode())
                .isEqualTo(413);
        assertThat(SERVICE.post(PATH + "?results=full", bytes("[" + "0,".repeat(100) + "0]"))
                        .statusCode())
                .isEqualTo(400);
    }

    /** A batch is large while it is evaluated. The first two wait for the evaluations that hold every place. */
    @Test
    void atMostTwoBatchesRunConcurrently() throws Exception {
        EvaluationExecutor evaluations = SERVICE.bean(EvaluationExecutor.class);
        for (int time = 0; time < 2; time++) {
            CountDownLatch held = new CountDownLatch(1);
            int places = evaluations.limits().maxConcurrency();
            ExecutorService threads = Executors.newFixedThreadPool(places + 2);
            try {
                for (int place = 0; place < places; place++) {
                    threads.execute(() -> evaluations.run(EvaluationExecutor.Cost.LIGHT, () -> await(held)));
                }
                while (evaluations.running() < places) {
                    Thread.sleep(5);
                }
                List<Future<HttpResponse<byte[]>>> two =
                        List.of(threads.submit(BatchControllerTest::one), threads.submit(BatchControllerTest::one));
                while (evaluations.waiting(EvaluationExecutor.Cost.LIGHT) < 2) {
                    Thread.sleep(5);
                }
                HttpResponse<byte[]> third = one();
                assertThat(third.statusCode()).isEqualTo(503);
                assertThat(third.headers().firstValue("Retry-After")).contains("5");
                assertThat(tree(third).get("type").asString()).isEqualTo("/problems/overloaded");
                held.countDown();
                for (Future<HttpResponse<byte[]>> each : two) {
                    assertThat(each.get().statusCode()).isEqualTo(200);
                }
            } finally {
                held.countDown();
                threads.shutdown();
            }
        }
    }

    private static boolean await(CountDownLatch held) throws InterruptedException {
        return held.await(100, TimeUnit.SECONDS);
    }

    private static HttpResponse<byte[]> one() {
        return SERVICE.post(PATH + "?keep=false", bytes("[{}]"));
    }

    @Test
    void aJobUsesTheRuleBookThatItStartedWith() throws Exception {
        RuleBookSnapshot first = ChangedRuleBook.of("9.9.1", "1".repeat(64));
        RuleBookSnapshot second = ChangedRuleBook.of("9.9.2", "2".repeat(64));
        ActiveRuleBook activeRuleBook = new ActiveRuleBook(first);
        BatchTask task = new BatchTask(
                activeRuleBook,
                SERVICE.bean(Archive.class),
                SERVICE.bean(IdempotentResponses.class),
                SERVICE.bean(EvaluationExecutor.class));
        String item = scenario(IDS.get(0));
        Content order = new BatchRequest("w", "somebody", false, true, LikelihoodScale.ICD203, false)
                .prependTo(Content.of(bytes("[" + item + ", " + item + "]")));
        String answer = task.run(order, steps -> ChangedRuleBook.putInForce(activeRuleBook, second));
        assertThat(MAPPER.readTree(answer).get("assessed").asInt()).isEqualTo(2);
        assertThat(answer).contains("\"9.9.1\"").doesNotContain("\"9.9.2\"");
    }

    @Test
    void whoWouldRatherComeBackGetsWorkThatEnds() throws InterruptedException {
        String list = "[" + scenario(IDS.get(0)) + ", {}]";
        HttpResponse<byte[]> taken = SERVICE.post(PATH, bytes(list), "Prefer", "respond-async");
        assertThat(taken.statusCode()).isEqualTo(202);
        String work = taken.headers().firstValue("Location").orElseThrow();
        JsonNode now = tree(SERVICE.get(work));
        // A hang guard, not a promise of speed.
        Instant end = Instant.now().plus(Duration.ofSeconds(100));
        while (!now.get("state").asString().equals("DONE") && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            now = tree(SERVICE.get(work));
        }
        assertThat(now.get("state").asString()).isEqualTo("DONE");
        assertThat(now.get("done").asInt()).isEqualTo(2);
        assertThat(now.get("result").get("assessed").asInt()).isEqualTo(1);
        String location =
                now.get("result").get("results").get(0).get("location").asString();
        assertThat(SERVICE.get(location).statusCode()).isEqualTo(200);
    }

    /** Work that was begun and left is begun anew; what was kept the first time is found, and not kept again. */
    @Test
    void workThatIsDoneTwiceKeepsEachScenarioOnce() throws Exception {
        String id = "twice-" + UUID.randomUUID().toString().substring(0, 8);
        String item = "{\"id\": \"" + id + "\", \"title\": \"T\", \"extends\": \"baseline-2018\", \"readings\": {}}";
        Content order = new BatchRequest(
                        UUID.randomUUID().toString(), "somebody", true, false, LikelihoodScale.ICD203, false)
                .prependTo(Content.of(bytes("[" + item + ", " + item + "]")));
        BatchTask task = SERVICE.bean(BatchTask.class);
        String first = task.run(order, steps -> {});
        assertThat(task.run(order, steps -> {})).isEqualTo(first);
        JsonNode kept = tree(SERVICE.get("/api/v1/assessments?scenario=" + id));
        assertThat(kept.get("assessments")).hasSize(2);
    }
}
