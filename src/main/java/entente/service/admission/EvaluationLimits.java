package entente.service.admission;

import java.time.Duration;

/**
 * How much is evaluated at a time, and for how long.
 *
 * @param places evaluations at a time, at least 1
 * @param line light evaluations that may wait for a place, 0 or more
 * @param heavyLine heavy evaluations that may wait, 0 or more
 * @param patience the longest that one waits
 * @param deadline the longest that an evaluation takes; one that runs twice as long has lost its thread
 */
public record EvaluationLimits(int maxConcurrency, int queueCapacity, int heavyQueueCapacity, Duration queueTimeout, Duration deadline) {

    private static final int LIGHT_A_PLACE = 4;
    private static final int HEAVY_A_PLACE = 2;

    /** @throws IllegalArgumentException with a sentence that names the setting */
    public EvaluationLimits {
        atLeast(maxConcurrency, 1, "places");
        atLeast(queueCapacity, 0, "line");
        atLeast(heavyQueueCapacity, 0, "heavy-line");
        positive(queueTimeout, "wait");
        positive(deadline, "deadline");
    }

    /** The usual bounds: the line grows with the places, two seconds in line, ten at work. */
    public static EvaluationLimits of(int places) {
        return new EvaluationLimits(
                places, LIGHT_A_PLACE * places, HEAVY_A_PLACE * places, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /** Heavy evaluations at a time: where there are several places, one is left to the light. */
    public int maxHeavyConcurrency() {
        return Math.max(1, maxConcurrency - 1);
    }

    private static void atLeast(int value, int least, String setting) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The setting entente.limits." + setting + " is " + value + "; it is at least " + least + ".");
        }
    }

    private static void positive(Duration value, String setting) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "The setting entente.limits." + setting + " is no time at all; a second is written 1s.");
        }
    }
}
