package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.document.DocumentLimits;
import entente.model.LikelihoodScale;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.testkit.RunningService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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

/** Limits of one batch and of concurrent batches. */
@Timeout(120)
class BatchLimitsIT extends BatchFixture {

    /** An item over the size limit is refused, also where its stored beginning is a valid scenario. */
    @Test
    void oversizedItemIsRefusedAlone() {
        String large = scenario(IDS.get(0)).strip() + " ".repeat(DocumentLimits.SCENARIO.bytes()) + "x";
        String blank = " ".repeat(DocumentLimits.SCENARIO.bytes() + 1) + "x";
        JsonNode results = tree(SERVICE.postLines(
                        PATH + "?keep=false", String.join("\n", large, "{}", blank, scenario(IDS.get(0)))))
                .get("results");
        assertThat(results.valueStream().map(result -> result.get("status").asInt()))
                .containsExactly(400, 422, 400, 200);
        assertThat(results.get(0).at("/problem/errors/0/code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void reportedErrorsAreLimitedPerItemAndPerBatch() {
        String faulty =
                IntStream.range(0, 150).mapToObj(i -> "\"x" + i + "\": 1").collect(Collectors.joining(",", "{", "}"));
        int alone = tree(SERVICE.post("/api/v1/assessments", bytes(faulty)))
                        .get("errorsOmitted")
                        .asInt()
                + 100;
        String batch = (faulty + "\n").repeat(15);
        JsonNode results = tree(SERVICE.postLines(PATH, batch)).get("results");
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

    @Test
    void totalSizeOfTheResultsIsLimited() {
        AssessedScenario small = AssessedScenario.of(
                SERVICE.bean(ActiveRuleBook.class).current(), bytes(scenario(IDS.get(0))), LikelihoodScale.ICD203);
        AssessedScenario large =
                new AssessedScenario(small.assessment(), small.scale(), "x".repeat(BatchResults.MAX_CHARACTERS));
        BatchResults full = new BatchResults(new BatchRequest("w", "anna", false, true, LikelihoodScale.ICD203));
        full.add(large, Optional.empty());
        assertRefused(ProblemType.BAD_PARAMETER, () -> full.add(small, Optional.empty()));
        int size = small.toNewAssessment("anna").compressedJson().length;
        assertThat(size).isLessThan(small.json().length() / 5);
        BatchResults stored =
                new BatchResults(new BatchRequest("w", "anna", true, false, LikelihoodScale.ICD203), 2 * size);
        stored.add(small, Optional.empty());
        stored.add(small, Optional.empty());
        assertRefused(ProblemType.TOO_LARGE, () -> stored.add(small, Optional.empty()));
    }

    private static void assertRefused(ProblemType type, ThrowingCallable adding) {
        assertThatThrownBy(adding).hasFieldOrPropertyWithValue("type", type);
    }

    @Test
    void numberOfItemsIsLimited() {
        assertThat(SERVICE.postLines(PATH, "0\n".repeat(1000)).statusCode()).isEqualTo(200);
        assertThat(SERVICE.postLines(PATH, "0\n".repeat(1001)).statusCode()).isEqualTo(413);
        assertThat(SERVICE.postLines(PATH + "?results=full", "0\n".repeat(101)).statusCode())
                .isEqualTo(400);
    }

    /** Batches need much memory. The first two wait for the evaluations that use all threads. */
    @Test
    void atMostTwoBatchesRunConcurrently() throws Exception {
        EvaluationExecutor evaluations = SERVICE.bean(EvaluationExecutor.class);
        for (int round = 0; round < 2; round++) {
            CountDownLatch held = new CountDownLatch(1);
            int concurrency = evaluations.limits().maxConcurrency();
            ExecutorService threads = Executors.newFixedThreadPool(concurrency + 2);
            try {
                for (int i = 0; i < concurrency; i++) {
                    threads.execute(
                            () -> evaluations.run(EvaluationExecutor.Cost.LIGHT, Caller.SERVICE, () -> await(held)));
                }
                while (evaluations.running() < concurrency) {
                    Thread.sleep(5);
                }
                List<Future<HttpResponse<byte[]>>> two =
                        List.of(threads.submit(BatchLimitsIT::postOne), threads.submit(BatchLimitsIT::postOne));
                while (evaluations.waiting(EvaluationExecutor.Cost.LIGHT) < 2) {
                    Thread.sleep(5);
                }
                HttpResponse<byte[]> third = postOne();
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

    private static HttpResponse<byte[]> postOne() {
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
            HttpResponse<byte[]> refused = small.postLines(PATH, String.join("\n", items), "Prefer", "respond-async");
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("entente.archive.quota");
        }
    }
}
