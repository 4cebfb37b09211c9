package entente.web;

import entente.archive.Answer;
import entente.archive.Archive;
import entente.archive.IdempotentAnswers;
import entente.archive.OnceKey;
import entente.document.Digest;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.service.Edition;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
import entente.service.InForce;
import entente.work.Progress;
import entente.work.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A batch as long work. Under one book from start to end, and each scenario kept once, however often it is begun. */
@Component(BatchTask.KIND)
class BatchTask implements Task {

    static final String KIND = "batch";

    /** Long work gives way to whoever waits for an answer. */
    private static final long PAUSE_MILLIS = 500;

    private final InForce inForce;
    private final Archive archive;
    private final IdempotentAnswers answers;
    private final Evaluations evaluations;

    BatchTask(InForce inForce, Archive archive, IdempotentAnswers answers, Evaluations evaluations) {
        this.inForce = inForce;
        this.archive = archive;
        this.answers = answers;
        this.evaluations = evaluations;
    }

    @Override
    public String run(byte[] request, Progress progress) throws InterruptedException {
        BatchOrder order = BatchOrder.read(request);
        Edition edition = inForce.current();
        List<BatchResult> results = new ArrayList<>();
        for (byte[] item : order.items()) {
            BatchResult result = patiently(edition, item, order, progress, results.size());
            results.add(order.keep() ? kept(result, order, results.size()) : result);
            progress.done(results.size());
        }
        return BatchJson.write(results, order.full());
    }

    private BatchResult patiently(Edition edition, byte[] item, BatchOrder order, Progress progress, int done)
            throws InterruptedException {
        while (true) {
            try {
                return BatchResult.of(evaluations.run(Weight.LIGHT, () -> Assessed.of(edition, item, order.scale())));
            } catch (Refusal refusal) {
                if (refusal.type() != ProblemType.OVERLOADED) {
                    return BatchResult.of(refusal);
                }
                progress.done(done);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private BatchResult kept(BatchResult result, BatchOrder order, int index) {
        if (result.assessed().isEmpty()) {
            return result;
        }
        // No key of a caller begins with a space.
        String name = " work " + order.work() + " " + index;
        OnceKey key = new OnceKey(order.owner(), name, Digest.sha256(name));
        Answer answer = answers.keep(key, () -> {
                    UUID id = archive.keep(result.assessed().get().kept(order.owner()))
                            .id();
                    return new Answer(201, Map.of(), id.toString().getBytes(StandardCharsets.UTF_8));
                })
                .answer();
        return new BatchResult(
                result.assessed(),
                Optional.of(UUID.fromString(new String(answer.body(), StandardCharsets.UTF_8))),
                Optional.empty());
    }
}
