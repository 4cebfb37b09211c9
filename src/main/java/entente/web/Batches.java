package entente.web;

import entente.archive.Answer;
import entente.archive.Archive;
import entente.domain.ScaleOfWords;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.service.Edition;
import entente.service.Evaluations;
import entente.service.Evaluations.Weight;
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

    private static final String LINES = "application/x-ndjson";

    /** A batch may hold some hundred megabytes while it is at work, so that few of them are at work. */
    private static final int AT_ONCE = 2;

    private final Archive archive;
    private final Evaluations evaluations;
    private final Once once;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Batches(Archive archive, Evaluations evaluations, Once once) {
        this.archive = archive;
        this.evaluations = evaluations;
        this.once = once;
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
            answers =
                    @Call.Good(
                            status = 200,
                            says =
                                    "For each scenario the status that it would have had alone, and its verdict or problem.",
                            schema = "batch",
                            headers = Call.Header.IDEMPOTENCY_REPLAYED))
    Answer assess(Asked asked) {
        boolean keep = asked.truth(Query.KEEP, true);
        boolean full = asked.word(Query.RESULTS).orElse("summary").equals("full");
        ScaleOfWords scale = asked.word(Query.SCALE, ScaleOfWords.class).orElse(ScaleOfWords.ICD203);
        if (!room.tryAcquire()) {
            throw Refusal.later(ProblemType.OVERLOADED, "As many batches are at work as there is room for.", 5);
        }
        try {
            return once.answer(asked, () -> evaluated(asked, keep, full, scale));
        } finally {
            room.release();
        }
    }

    private Supplier<Answer> evaluated(Asked asked, boolean keep, boolean full, ScaleOfWords scale) {
        List<byte[]> items = asked.hasMedia(LINES) ? BatchItems.lines(asked.body()) : BatchItems.list(asked.body());
        if (full && items.size() > Query.FULL) {
            throw Refusal.of(
                    ProblemType.BAD_PARAMETER,
                    "Whole assessments are answered for at most " + Query.FULL
                            + " scenarios of a batch, and this one has " + items.size()
                            + "; take the summary, or fetch each where it is kept.");
        }
        List<BatchResult> results = new ArrayList<>();
        items.forEach(item -> results.add(result(asked.edition(), item, scale)));
        return () -> {
            List<BatchResult> done = keep
                    ? results.stream().map(r -> r.kept(archive, asked.owner())).toList()
                    : results;
            return Answers.json(200, BatchJson.write(done, full));
        };
    }

    private BatchResult result(Edition edition, byte[] item, ScaleOfWords scale) {
        try {
            return BatchResult.of(evaluations.run(Weight.LIGHT, () -> Assessed.of(edition, item, scale)));
        } catch (Refusal refusal) {
            return BatchResult.of(refusal);
        }
    }
}
