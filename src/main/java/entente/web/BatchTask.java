package entente.web;

import entente.archive.Answer;
import entente.archive.Archive;
import entente.archive.Content;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    public String run(Content request, Progress progress) throws IOException, InterruptedException {
        try (InputStream in = request.open()) {
            BatchOrder order = BatchOrder.read(in);
            BatchItems items = BatchItems.of(in, order.lines());
            Edition edition = inForce.current();
            BatchResults results = new BatchResults(order);
            for (Optional<byte[]> item = items.next(); item.isPresent(); item = items.next()) {
                add(edition, item.get(), order, results, progress);
                progress.done(results.size());
            }
            return results.json();
        }
    }

    private void add(Edition edition, byte[] item, BatchOrder order, BatchResults results, Progress progress)
            throws InterruptedException {
        Assessed assessed;
        try {
            assessed = patiently(edition, item, order, progress, results.size());
        } catch (Refusal refusal) {
            results.add(refusal);
            return;
        }
        Optional<UUID> id = order.keep() ? Optional.of(kept(assessed, order, results.size())) : Optional.empty();
        results.add(assessed, id, order.full());
    }

    private Assessed patiently(Edition edition, byte[] item, BatchOrder order, Progress progress, int done)
            throws InterruptedException {
        while (true) {
            try {
                return evaluations.run(Weight.LIGHT, () -> Assessed.of(edition, item, order.scale()));
            } catch (Refusal refusal) {
                if (refusal.type() != ProblemType.OVERLOADED) {
                    throw refusal;
                }
                progress.done(done);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private UUID kept(Assessed assessed, BatchOrder order, int index) {
        // No key of a caller begins with a space.
        String name = " work " + order.work() + " " + index;
        OnceKey key = new OnceKey(order.owner(), name, Digest.sha256(name));
        Answer answer = answers.keep(key, () -> {
                    UUID id = archive.keep(assessed.kept(order.owner())).id();
                    return new Answer(201, Map.of(), id.toString().getBytes(StandardCharsets.UTF_8));
                })
                .answer();
        return UUID.fromString(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
