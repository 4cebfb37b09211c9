package entente.service.api;

import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Problem;
import entente.report.json.AssessmentJson;
import entente.report.json.RecordType;
import entente.report.json.RecordType.JsonText;
import entente.report.json.ResultDocument;
import entente.report.json.ScenarioVerdict;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter.ProblemDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import lombok.With;

/**
 * The results of a batch and the response built from them. Memory is bounded: problems and full assessments are
 * limited in total.
 */
@RequiredArgsConstructor
final class BatchResults {

    static final ResultDocument<Batch> DOCUMENT =
            new ResultDocument<>("batch", "batch", "The results of a batch.", RecordType.of(Batch.class));

    record Batch(int assessed, int refused, List<AssessedOrRefused> results) {}

    /** The result of one scenario: a verdict or a problem. */
    record AssessedOrRefused(
            @Described("Position in the batch, from 0.") int index,
            @With @Described(kind = Kind.HTTP_STATUS) int status,

            @With @Described(value = "If stored.", kind = Kind.PATH)
            Optional<String> location,

            Optional<ScenarioVerdict> verdict,
            @Described("Why the scenario was refused.") Optional<ProblemDetails> problem,

            @Described(value = "If requested by results=full.", documents = AssessmentJson.class)
            Optional<JsonText> assessment) {

        private AssessedOrRefused stored(UUID id) {
            return withStatus(201).withLocation(Optional.of(AssessmentController.PATH + "/" + id));
        }
    }

    /** Maximum number of problems in a response, beside the first one of each scenario. */
    static final int MAX_PROBLEMS = 1_000;

    static final int MAX_CHARACTERS = 16 << 20;

    private static final int MAX_HELD_BYTES = 32 << 20;

    private final BatchRequest request;
    private final int maxHeldBytes;
    private final List<AssessedOrRefused> results = new ArrayList<>();
    /** Assessments to be stored, by index. */
    private final Map<Integer, NewAssessment> unstored = new LinkedHashMap<>();

    private int refused;
    private int problems;
    private long characters;
    private long held;

    BatchResults(BatchRequest request) {
        this(request, MAX_HELD_BYTES);
    }

    int size() {
        return results.size();
    }

    void add(ProblemException refusal) {
        int most = Math.max(1, Math.min(MAX_PROBLEMS - problems, Problem.MAX_REPORTED));
        problems += Math.min(refusal.errors().size(), most);
        refused++;
        results.add(new AssessedOrRefused(
                results.size(),
                refusal.type().status(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ProblemDetails.of(refusal, ProblemResponses.occurrence(refusal, null), most)),
                Optional.empty()));
    }

    /**
     * @param id of the stored assessment; empty if it is not, or not yet, stored
     * @throws ProblemException if the response or the assessments in memory become too large
     */
    void add(AssessedScenario assessed, Optional<UUID> id) {
        int index = results.size();
        if (request.keep() && id.isEmpty()) {
            NewAssessment assessment = assessed.toNewAssessment(request.owner());
            held += assessment.compressedJson().length;
            unstored.put(index, assessment);
        }
        if (held > maxHeldBytes) {
            throw ProblemType.TOO_LARGE.problem(
                    "The assessments of this batch are too large to be held until all are evaluated; split the batch.");
        }
        characters += request.full() ? assessed.json().length() : 0;
        if (characters > MAX_CHARACTERS) {
            throw ProblemType.BAD_PARAMETER.problem("Full results are limited to " + MAX_CHARACTERS
                    + " characters per batch; request the summary, or split the batch.");
        }
        AssessedOrRefused result = new AssessedOrRefused(
                index,
                200,
                Optional.empty(),
                Optional.of(ScenarioVerdict.of(assessed.assessment())),
                Optional.empty(),
                request.full() ? Optional.of(new JsonText(assessed.json())) : Optional.empty());
        results.add(id.map(result::stored).orElse(result));
    }

    /** @param store stores the assessment of an index and returns its id */
    void storeAll(BiFunction<NewAssessment, Integer, UUID> store) {
        unstored.forEach(
                (index, assessment) -> results.set(index, results.get(index).stored(store.apply(assessment, index))));
    }

    String json() {
        return DOCUMENT.pretty(new Batch(results.size() - refused, refused, results));
    }
}
