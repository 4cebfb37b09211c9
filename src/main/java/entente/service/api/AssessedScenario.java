package entente.service.api;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.assessment.Verdict;
import entente.report.csv.AssessmentTable;
import entente.report.json.AssessmentJson;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.scoring.Assessor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.archive.AssessmentFacts;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/**
 * An assessment with its JSON, which is the form that is archived.
 *
 * @param writing of the JSON, once and when it is first asked for: it costs as much as the assessing
 */
record AssessedScenario(Assessment assessment, LikelihoodScale scale, SingletonSupplier<String> writing) {

    /** @param scenario JSON */
    static AssessedScenario of(RuleBookSnapshot snapshot, byte[] scenario, LikelihoodScale scale) {
        return of(snapshot.assessor().assess(snapshot.read(scenario)), scale);
    }

    static AssessedScenario of(Assessment assessment, LikelihoodScale scale) {
        return new AssessedScenario(
                assessment,
                scale,
                SingletonSupplier.of(() -> AssessmentJson.document(scale).pretty(assessment)));
    }

    String json() {
        return writing.obtain();
    }

    /** The same; its JSON is written now if it is going to be needed. */
    AssessedScenario written(boolean needed) {
        if (needed) {
            json();
        }
        return this;
    }

    /** In this form, as a summary. */
    byte[] in(AssessmentForm form, Assessor assessor) {
        return form.medium().equals(AssessmentMedia.JSON)
                ? json().getBytes(StandardCharsets.UTF_8)
                : form.medium().write(assessment, form.options(scale, assessor));
    }

    NewAssessment toNewAssessment(String owner) {
        Verdict verdict = assessment.verdict();
        return new NewAssessment(
                new AssessmentFacts(
                        assessment.scenario().id(),
                        assessment.scenario().title(),
                        assessment.scenario().sha256(),
                        verdict.likelihood().value(),
                        verdict.likelihood().band(),
                        Optional.of(verdict.interval().low().value()),
                        Optional.of(verdict.interval().high().value()),
                        Optional.of(assessment.confidence().level()),
                        assessment.provenance().engine(),
                        new RuleBookVersion(
                                assessment.provenance().rules().version(),
                                assessment.provenance().rules().sha256(),
                                Optional.empty()),
                        owner),
                json());
    }

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
                throw ProblemType.BAD_PARAMETER.problem("The parameter " + QueryParameter.TABLE.parameterName()
                        + " requires an Accept header with " + types + ", not " + medium.mediaType() + ".");
            }
            return new AssessmentForm(medium, table);
        }

        /** Distinguishes answers to the same request; empty for JSON. */
        String variant() {
            return medium.equals(AssessmentMedia.JSON) ? "" : medium.mediaType();
        }

        Cost cost() {
            return table.equals(Optional.of(AssessmentTable.CHANGES)) ? Cost.HEAVY : Cost.LIGHT;
        }

        AssessmentMedium.Options options(LikelihoodScale scale, Assessor assessor) {
            return AssessmentMedium.Options.summary(
                    scale, table.map(one -> one.of(scale, new SensitivityAnalysis(assessor)::analyze)));
        }
    }
}
