package entente.service.api;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.StoredResponse;
import entente.service.jobs.JobRunner;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.transfer.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Many scenarios at once: a result or a problem of each, in their order. */
@Controller
public class BatchController {

    public static final String PATH = RequestBody.BATCH_PATH;

    static final String NDJSON = "application/x-ndjson";

    /** Each may hold some ten megabytes of results and has a file of its size, so that there are few at a time. */
    private static final int MAX_CONCURRENT_BATCHES = 2;

    private static final int RETRY_SECONDS = 5;

    private final Archive archive;
    private final EvaluationExecutor evaluations;
    private final IdempotencyHandler idempotency;
    private final JobRunner workshop;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT_BATCHES);

    BatchController(Archive archive, EvaluationExecutor evaluations, IdempotencyHandler once, JobRunner workshop) {
        this.archive = archive;
        this.evaluations = evaluations;
        this.idempotency = once;
        this.workshop = workshop;
    }

    @PostMapping(
            path = "/api/v1" + PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, NDJSON},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "assessBatch",
            description =
                    "The verdicts on up to 1,000 scenarios, in a list or one a line; what is wrong with one stops no other.",
            query = {QueryParameter.KEEP, QueryParameter.SCALE, QueryParameter.RESULTS},
            body = "batch-request",
            alternativeBody = NDJSON,
            evaluates = true,
            archive = Operation.Archive.WRITES,
            problems = ProblemType.TOO_MANY,
            responses = {
                @Operation.Good(
                        status = 200,
                        description = "For each scenario the status that it would have alone, and its verdict or problem.",
                        schema = "batch",
                        headers = Operation.Header.IDEMPOTENCY_REPLAYED),
                @Operation.Good(
                        status = 202,
                        description = "Taken in as long work, because of Prefer: respond-async.",
                        schema = "work",
                        headers = {
                            Operation.Header.LOCATION,
                            Operation.Header.RETRY_AFTER,
                            Operation.Header.IDEMPOTENCY_REPLAYED
                        })
            })
    StoredResponse assess(ApiRequest asked) {
        if (asked.prefersAsync()) {
            return submit(asked, asked.content());
        }
        if (!permits.tryAcquire()) {
            throw ProblemException.withRetryAfter(
                    ProblemType.OVERLOADED, "As many batches are at work as there is room for.", RETRY_SECONDS);
        }
        try {
            Content batch = asked.content();
            return idempotency.execute(asked, () -> evaluateAll(asked.edition(), BatchRequest.of(asked), batch));
        } finally {
            permits.release();
        }
    }

    private StoredResponse submit(ApiRequest asked, Content batch) {
        return idempotency.execute(asked, () -> {
            BatchRequest order = BatchRequest.of(asked);
            int total = countItems(order, batch);
            return () ->
                    JobController.accepted(workshop.submit(order.owner(), BatchTask.KIND, order.prependTo(batch), total));
        });
    }

    private Supplier<StoredResponse> evaluateAll(RuleBookSnapshot edition, BatchRequest order, Content batch) {
        countItems(order, batch);
        BatchResults results = new BatchResults(order);
        try (InputStream in = batch.open()) {
            BatchItems items = BatchItems.of(in, order.lines());
            for (Optional<byte[]> item = items.next(); item.isPresent(); item = items.next()) {
                evaluate(edition, item.get(), order, results);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return () -> {
            if (order.keep()) {
                results.storeAll(archive);
            }
            return Responses.json(200, results.json());
        };
    }

    /** Before anything is evaluated, so that a batch that cannot be read to its end is refused as a whole. */
    private static int countItems(BatchRequest order, Content batch) {
        int count;
        try {
            count = BatchItems.count(batch, order.lines());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (order.full() && count > QueryParameter.MAX_FULL_RESULTS) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "Whole assessments are answered for at most " + QueryParameter.MAX_FULL_RESULTS
                            + " scenarios of a batch, and this one has " + count
                            + "; take the summary, or fetch each where it is kept.");
        }
        return count;
    }

    private void evaluate(RuleBookSnapshot edition, byte[] item, BatchRequest order, BatchResults results) {
        AssessedScenario assessed;
        try {
            assessed = evaluations.run(Weight.LIGHT, () -> AssessedScenario.of(edition, item, order.scale()));
        } catch (ProblemException refusal) {
            results.add(refusal);
            return;
        }
        results.add(assessed, Optional.empty(), order.keep() || order.full());
    }
}
