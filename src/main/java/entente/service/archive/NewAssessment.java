package entente.service.archive;

/**
 * An assessment to be stored.
 *
 * @param compressedJson the JSON, compressed before the transaction starts, and a tenth of the size while a batch waits
 */
public record NewAssessment(AssessmentFacts facts, byte[] compressedJson) {

    /** @param json the assessment as returned */
    public NewAssessment(AssessmentFacts facts, String json) {
        this(facts, Compression.compress(json));
    }
}
