package entente.model.assessment;

import java.util.List;

/**
 * The parts of the confidence formula, each from 0 to 1, weighted by how much each indicator can move the likelihood.
 *
 * @param most the highest level that a view of this length can earn
 * @param coverage share that is known; assumed readings count in part
 * @param sourceGrade how good the sources are; unknown readings count 0
 * @param age how fresh the readings are at the scenario's date; unknown readings count 0
 * @param robustness share of moves of one reading by one or two grades that keep the band
 * @param known readings that are known or assumed
 * @param assumed readings that are assumed
 * @param total readings of the catalogue
 * @param raisedBy indicators which, read at the scenario's date from a source beyond doubt, lift the level a step, the
 *     weightiest first; empty where no reading does
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
        List<String> raisedBy) {}
