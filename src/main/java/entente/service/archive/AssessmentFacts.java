package entente.service.archive;

import entente.model.Band;
import entente.model.assessment.Confidence.ConfidenceLevel;
import java.util.Optional;
import lombok.With;

/**
 * What the archive lists of an assessment.
 *
 * @param percent likelihood in percent
 * @param scenarioSha256 digest of the scenario's bytes, 64 hexadecimal digits; {@code rulesSha256} likewise of the book
 * @param engine version of the engine
 * @param owner name of the caller
 * @param uncertainty empty if an earlier version stored the assessment
 */
public record AssessmentFacts(
        String scenarioId,
        @With String title,
        Band band,
        double percent,
        String scenarioSha256,
        String rulesVersion,
        String rulesSha256,
        String engine,
        String owner,
        @With Optional<Uncertainty> uncertainty) {

    /**
     * How sure the likelihood is.
     *
     * @param low lower end of the interval in percent; {@code high} likewise the upper end
     */
    public record Uncertainty(double low, double high, ConfidenceLevel confidence) {}

    /** Without uncertainty, as assessments of earlier versions were stored. */
    public AssessmentFacts(
            String scenarioId,
            String title,
            Band band,
            double percent,
            String scenarioSha256,
            String rulesVersion,
            String rulesSha256,
            String engine,
            String owner) {
        this(
                scenarioId,
                title,
                band,
                percent,
                scenarioSha256,
                rulesVersion,
                rulesSha256,
                engine,
                owner,
                Optional.empty());
    }
}
