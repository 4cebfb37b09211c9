package entente.model.assessment;

import java.util.List;

/**
 * A caveat about the scenario that changes no result.
 *
 * @param pointer JSON pointer into the scenario
 * @param facts arguments of the message, in an order fixed by the kind
 */
public record Warning(Kind kind, String pointer, List<String> facts) {

    public enum Kind {
        /** The reading is older than half of the age at which it counts nothing. */
        STALE_READING,
        /** The date of the reading is after that of the scenario. */
        READING_AFTER_SCENARIO,
        /** A very high reading, such as a tariff, although the share through which it acts has not decreased. */
        TARIFF_WITHOUT_EFFECT,
        /** A share is larger than the one that includes it. */
        SHARE_ABOVE_WHOLE,
        /** A reading in percent lies between 0 and 1, as if it were written as a fraction. */
        PERCENT_AS_FRACTION,
        /** The scenario is dated decades after its newest reading, as by a slip in the year. */
        SCENARIO_LONG_AFTER_READINGS,
        /** The end of a given range lies at a cut point, so that a slightly wider one may change the interval. */
        RANGE_ENDS_AT_CUT,
        /** No indicator is rated; the likelihood is the base rate. */
        NOTHING_RATED,
        /** The interval is an outer bound, as there are too many combinations to evaluate. */
        INTERVAL_NOT_EXACT,
        /** The open readings may not allow each listed relationship, as there are too many combinations to evaluate. */
        RELATIONSHIPS_NOT_EXACT
    }
}
