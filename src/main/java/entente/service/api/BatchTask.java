package entente.service.api;

import entente.document.Digest;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotencyKey;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.StoredResponse;
import entente.service.jobs.JobProgress;
import entente.service.jobs.JobTask;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A batch as long work. Under one book from start to end, and each scenario kept once, however often it is begun. */
@Component(BatchTask.KIND)
class BatchTask implements JobTask {

    static final String KIND = "batch";

    /** Long work gives way to whoever waits for an answer. */
    private static final long PAUSE_MILLIS = 500;

    private final ActiveRuleBook inForce;
    private final Archive archive;
    private final IdempotentResponses responses;
    private final EvaluationExecutor evaluations;

    BatchTask(ActiveRuleBook inForce, Archive archive, IdempotentResponses answers, EvaluationExecutor evaluations) {
        this.inForce = inForce;
        this.archive = archive;
        this.responses = answers;
        this.evaluations = evaluations;
    }

    @Override
    public String run(Content request, JobProgress progress) throws IOException, InterruptedException {
        try (InputStream in = request.open()) {
            BatchRequest order = BatchRequest.read(in);
            BatchItems items = BatchItems.of(in, order.lines());
            RuleBookSnapshot edition = inForce.current();
            BatchResults results = new BatchResults(order);
            for (Optional<byte[]> item = items.next(); item.isPresent(); item = items.next()) {
                add(edition, item.get(), order, results, progress);
                progress.done(results.size());
            }
            return results.json();
        }
    }

    private void add(
            RuleBookSnapshot edition, byte[] item, BatchRequest order, BatchResults results, JobProgress progress)
            throws InterruptedException {
        AssessedScenario assessed;
        try {
            assessed = evaluateWithRetry(edition, item, order, progress, results.size());
        } catch (ProblemException refusal) {
            results.add(refusal);
            return;
        }
        Optional<UUID> id = order.keep() ? Optional.of(store(assessed, order, results.size())) : Optional.empty();
        results.add(assessed, id, order.full());
    }

    private AssessedScenario evaluateWithRetry(
            RuleBookSnapshot edition, byte[] item, BatchRequest order, JobProgress progress, int done)
            throws InterruptedException {
        while (true) {
            try {
                return evaluations.run(Weight.LIGHT, () -> AssessedScenario.of(edition, item, order.scale()));
            } catch (ProblemException refusal) {
                if (refusal.type() != ProblemType.OVERLOADED) {
                    throw refusal;
                }
                progress.done(done);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private UUID store(AssessedScenario assessed, BatchRequest order, int index) {
        // No key of a caller begins with a space.
        String name = " work " + order.batchId() + " " + index;
        IdempotencyKey key = new IdempotencyKey(order.owner(), name, Digest.sha256(name));
        StoredResponse answer = responses.execute(key, () -> {
                    UUID id = archive.add(assessed.toNewAssessment(order.owner())).id();
                    return new StoredResponse(201, Map.of(), id.toString().getBytes(StandardCharsets.UTF_8));
                })
                .response();
        return UUID.fromString(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
