package entente.service.archive;

import entente.model.Band;

/**
 * An assessment to be kept.
 *
 * @param percent likelihood in percent
 * @param scenarioSha256 digest of the scenario's bytes, 64 hexadecimal digits; {@code rulesSha256} likewise of the book
 * @param engine version of the engine
 * @param owner who asked
 * @param stored the answered JSON, compressed: made before a transaction holds the embedded database, and a tenth of the
 *     size while a batch waits to be kept
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
        byte[] compressedJson) {

    /** @param json the assessment as it was answered; {@link #json()} gives the same text back */
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
                Compression.compress(json));
    }

    /** The assessment as it was answered. */
    public String json() {
        return Compression.text(compressedJson);
    }
}
