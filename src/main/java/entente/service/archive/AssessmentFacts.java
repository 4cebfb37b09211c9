package entente.service.archive;

import entente.model.Band;
import lombok.With;

/**
 * What the archive lists of an assessment.
 *
 * @param percent likelihood in percent
 * @param scenarioSha256 digest of the scenario's bytes, 64 hexadecimal digits; {@code rulesSha256} likewise of the book
 * @param engine version of the engine
 * @param owner name of the caller
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
        String owner) {}
