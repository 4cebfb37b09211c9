package entente.service.api;

import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.RecordType.JsonText;
import entente.report.json.ScenarioVerdict;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemWriter;
import entente.service.problem.ProblemWriter.ProblemDetails;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

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
