package entente.service.api;

import entente.document.JsonLines;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.Archive;
import entente.service.archive.Content;
import entente.service.archive.IdempotentResponses;
import entente.service.jobs.JobTask;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Runs a batch as a job, under one rule book from start to end; each scenario is stored once, even after a restart. */
@RequiredArgsConstructor
@Component(BatchTask.KIND)
class BatchTask implements JobTask {

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
