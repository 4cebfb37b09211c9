package entente.model.rule;

import java.util.Map;

/**
 * The numbers of the confidence formula; the formula is described in {@code src/docs/confidence.md}.
 *
 * @param reliability score from 0 to 1 by Admiralty letter A–F
 * @param credibility score from 0 to 1 by Admiralty digit 1–6
 * @param ungraded score of a known reading without a grade
 * @param assumedCoverage coverage of an assumed reading
 * @param assumedSource score of an assumed reading
 * @param freshYears age up to which a reading counts in full
 * @param worthlessYears age from which a reading counts nothing
 * @param stepDownBelow robustness below which the level is lowered by one step
 * @param longViewYears horizon beyond which confidence is moderate at most
 * @param wideBands number of bands beyond which the interval makes confidence low
 */
public record ConfidenceParameters(
        Map<String, Parameter> reliability,
        Map<String, Parameter> credibility,
        Parameter ungraded,
        Parameter assumedCoverage,
        Parameter assumedSource,
        Parameter freshYears,
        Parameter worthlessYears,
        Parameter high,
        Parameter moderate,
        Parameter stepDownBelow,
        Parameter longViewYears,
        Parameter wideBands) {}
