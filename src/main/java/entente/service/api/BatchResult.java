package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.Form;
import entente.report.json.RecordType;
import entente.report.json.ScenarioVerdict;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemWriter;
import java.util.List;
import java.util.Map;
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

    static final Form<BatchResult> FORM = Form.<BatchResult>named("batch-result")
            .required("index", COUNT, "Position in the batch, from 0.", BatchResult::index)
            .required(
                    "status",
                    integer("HTTP status", "minimum", 200, "maximum", 599),
                    result -> result.id().isPresent() ? 201 : result.status())
            .optional(
                    "location",
                    text("path", "pattern", "^/api/v1/assessments/"),
                    result -> result.id().map(id -> AssessmentController.PATH + "/" + id))
            .described("If stored.")
            .optional("verdict", RecordType.of(ScenarioVerdict.class, ScenarioVerdict::of), BatchResult::verdict)
            .optional("problem", ProblemWriter.PROBLEM, "Why the scenario was refused.", BatchResult::problem)
            .optional(
                    "assessment",
                    written(AssessmentJson.DOCUMENT),
                    result -> result.assessment().map(NewAssessment::json))
            .described("If requested by results=full.")
            .constrained(
                    "oneOf", List.of(Map.of("required", List.of("verdict")), Map.of("required", List.of("problem"))));

    BatchResult store(BiFunction<NewAssessment, Integer, UUID> store, boolean full) {
        if (assessment.isEmpty() || id.isPresent()) {
            return this;
        }
        UUID kept = store.apply(assessment.get(), index);
        return new BatchResult(
                index, status, verdict, problem, full ? assessment : Optional.empty(), Optional.of(kept));
    }
}
