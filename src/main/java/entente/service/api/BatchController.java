package entente.service.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.document.Digest;
import entente.document.DocumentLimits;
import entente.document.JsonLines;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.report.json.AssessmentJson;
import entente.report.json.RecordType;
import entente.report.json.RecordType.JsonText;
import entente.report.json.ResultDocument;
import entente.report.json.ScenarioVerdict;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.archive.JobTable;
import entente.service.archive.NewAssessment;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobTask;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter.ProblemDetails;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.With;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/** Assesses batches of scenarios; the results are in their order. */
@RequiredArgsConstructor
@Controller
public class BatchController {

    public static final String PATH = "/assessments:batch";

    /** Each batch may hold tens of megabytes of results and a temporary file of its size. */
    private static final int MAX_CONCURRENT_BATCHES = 2;

    private static final int RETRY_SECONDS = 5;

    private final Archive archive;
    private final IdempotentResponses responses;
    private final EvaluationExecutor evaluations;
    private final IdempotencyHandler idempotency;
    private final JobTable jobs;
    private final JobRunner jobRunner;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT_BATCHES);

    @PostMapping(
            path = "/api/v1" + PATH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.ANALYST,
            description =
                    "Assesses up to 1,000 scenarios, one on each line; a fault in one does not affect the others.",
            query = {QueryParameter.KEEP, QueryParameter.SCALE, QueryParameter.RESULTS},
            body = "scenario",
            largeBody = true,
            archive = Operation.Archive.WRITES,
            problems = {ProblemType.TOO_MANY, ProblemType.EVALUATION_LIMIT})
    @Response(
            description = "For each scenario the status that it would have had alone, and its verdict or problem.",
            schema = "batch")
    @Response(
            status = 202,
            description = "Submitted as a job, because of Prefer: respond-async.",
            schema = "job",
            headers = {Header.LOCATION, Header.RETRY_AFTER})
    ApiResponse assessBatch(ApiRequest request) {
        if (request.prefersAsync()) {
            return submit(request, request.content());
        }
        if (!permits.tryAcquire()) {
            throw ProblemType.OVERLOADED.problem(
                    "The maximum number of concurrent batches is reached. The request was not processed.",
                    RETRY_SECONDS);
        }
        try {
            Content batch = request.content();
            return idempotency.executeIfKept(request, "", () -> evaluateAll(request, batch));
        } finally {
            permits.release();
        }
    }

    private ApiResponse submit(ApiRequest request, Content batch) {
        return idempotency.execute(request, () -> {
            BatchRequest parameters = BatchRequest.of(request, UUID.randomUUID().toString());
            int total = parameters.count(batch);
            // Before the transaction of the response, so that a large batch is stored in parts.
            JobTable.Prepared job =
                    jobs.prepare(parameters.owner(), BatchTask.KIND, parameters.prependTo(batch), total);
            return () -> Responses.accepted(jobRunner.submit(job));
        });
    }

    /** Assessments are stored in parts, so that other callers need not wait: before the transaction of the response. */
    private Supplier<ApiResponse> evaluateAll(ApiRequest request, Content batch) {
        Optional<String> key = request.keep() ? idempotency.digest(request) : Optional.empty();
        BatchRequest parameters = BatchRequest.of(request, key.orElse(""));
        parameters.count(batch);
        BatchResults results = new BatchResults(parameters);
        try (InputStream in = batch.open()) {
            BatchRequest.items(in)
                    .forEachOrdered(item -> results.evaluate(() -> evaluations.runItem(
                                    request.caller(), parameters.assessment(request.snapshot(), item)))
                            .ifPresent(assessed -> results.add(assessed, Optional.empty())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (parameters.keep()) {
            results.storeAll((assessment, index) -> key.isPresent()
                    ? parameters.storeOnce(assessment, index, archive, responses)
                    : archive.add(assessment));
        }
        return () -> Responses.json(200, results.json());
    }

    /** Runs a batch as a job, under one rule book throughout; each scenario is stored once, even after a restart. */
    @RequiredArgsConstructor
    @Component(BatchTask.KIND)
    static class BatchTask implements JobTask {

        static final String KIND = "batch";

        /** Pause after a rejection: jobs have lower priority than requests. */
        private static final long PAUSE_MILLIS = 500;

        private final ActiveRuleBook activeRuleBook;
        private final Archive archive;
        private final IdempotentResponses responses;
        private final EvaluationExecutor evaluations;

        @Override
        public String run(Content request, Progress progress) throws IOException, InterruptedException {
            try (InputStream in = request.open()) {
                BatchRequest batch = BatchRequest.read(in);
                Iterator<JsonLines.Line> items = BatchRequest.items(in).iterator();
                RuleBookSnapshot snapshot = activeRuleBook.current();
                BatchResults results = new BatchResults(batch);
                while (items.hasNext()) {
                    Callable<AssessedScenario> assessment = batch.assessment(snapshot, items.next());
                    results.evaluate(() -> runWithRetry(assessment, progress, results.size()))
                            .ifPresent(assessed -> results.add(assessed, store(batch, assessed, results.size())));
                    progress.done(results.size());
                }
                return results.json();
            }
        }

        private Optional<UUID> store(BatchRequest batch, AssessedScenario assessed, int index) {
            return batch.keep()
                    ? Optional.of(batch.storeOnce(assessed.toNewAssessment(batch.owner()), index, archive, responses))
                    : Optional.empty();
        }

        private AssessedScenario runWithRetry(Callable<AssessedScenario> assessment, Progress progress, int done)
                throws InterruptedException {
            while (true) {
                try {
                    return evaluations.run(Cost.LIGHT, Caller.SERVICE, assessment);
                } catch (ProblemException refusal) {
                    if (refusal.type() != ProblemType.OVERLOADED) {
                        throw refusal;
                    }
                    progress.done(done);
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
    }

    /**
     * The parameters of a batch. The request of a job consists of these as one line of JSON, followed by the batch.
     *
     * @param batchId identifies the batch, so that its results are stored once; empty for one that cannot be repeated
     */
    record BatchRequest(
            @JsonProperty("work") String batchId, String owner, boolean keep, boolean full, LikelihoodScale scale) {

        static final int MAX_ITEMS = 1_000;

        private static final JsonMapper JSON = new JsonMapper();

        static BatchRequest of(ApiRequest request, String batchId) {
            return new BatchRequest(
                    batchId,
                    request.owner(),
                    request.keep(),
                    request.enumValue(QueryParameter.RESULTS).orElse("summary").equals("full"),
                    request.scale());
        }

        /** The scenarios of a batch, one on each line, of which one is in memory at a time. */
        static Stream<JsonLines.Line> items(InputStream batch) {
            return JsonLines.of(new byte[0], batch, DocumentLimits.SCENARIO.bytes());
        }

        Callable<AssessedScenario> assessment(RuleBookSnapshot snapshot, JsonLines.Line item) {
            return () -> AssessedScenario.of(snapshot, item.bytes(), scale);
        }

        /**
         * Counts the scenarios before any evaluation, so that a malformed batch is refused as a whole.
         *
         * @throws ProblemException MALFORMED if it is empty; TOO_LARGE if there are more than {@link #MAX_ITEMS};
         *     BAD_PARAMETER if there are too many for full results
         */
        int count(Content batch) {
            int count;
            try (InputStream in = batch.open()) {
                count = (int) items(in).limit(MAX_ITEMS + 1).count();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            if (count == 0) {
                throw ProblemType.MALFORMED.problem(
                        "The body is malformed.", List.of(Problem.of("#", "EMPTY", "The batch is empty.")));
            }
            if (count > MAX_ITEMS) {
                throw ProblemType.TOO_LARGE.problem("A batch contains at most " + MAX_ITEMS + " scenarios.");
            }
            if (full && count > QueryParameter.MAX_FULL_RESULTS) {
                throw ProblemType.BAD_PARAMETER.problem(
                        "Full results are available for at most " + QueryParameter.MAX_FULL_RESULTS
                                + " scenarios of a batch, and this one has " + count
                                + "; request the summary, or fetch each stored assessment.");
            }
            return count;
        }

        Content prependTo(Content batch) {
            byte[] line = (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
            return () -> new SequenceInputStream(new ByteArrayInputStream(line), batch.open());
        }

        /** Stores an assessment in a transaction of its own, and once, however often the batch is begun. */
        UUID storeOnce(NewAssessment assessment, int index, Archive archive, IdempotentResponses responses) {
            // Keys of callers do not begin with a space. Another rule book gives another assessment.
            String name =
                    " work " + batchId + " " + index + " " + assessment.facts().rulesSha256();
            IdempotencyKey key = new IdempotencyKey(owner, name, Digest.sha256(name));
            ApiResponse answer = responses
                    .execute(key, () -> {
                        UUID id = archive.add(assessment);
                        return new ApiResponse(201, Map.of(), id.toString().getBytes(StandardCharsets.UTF_8));
                    })
                    .response();
            return UUID.fromString(new String(answer.body(), StandardCharsets.UTF_8));
        }

        /** Reads the parameters from the start of a job's request; the remainder is the batch. */
        static BatchRequest read(InputStream request) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int now = request.read(); now >= 0 && now != '\n'; now = request.read()) {
                line.write(now);
            }
            return JSON.readValue(line.toByteArray(), BatchRequest.class);
        }
    }

    /**
     * The results of a batch and the response built from them. Memory is bounded: problems and full assessments are
     * limited in total.
     */
    @RequiredArgsConstructor
    static final class BatchResults {

        static final ResultDocument<Batch> DOCUMENT =
                new ResultDocument<>("batch", "batch", "The results of a batch.", RecordType.of(Batch.class));

        record Batch(int assessed, int refused, List<AssessedOrRefused> results) {}

        /** The result of one scenario: a verdict or a problem. */
        record AssessedOrRefused(
                @Described("Position in the batch, from 0.") int index,
                @With @Described(kind = Kind.HTTP_STATUS) int status,

                @With @Described(value = "If stored.", kind = Kind.PATH)
                Optional<String> location,

                Optional<ScenarioVerdict> verdict,
                @Described("Why the scenario was refused.") Optional<ProblemDetails> problem,

                @Described(value = "If requested by results=full.", documents = AssessmentJson.class)
                Optional<JsonText> assessment) {

            private AssessedOrRefused stored(UUID id) {
                return withStatus(201).withLocation(Optional.of(AssessmentController.PATH + "/" + id));
            }
        }

        /** Maximum number of problems in a response, beside the first one of each scenario. */
        static final int MAX_PROBLEMS = 1_000;

        static final int MAX_CHARACTERS = 16 << 20;

        private static final int MAX_HELD_BYTES = 32 << 20;

        private final BatchRequest request;
        private final int maxHeldBytes;
        private final List<AssessedOrRefused> results = new ArrayList<>();
        /** Assessments to be stored, by index. */
        private final Map<Integer, NewAssessment> unstored = new LinkedHashMap<>();

        private int refused;
        private int problems;
        private long characters;
        private long held;

        BatchResults(BatchRequest request) {
            this(request, MAX_HELD_BYTES);
        }

        int size() {
            return results.size();
        }

        interface Evaluation<E extends Exception> {
            AssessedScenario run() throws E;
        }

        /** Evaluates the next scenario; empty if it was refused, which is its result. */
        <E extends Exception> Optional<AssessedScenario> evaluate(Evaluation<E> evaluation) throws E {
            try {
                return Optional.of(evaluation.run());
            } catch (ProblemException refusal) {
                add(refusal);
                return Optional.empty();
            }
        }

        private void add(ProblemException refusal) {
            int most = Math.max(1, Math.min(MAX_PROBLEMS - problems, Problem.MAX_REPORTED));
            problems += Math.min(refusal.errors().size(), most);
            refused++;
            results.add(new AssessedOrRefused(
                    results.size(),
                    refusal.type().status(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ProblemDetails.of(refusal, ProblemResponses.occurrence(refusal, null), most)),
                    Optional.empty()));
        }

        /**
         * @param id of the stored assessment; empty if it is not, or not yet, stored
         * @throws ProblemException if the response or the assessments in memory become too large
         */
        void add(AssessedScenario assessed, Optional<UUID> id) {
            int index = results.size();
            if (request.keep() && id.isEmpty()) {
                NewAssessment assessment = assessed.toNewAssessment(request.owner());
                held += assessment.compressedJson().length;
                unstored.put(index, assessment);
            }
            if (held > maxHeldBytes) {
                throw ProblemType.TOO_LARGE.problem(
                        "The assessments of this batch are too large to be held until all are evaluated; "
                                + "split the batch.");
            }
            characters += request.full() ? assessed.json().length() : 0;
            if (characters > MAX_CHARACTERS) {
                throw ProblemType.BAD_PARAMETER.problem("Full results are limited to " + MAX_CHARACTERS
                        + " characters per batch; request the summary, or split the batch.");
            }
            AssessedOrRefused result = new AssessedOrRefused(
                    index,
                    200,
                    Optional.empty(),
                    Optional.of(ScenarioVerdict.of(assessed.assessment())),
                    Optional.empty(),
                    request.full() ? Optional.of(new JsonText(assessed.json())) : Optional.empty());
            results.add(id.map(result::stored).orElse(result));
        }

        /** @param store stores the assessment of an index and returns its id */
        void storeAll(BiFunction<NewAssessment, Integer, UUID> store) {
            unstored.forEach((index, assessment) ->
                    results.set(index, results.get(index).stored(store.apply(assessment, index))));
        }

        String json() {
            return DOCUMENT.pretty(new Batch(results.size() - refused, refused, results));
        }
    }
}
