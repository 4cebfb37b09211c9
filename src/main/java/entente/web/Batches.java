package entente.web;

import entente.archive.Answer;
import entente.archive.Archive;
import entente.archive.Content;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.service.Edition;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
import entente.work.Workshop;
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
class Batches {

    static final String PATH = "/assessments:batch";

    static final String LINES = "application/x-ndjson";

    /** Each may hold some ten megabytes of results and has a file of its size, so that there are few at a time. */
    private static final int AT_ONCE = 2;

    private static final int BUSY_SECONDS = 5;

    private final Archive archive;
    private final Evaluations evaluations;
    private final Once once;
    private final Workshop workshop;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Batches(Archive archive, Evaluations evaluations, Once once, Workshop workshop) {
        this.archive = archive;
        this.evaluations = evaluations;
        this.once = once;
        this.workshop = workshop;
    }

    @PostMapping(
            path = "/api/v1" + PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, LINES},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "assessBatch",
            says =
                    "The verdicts on up to 1,000 scenarios, in a list or one a line; what is wrong with one stops no other.",
            query = {Query.KEEP, Query.SCALE, Query.RESULTS},
            body = "batch-request",
            alsoTakes = LINES,
            evaluates = true,
            archive = Call.Archive.WRITES,
            problems = ProblemType.TOO_MANY,
            answers = {
                @Call.Good(
                        status = 200,
                        says = "For each scenario the status that it would have alone, and its verdict or problem.",
                        schema = "batch",
                        headers = Call.Header.IDEMPOTENCY_REPLAYED),
                @Call.Good(
                        status = 202,
                        says = "Taken in as long work, because of Prefer: respond-async.",
                        schema = "work",
                        headers = {Call.Header.LOCATION, Call.Header.RETRY_AFTER, Call.Header.IDEMPOTENCY_REPLAYED})
            })
    Answer assess(Asked asked) {
        if (asked.prefersLater()) {
            return later(asked, asked.content());
        }
        if (!room.tryAcquire()) {
            throw Refusal.later(
                    ProblemType.OVERLOADED, "As many batches are at work as there is room for.", BUSY_SECONDS);
        }
        try {
            Content batch = asked.content();
            return once.answer(asked, () -> evaluated(asked.edition(), BatchOrder.of(asked), batch));
        } finally {
            room.release();
        }
    }

    private Answer later(Asked asked, Content batch) {
        return once.answer(asked, () -> {
            BatchOrder order = BatchOrder.of(asked);
            int total = counted(order, batch);
            return () -> LongWork.taken(workshop.submit(order.owner(), BatchTask.KIND, order.before(batch), total));
        });
    }

    private Supplier<Answer> evaluated(Edition edition, BatchOrder order, Content batch) {
        counted(order, batch);
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
                results.keep(archive);
            }
            return Answers.json(200, results.json());
        };
    }

    /** Before anything is evaluated, so that a batch that cannot be read to its end is refused as a whole. */
    private static int counted(BatchOrder order, Content batch) {
        int count;
        try {
            count = BatchItems.count(batch, order.lines());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (order.full() && count > Query.FULL) {
            throw Refusal.of(
                    ProblemType.BAD_PARAMETER,
                    "Whole assessments are answered for at most " + Query.FULL
                            + " scenarios of a batch, and this one has " + count
                            + "; take the summary, or fetch each where it is kept.");
        }
        return count;
    }

    private void evaluate(Edition edition, byte[] item, BatchOrder order, BatchResults results) {
        Assessed assessed;
        try {
            assessed = evaluations.run(Weight.LIGHT, () -> Assessed.of(edition, item, order.scale()));
        } catch (Refusal refusal) {
            results.add(refusal);
            return;
        }
        results.add(assessed, Optional.empty(), order.keep() || order.full());
    }
}
