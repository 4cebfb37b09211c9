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
        HttpResponse<byte[]> response = SERVICE.postLines(PATH, mixed);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = tree(response);
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
        String location = answer.get("results").get(2).get("location").asString();
        assertThat(new String(SERVICE.get(location).body(), StandardCharsets.UTF_8))
                .isEqualTo(Invocation.of("assess", Shipped.SCENARIOS.resolve("taiwan-war.json"), "--format", "json")
                        .out());
    }

    @Test
    void fullResultsEqualTheCommandLineOutput() {
        String lines = IDS.stream().map(BatchFixture::scenario).collect(Collectors.joining("\n"));
        HttpResponse<byte[]> response = SERVICE.postLines(PATH + "?keep=false&results=full", lines);
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
    void emptyBatchGets400() {
        for (String empty : List.of("", " ", "\r\n \n")) {
            HttpResponse<byte[]> response = SERVICE.postLines(PATH, empty);
            assertThat(response.statusCode()).as(empty).isEqualTo(400);
            assertThat(tree(response).get("type").asString()).isEqualTo("/problems/malformed");
        }
    }

    /** A list would be a single scenario with as many faults. */
    @Test
    void listOfScenariosIsRefusedByItsMediaType() {
        HttpResponse<byte[]> response = SERVICE.post(PATH, bytes("[" + scenario(IDS.get(0)) + "]"));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(tree(response).get("detail").asString()).contains("The body must be application/x-ndjson");
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
        HttpResponse<byte[]> first = SERVICE.postLines(PATH, list, "Idempotency-Key", key);
        Database store = SERVICE.bean(Database.class);
        assertThat(store.write(() -> store.update("delete from idempotent_response where idempotency_key = ?", key)))
                .isEqualTo(1);
        HttpResponse<byte[]> second = SERVICE.postLines(PATH, list, "Idempotency-Key", key);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).isEmpty();
        for (int i : new int[] {0, 2}) {
            assertThat(location(second, i)).isEqualTo(location(first, i));
        }
        assertThat(location(first, 0)).isNotEqualTo(location(first, 2));
        assertThat(location(SERVICE.postLines(PATH, scenario(IDS.get(0)), "Idempotency-Key", key + "-2"), 0))
                .isNotEqualTo(location(first, 0));
    }

    private static String location(HttpResponse<byte[]> response, int index) {
        return tree(response).get("results").get(index).get("location").asString();
    }

    @Test
    void respondAsyncStartsAJobThatCompletes() throws InterruptedException {
        String list = scenario(IDS.get(0)) + "\n{}";
        HttpResponse<byte[]> accepted = SERVICE.postLines(PATH, list, "Prefer", "respond-async");
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
        Content request = new BatchRequest(UUID.randomUUID().toString(), "anna", true, false, LikelihoodScale.ICD203)
                .prependTo(Content.of(bytes(item + "\n" + item)));
        BatchTask task = SERVICE.bean(BatchTask.class);
        String first = task.run(request, steps -> {});
        assertThat(task.run(request, steps -> {})).isEqualTo(first);
        JsonNode stored = tree(SERVICE.get("/api/v1/assessments?scenario=" + id));
        assertThat(stored.get("assessments")).hasSize(2);
    }
}
