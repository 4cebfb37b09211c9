package entente.service.api;

import entente.document.JsonLines;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.JobTable;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobTask;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

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
                    .forEachOrdered(
                            item -> evaluate(request.snapshot(), item.bytes(), parameters, request.caller(), results));
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

    private void evaluate(
            RuleBookSnapshot snapshot, byte[] item, BatchRequest request, Caller caller, BatchResults results) {
        AssessedScenario assessed;
        try {
            assessed = evaluations.runItem(caller, () -> AssessedScenario.of(snapshot, item, request.scale()));
        } catch (ProblemException refusal) {
            results.add(refusal);
            return;
        }
        results.add(assessed, Optional.empty());
    }

    /** Runs a batch as a job, under one rule book from start to end; each scenario is stored once, even after a restart. */
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
                    add(snapshot, items.next().bytes(), batch, results, progress);
                    progress.done(results.size());
                }
                return results.json();
            }
        }

        private void add(
                RuleBookSnapshot snapshot, byte[] item, BatchRequest request, BatchResults results, Progress progress)
                throws InterruptedException {
            AssessedScenario assessed;
            try {
                assessed = evaluateWithRetry(snapshot, item, request, progress, results.size());
            } catch (ProblemException refusal) {
                results.add(refusal);
                return;
            }
            results.add(
                    assessed,
                    request.keep()
                            ? Optional.of(request.storeOnce(
                                    assessed.toNewAssessment(request.owner()), results.size(), archive, responses))
                            : Optional.empty());
        }

        private AssessedScenario evaluateWithRetry(
                RuleBookSnapshot snapshot, byte[] item, BatchRequest request, Progress progress, int done)
                throws InterruptedException {
            while (true) {
                try {
                    return evaluations.run(
                            Cost.LIGHT, Caller.SERVICE, () -> AssessedScenario.of(snapshot, item, request.scale()));
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
}
