package entente.archive;

import entente.domain.Band;

/**
 * An assessment to be kept.
 *
 * @param percent likelihood in percent
 * @param scenarioSha256 digest of the scenario's bytes, 64 hexadecimal digits; {@code rulesSha256} likewise of the book
 * @param engine version of the engine
 * @param owner who asked
 * @param json the assessment as it was answered; comes back as the same text
 * @param stored the same, compressed; made before a transaction holds the embedded database
 */
public record NewAssessment(
        String scenarioId,
        String title,
        Band band,
        double percent,
        String scenarioSha256,
        String rulesVersion,
        String rulesSha256,
        String engine,
        String owner,
        String json,
        byte[] stored) {

    public NewAssessment(
            String scenarioId,
            String title,
            Band band,
            double percent,
            String scenarioSha256,
            String rulesVersion,
            String rulesSha256,
            String engine,
            String owner,
            String json) {
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
                json,
                Compression.compress(json));
    }
}
