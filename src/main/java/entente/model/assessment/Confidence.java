package entente.model.assessment;

import java.util.List;

/**
 * The parts of the confidence formula, each from 0 to 1, weighted by how much each indicator can move the likelihood.
 *
 * @param maximumLevel the highest level possible for the horizon
 * @param coverage share that is known; assumed readings count in part
 * @param sourceGrade quality of the sources; unknown readings count 0
 * @param age recency of the readings at the scenario's date; unknown readings count 0
 * @param robustness share of moves of one known or assumed reading by one or two grades that keep the band
 * @param known readings that are known or assumed
 * @param assumed readings that are assumed
 * @param total readings of the catalogue
 * @param raisedBy indicators that would raise the level by one step if read at the scenario's date from a source graded
 *     A1, the most important first; empty if none would
 */
public record Confidence(
        ConfidenceLevel level,
        ConfidenceLevel maximumLevel,
        double coverage,
        double sourceGrade,
        double age,
        double robustness,
        int known,
        int assumed,
        int total,
        List<String> raisedBy) {
    /** How well founded a judgement is, independent of the likelihood. */
    public enum ConfidenceLevel {
        LOW,
        MODERATE,
        HIGH
    }
}
