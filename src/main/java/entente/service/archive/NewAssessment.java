package entente.service.archive;

import entente.model.Band;

/**
 * An assessment to be stored.
 *
 * @param percent likelihood in percent
 * @param scenarioSha256 digest of the scenario's bytes, 64 hexadecimal digits; {@code rulesSha256} likewise of the book
 * @param engine version of the engine
 * @param owner name of the caller
 * @param compressedJson the JSON, compressed before the transaction starts, and a tenth of the size while a batch waits
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

    /** @param json the assessment as returned; {@link #json()} returns the same text */
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

    /** The JSON as returned to the caller. */
    public String json() {
        return Compression.text(compressedJson);
    }
}
