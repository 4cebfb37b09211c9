package entente.web;

import entente.archive.Answer;
import entente.archive.Archive;
import entente.domain.ScaleOfWords;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.service.Edition;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
import entente.work.Workshop;
import java.util.ArrayList;
import java.util.List;
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

    /** A batch may hold some hundred megabytes while it is at work, so that few of them are at work. */
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
            return later(asked);
        }
        if (!room.tryAcquire()) {
            throw Refusal.later(
                    ProblemType.OVERLOADED, "As many batches are at work as there is room for.", BUSY_SECONDS);
        }
        try {
            return once.answer(asked, () -> evaluated(asked, BatchOrder.of(asked)));
        } finally {
            room.release();
        }
    }

    private Answer later(Asked asked) {
        return once.answer(asked, () -> {
            BatchOrder order = BatchOrder.of(asked);
            int total = counted(order).size();
            return () -> LongWork.taken(workshop.submit(order.owner(), BatchTask.KIND, order.written(), total));
        });
    }

    private Supplier<Answer> evaluated(Asked asked, BatchOrder order) {
        List<BatchResult> results = new ArrayList<>();
        counted(order).forEach(item -> results.add(result(asked.edition(), item, order.scale())));
        return () -> {
            List<BatchResult> done = order.keep()
                    ? results.stream()
                            .map(result -> result.kept(archive, order.owner()))
                            .toList()
                    : results;
            return Answers.json(200, BatchJson.write(done, order.full()));
        };
    }

    private static List<byte[]> counted(BatchOrder order) {
        List<byte[]> items = order.items();
        if (order.full() && items.size() > Query.FULL) {
            throw Refusal.of(
                    ProblemType.BAD_PARAMETER,
                    "Whole assessments are answered for at most " + Query.FULL
                            + " scenarios of a batch, and this one has " + items.size()
                            + "; take the summary, or fetch each where it is kept.");
        }
        return items;
    }

    private BatchResult result(Edition edition, byte[] item, ScaleOfWords scale) {
        try {
            return BatchResult.of(evaluations.run(Weight.LIGHT, () -> Assessed.of(edition, item, scale)));
        } catch (Refusal refusal) {
            return BatchResult.of(refusal);
        }
    }
}
