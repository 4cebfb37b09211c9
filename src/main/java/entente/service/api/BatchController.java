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
import entente.service.api.AssessmentController.AssessedScenario;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
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

    private final BatchTask batches;
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

    private Supplier<ApiResponse> evaluateAll(ApiRequest request, Content batch) {
        BatchRequest parameters = BatchRequest.of(
                request, request.keep() ? idempotency.digest(request).orElse("") : "");
        parameters.count(batch);
        try (InputStream in = batch.open()) {
            String results = batches.assess(
                    parameters,
                    request.snapshot(),
                    in,
                    (assessment, done) -> evaluations.runItem(request.caller(), assessment),
                    done -> {});
            return () -> Responses.json(200, results);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Runs a batch as a job, under one rule book throughout; each scenario is stored once, even after a restart. */
    @RequiredArgsConstructor
    @Component(BatchTask.KIND)
    static class BatchTask implements JobTask {

        static final String KIND = "batch";

        /** Pause after a rejection: jobs have lower priority than requests. */
        private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

        private final ActiveRuleBook activeRuleBook;
        private final Archive archive;
        private final IdempotentResponses responses;
        private final EvaluationExecutor evaluations;

        /** Runs the evaluation of one scenario; {@code done} are finished. */
        private interface Evaluator {

            AssessedScenario run(Callable<AssessedScenario> assessment, int done);
        }

        @Override
        public String run(Content request, Progress progress) throws IOException {
            try (InputStream in = request.open()) {
                return assess(
                        BatchRequest.read(in),
                        activeRuleBook.current(),
                        in,
                        (assessment, done) -> runWithRetry(assessment, progress, done),
                        progress);
            }
        }

        /** Each assessment is stored before the next scenario, in its own transaction, so that other callers need not wait. */
        private String assess(
                BatchRequest batch,
                RuleBookSnapshot snapshot,
                InputStream items,
                Evaluator evaluator,
                Progress progress) {
            BatchResults results = new BatchResults(batch.full());
            BatchRequest.items(items).forEachOrdered(item -> {
                int index = results.size();
                results.evaluate(() -> evaluator.run(batch.assessment(snapshot, item), index))
                        .ifPresent(assessed ->
                                results.add(assessed, () -> batch.store(assessed, index, archive, responses)));
                progress.done(results.size());
            });
            return results.json();
        }

        private AssessedScenario runWithRetry(Callable<AssessedScenario> assessment, Progress progress, int done) {
            while (true) {
                try {
                    return evaluations.run(Cost.LIGHT, Caller.SERVICE, assessment);
                } catch (ProblemException refusal) {
                    if (refusal.type() != ProblemType.OVERLOADED) {
                        throw refusal;
                    }
                    progress.done(done);
                    LockSupport.parkNanos(PAUSE_NANOS);
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
            return () -> AssessedScenario.of(snapshot, item.bytes(), scale).written(keep || full);
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

        /** Stores an assessment if it is kept: once, however often the batch is begun, if it can be repeated. */
        Optional<UUID> store(AssessedScenario assessed, int index, Archive archive, IdempotentResponses responses) {
            if (!keep) {
                return Optional.empty();
            }
            NewAssessment assessment = assessed.toNewAssessment(owner);
            if (batchId.isEmpty()) {
                return Optional.of(archive.add(assessment));
            }
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
            return Optional.of(UUID.fromString(new String(answer.body(), StandardCharsets.UTF_8)));
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

    /** The results of a batch. Memory is bounded: problems and full assessments are limited in total. */
    @RequiredArgsConstructor
    static final class BatchResults {

        static final ResultDocument<Batch> DOCUMENT =
                new ResultDocument<>("batch", "batch", "The results of a batch.", RecordType.of(Batch.class));

        record Batch(int assessed, int refused, List<AssessedOrRefused> results) {}

        /** The result of one scenario: a verdict or a problem. */
        record AssessedOrRefused(
                @Described("Position in the batch, from 0.") int index,
                @Described(kind = Kind.HTTP_STATUS) int status,

                @Described(value = "If stored.", kind = Kind.PATH)
                Optional<String> location,

                Optional<ScenarioVerdict> verdict,
                @Described("Why the scenario was refused.") Optional<ProblemDetails> problem,

                @Described(value = "If requested by results=full.", documents = AssessmentJson.class)
                Optional<JsonText> assessment) {}

        /** Maximum number of problems in a response, beside the first one of each scenario. */
        static final int MAX_PROBLEMS = 1_000;

        static final int MAX_CHARACTERS = 16 << 20;

        private final boolean full;
        private final List<AssessedOrRefused> results = new ArrayList<>();
        private int refused;
        private int problems;
        private long characters;

        int size() {
            return results.size();
        }

        /** Evaluates the next scenario; empty if it was refused, which is its result. */
        Optional<AssessedScenario> evaluate(Supplier<AssessedScenario> evaluation) {
            try {
                return Optional.of(evaluation.get());
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
         * @param store stores the assessment and returns its id; empty if it is not kept
         * @throws ProblemException if the response becomes too large; then it is not stored
         */
        void add(AssessedScenario assessed, Supplier<Optional<UUID>> store) {
            characters += full ? assessed.json().length() : 0;
            if (characters > MAX_CHARACTERS) {
                throw ProblemType.BAD_PARAMETER.problem("Full results are limited to " + MAX_CHARACTERS
                        + " characters per batch; request the summary, or split the batch.");
            }
            Optional<UUID> id = store.get();
            results.add(new AssessedOrRefused(
                    results.size(),
                    id.isPresent() ? 201 : 200,
                    id.map(stored -> AssessmentController.PATH + "/" + stored),
                    Optional.of(ScenarioVerdict.of(assessed.assessment())),
                    Optional.empty(),
                    full ? Optional.of(new JsonText(assessed.json())) : Optional.empty()));
        }

        String json() {
            return DOCUMENT.pretty(new Batch(results.size() - refused, refused, results));
        }
    }
}
