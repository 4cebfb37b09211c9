package entente.service.api;

import entente.model.Problem;
import entente.report.json.JsonWriter;
import entente.report.json.VerdictJson;
import entente.service.archive.Archive;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The results of a batch in their order, and the answer that they make. What they take in memory is bounded, whatever the
 * batch holds: problems and whole assessments are both limited in all.
 */
final class BatchResults {

    /** The most problems that one answer tells, beside the first one of each scenario. */
    static final int MAX_PROBLEMS = 1_000;

    /** The most characters of whole assessments in one answer. */
    static final int MAX_CHARACTERS = 16 << 20;

    /** The most bytes of compressed assessments that are held. */
    private static final int MAX_HELD_BYTES = 32 << 20;

    private final BatchRequest request;
    private final int maxHeldBytes;
    private final List<BatchResult> results = new ArrayList<>();
    private int refused;
    private int problems;
    private long characters;
    private long held;

    BatchResults(BatchRequest order) {
        this(order, MAX_HELD_BYTES);
    }

    BatchResults(BatchRequest order, int mostHeld) {
        this.request = order;
        this.maxHeldBytes = mostHeld;
    }

    int size() {
        return results.size();
    }

    void add(ProblemException refusal) {
        int most = Math.max(1, Math.min(MAX_PROBLEMS - problems, Problem.MAX_REPORTED));
        problems += Math.min(refusal.errors().size(), most);
        refused++;
        results.add(new BatchResult(
                refusal.type().status(),
                "problem",
                ProblemWriter.members(refusal, ProblemResponses.occurrence(refusal, null), most),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * @param id under which it is kept; empty where it is not, or not yet
     * @param needed whether the whole assessment is needed later, to be kept or answered
     * @throws ProblemException when the answer, or what is held until it is written, gets too large
     */
    void add(AssessedScenario assessed, Optional<UUID> id, boolean needed) {
        Optional<NewAssessment> whole = needed ? Optional.of(assessed.toNewAssessment(request.owner())) : Optional.empty();
        held += whole.map(assessment -> assessment.compressedJson().length).orElse(0);
        if (held > maxHeldBytes) {
            throw ProblemException.of(
                    ProblemType.TOO_LARGE,
                    "The assessments of this batch are too large to be kept together; send it in parts.");
        }
        characters += request.full() ? assessed.json().length() : 0;
        if (characters > MAX_CHARACTERS) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "Whole assessments are answered up to " + MAX_CHARACTERS
                            + " characters for a batch; take the summary, or send the batch in parts.");
        }
        results.add(new BatchResult(200, "verdict", VerdictJson.of(assessed.assessment()), whole, id));
    }

    /** Keeps what is still to be kept. */
    void storeAll(Archive archive) {
        results.replaceAll(result -> result.store(archive, request.full()));
    }

    String json() {
        List<Object> entries = new ArrayList<>();
        results.forEach(result -> entries.add(result.entry(entries.size(), request.full())));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("assessed", results.size() - refused);
        root.put("refused", refused);
        root.put("results", entries);
        return JsonWriter.write(root);
    }
}
