package entente.service.api;

import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.RecordType;
import entente.report.json.RecordType.JsonText;
import entente.report.json.ResultDocument;
import entente.report.json.ScenarioVerdict;
import entente.service.api.BatchResults.BatchResult.AssessedOrRefused;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import entente.service.problem.ProblemWriter.ProblemDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;

/**
 * The results of a batch and the response built from them. Memory is bounded: problems and full assessments are
 * limited in total.
 */
@RequiredArgsConstructor
final class BatchResults {

    static final ResultDocument<BatchResults> DOCUMENT =
            new ResultDocument<>("batch", "batch", "The results of a batch.", RecordType.of(Batch.class, Batch::of));

    record Batch(int assessed, int refused, List<AssessedOrRefused> results) {

        private static Batch of(BatchResults batch) {
            return new Batch(
                    batch.results.size() - batch.refused,
                    batch.refused,
                    batch.results.stream().map(AssessedOrRefused::of).toList());
        }
    }

    /** Maximum number of problems in a response, beside the first one of each scenario. */
    static final int MAX_PROBLEMS = 1_000;

    /** Maximum number of characters of full assessments in a response. */
    static final int MAX_CHARACTERS = 16 << 20;

    /** Maximum number of bytes of compressed assessments in memory. */
    private static final int MAX_HELD_BYTES = 32 << 20;

    private final BatchRequest request;
    private final int maxHeldBytes;
    private final List<BatchResult> results = new ArrayList<>();
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
        results.add(new BatchResult(
                results.size(),
                refusal.type().status(),
                Optional.empty(),
                Optional.of(new ProblemWriter.Occurrence(refusal, ProblemResponses.occurrence(refusal, null), most)),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * @param id of the stored assessment; empty if it is not, or not yet, stored
     * @throws ProblemException if the response or the assessments in memory become too large
     */
    void add(AssessedScenario assessed, Optional<UUID> id) {
        boolean needed = request.full() || (request.keep() && id.isEmpty());
        Optional<NewAssessment> whole =
                needed ? Optional.of(assessed.toNewAssessment(request.owner())) : Optional.empty();
        held += whole.map(assessment -> assessment.compressedJson().length).orElse(0);
        if (held > maxHeldBytes) {
            throw ProblemType.TOO_LARGE.problem(
                    "The assessments of this batch are too large to be held until all are evaluated; split the batch.");
        }
        characters += request.full() ? assessed.json().length() : 0;
        if (characters > MAX_CHARACTERS) {
            throw ProblemType.BAD_PARAMETER.problem("Full results are limited to " + MAX_CHARACTERS
                    + " characters per batch; request the summary, or split the batch.");
        }
        results.add(
                new BatchResult(results.size(), 200, Optional.of(assessed.assessment()), Optional.empty(), whole, id));
    }

    /** @param store stores the assessment of an index and returns its id */
    void storeAll(BiFunction<NewAssessment, Integer, UUID> store) {
        results.replaceAll(result -> result.store(store, request.full()));
    }

    String json() {
        return DOCUMENT.pretty(this);
    }

    /**
     * The result of one scenario of a batch.
     *
     * @param index position in the batch, from 0
     * @param status that it would have had alone without being stored
     * @param verdict empty if the scenario was refused
     * @param problem why it was refused
     * @param assessment complete, if it is still to be stored or returned
     * @param id of the stored assessment; empty if it is not stored
     */
    record BatchResult(
            int index,
            int status,
            Optional<Assessment> verdict,
            Optional<ProblemWriter.Occurrence> problem,
            Optional<NewAssessment> assessment,
            Optional<UUID> id) {

        /** As it is written: either a verdict or a problem. */
        record AssessedOrRefused(
                @Described("Position in the batch, from 0.") int index,
                @Described(kind = Kind.HTTP_STATUS) int status,

                @Described(value = "If stored.", kind = Kind.PATH)
                Optional<String> location,

                Optional<ScenarioVerdict> verdict,
                @Described("Why the scenario was refused.") Optional<ProblemDetails> problem,

                @Described(value = "If requested by results=full.", documents = AssessmentJson.class)
                Optional<JsonText> assessment) {

            static AssessedOrRefused of(BatchResult result) {
                return new AssessedOrRefused(
                        result.index(),
                        result.id().isPresent() ? 201 : result.status(),
                        result.id().map(id -> AssessmentController.PATH + "/" + id),
                        result.verdict().map(ScenarioVerdict::of),
                        result.problem().map(ProblemDetails::of),
                        result.assessment().map(NewAssessment::json).map(JsonText::new));
            }
        }

        BatchResult store(BiFunction<NewAssessment, Integer, UUID> store, boolean full) {
            if (assessment.isEmpty() || id.isPresent()) {
                return this;
            }
            UUID kept = store.apply(assessment.get(), index);
            return new BatchResult(
                    index, status, verdict, problem, full ? assessment : Optional.empty(), Optional.of(kept));
        }
    }
}
