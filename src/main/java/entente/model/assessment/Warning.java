package entente.model.assessment;

import java.util.List;

/**
 * Something about the scenario that a reader should know; it changes no number.
 *
 * @param pointer JSON pointer into the scenario
 * @param facts what the sentence about it needs, in an order fixed by the kind
 */
public record Warning(Kind kind, String pointer, List<String> facts) {

    /** What is worth a warning. */
    public enum Kind {
        /** The reading is older than the years from which it counts nothing. */
        STALE_READING,
        /** The reading speaks of a date after the scenario's. */
        READING_AFTER_SCENARIO,
        /** A very high tariff beside an export share that has not shrunk. */
        TARIFF_WITHOUT_EFFECT,
        /** The US share is larger than that of the five Western markets, of which it is part. */
        SHARE_ABOVE_WHOLE,
        /** Nothing is rated: the answer is the base rate. */
        NOTHING_RATED,
        /** The interval is an outer bound: too many combinations to try them all. */
        INTERVAL_NOT_EXACT
    }
}
