package entente.service.api;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.LikelihoodScale;
import entente.report.csv.AssessmentTable;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.scoring.Assessor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The form in which an assessment is answered.
 *
 * @param medium by the Accept header
 * @param table by the query; empty for the usual content
 */
record AssessmentForm(AssessmentMedium medium, Optional<AssessmentTable> table) {

    /** @throws ProblemException NOT_ACCEPTABLE, or BAD_PARAMETER for a table that the medium does not write */
    static AssessmentForm of(ApiRequest request, AssessmentMedia media) {
        Optional<AssessmentTable> table = request.enumValue(QueryParameter.TABLE, AssessmentTable.class);
        AssessmentMedium medium = MediaNegotiation.choose(request.headers("Accept"), media);
        if (table.isPresent() && !medium.writesTables()) {
            String types = media.all().stream()
                    .filter(AssessmentMedium::writesTables)
                    .map(AssessmentMedium::mediaType)
                    .sorted()
                    .collect(Collectors.joining(" or "));
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "The parameter " + QueryParameter.TABLE.parameterName() + " requires an Accept header with " + types
                            + ", not " + medium.mediaType() + ".");
        }
        return new AssessmentForm(medium, table);
    }

    /** Distinguishes answers to the same request; empty for JSON. */
    String variant() {
        return medium.equals(AssessmentMedia.JSON) ? "" : medium.mediaType();
    }

    /** The cost of writing it. */
    Cost cost() {
        return table.equals(Optional.of(AssessmentTable.CHANGES)) ? Cost.HEAVY : Cost.LIGHT;
    }

    /** @param assessor that made the assessment */
    AssessmentMedium.Options options(LikelihoodScale scale, Assessor assessor) {
        return AssessmentMedium.Options.summary(
                scale, table.map(one -> one.of(scale, new SensitivityAnalysis(assessor)::analyze)));
    }
}
