package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.service.admission.EvaluationExecutor;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.IdempotentResponses;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ChangedRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Batches of scenarios: an error in one does not affect the others, and each is answered as in a single request. */
@Timeout(120)
class BatchControllerIT extends BatchFixture {

    @Test
    void eachItemIsAnsweredInItsPosition() {
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
    void fullResultsEqualTheCommandLineOutput() {
        String list = IDS.stream().map(BatchFixture::scenario).collect(Collectors.joining(",", "[", "]"));
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
    void ndjsonBatchHasOneScenarioPerLine() {
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
    void malformedBatchGets400() {
        for (String malformed : List.of("", " ", "{}", "[", "[{}", "[{}] x", "[]", "\"[\"", "[\"\\", "7")) {
            HttpResponse<byte[]> response = SERVICE.post(PATH, bytes(malformed));
            assertThat(response.statusCode()).as(malformed).isEqualTo(400);
            assertThat(tree(response).get("type").asString()).isEqualTo("/problems/malformed");
        }
    }

    @Test
    void incompleteBatchErrorNamesItemAndPosition() {
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
        Content request = new BatchRequest("w", "anna", false, true, LikelihoodScale.ICD203, false)
                .prependTo(Content.of(bytes("[" + item + ", " + item + "]")));
        String answer = task.run(request, steps -> ChangedRuleBook.putInForce(activeRuleBook, second));
        assertThat(MAPPER.readTree(answer).get("assessed").asInt()).isEqualTo(2);
        assertThat(answer).contains("\"9.9.1\"").doesNotContain("\"9.9.2\"");
    }

    /** As if the service had died after it had stored the assessments, and before it stored the response. */
    @Test
    void interruptedBatchIsCompletedAndStoresNothingTwice() {
        String key = UUID.randomUUID().toString();
        String list = "[" + scenario(IDS.get(0)) + ", {}, " + scenario(IDS.get(0)) + "]";
        HttpResponse<byte[]> first = SERVICE.post(PATH, bytes(list), "Idempotency-Key", key);
        Database store = SERVICE.bean(Database.class);
        assertThat(store.write(() -> store.update("delete from idempotent_response where idempotency_key = ?", key)))
                .isEqualTo(1);
        HttpResponse<byte[]> second = SERVICE.post(PATH, bytes(list), "Idempotency-Key", key);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).isEmpty();
        for (int i : new int[] {0, 2}) {
            assertThat(location(second, i)).isEqualTo(location(first, i));
        }
        assertThat(location(first, 0)).isNotEqualTo(location(first, 2));
        String other = "[" + scenario(IDS.get(0)) + "]";
        assertThat(location(SERVICE.post(PATH, bytes(other), "Idempotency-Key", key + "-2"), 0))
                .isNotEqualTo(location(first, 0));
    }

    private static String location(HttpResponse<byte[]> response, int index) {
        return tree(response).get("results").get(index).get("location").asString();
    }

    @Test
    void respondAsyncStartsAJobThatCompletes() throws InterruptedException {
        String list = "[" + scenario(IDS.get(0)) + ", {}]";
        HttpResponse<byte[]> accepted = SERVICE.post(PATH, bytes(list), "Prefer", "respond-async");
        assertThat(accepted.statusCode()).isEqualTo(202);
        String job = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode now = SERVICE.endedJob(job);
        assertThat(now.get("state").asString()).isEqualTo("DONE");
        assertThat(now.get("done").asInt()).isEqualTo(2);
        assertThat(now.get("result").get("assessed").asInt()).isEqualTo(1);
        String location =
                now.get("result").get("results").get(0).get("location").asString();
        assertThat(SERVICE.get(location).statusCode()).isEqualTo(200);
    }

    /** A job that is interrupted runs again, and finds the assessments that the first run stored. */
    @Test
    void repeatedJobStoresEachScenarioOnce() throws Exception {
        String id = "twice-" + UUID.randomUUID().toString().substring(0, 8);
        String item = "{\"id\": \"" + id + "\", \"title\": \"T\", \"extends\": \"baseline-2018\", \"readings\": {}}";
        Content request = new BatchRequest(
                        UUID.randomUUID().toString(), "anna", true, false, LikelihoodScale.ICD203, false)
                .prependTo(Content.of(bytes("[" + item + ", " + item + "]")));
        BatchTask task = SERVICE.bean(BatchTask.class);
        String first = task.run(request, steps -> {});
        assertThat(task.run(request, steps -> {})).isEqualTo(first);
        JsonNode stored = tree(SERVICE.get("/api/v1/assessments?scenario=" + id));
        assertThat(stored.get("assessments")).hasSize(2);
    }
}
