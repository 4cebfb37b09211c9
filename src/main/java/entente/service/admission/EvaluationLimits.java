package entente.service.admission;

import entente.service.problem.StartupException;
import java.time.Duration;

/**
 * Limits of evaluations.
 *
 * @param maxConcurrency concurrent light evaluations, at least 1
 * @param queueCapacity light evaluations in the queue, 0 or more
 * @param heavyQueueCapacity heavy evaluations in the queue, 0 or more
 * @param queueTimeout the longest that one waits
 * @param deadline maximum duration of an evaluation; after twice that, its thread counts as lost
 */
public record EvaluationLimits(
        int maxConcurrency, int queueCapacity, int heavyQueueCapacity, Duration queueTimeout, Duration deadline) {

    private static final int LIGHT_PER_THREAD = 16;
    private static final int HEAVY_PER_THREAD = 8;

    /** @throws StartupException that names the setting */
    public EvaluationLimits {
        atLeast(maxConcurrency, 1, "max-concurrency");
        atLeast(queueCapacity, 0, "queue-capacity");
        atLeast(heavyQueueCapacity, 0, "heavy-queue-capacity");
        positive(queueTimeout, "queue-timeout");
        positive(deadline, "deadline");
    }

    /** The defaults: queues in proportion to the concurrency, two seconds in the queue, ten for the evaluation. */
    public static EvaluationLimits of(int threads) {
        return new EvaluationLimits(
                threads,
                LIGHT_PER_THREAD * threads,
                HEAVY_PER_THREAD * threads,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10));
    }

    /** Concurrent heavy evaluations, on threads of their own: two at least, so that one caller never has them all. */
    public int maxHeavyConcurrency() {
        return Math.max(2, maxConcurrency - 1);
    }

    private static void atLeast(int value, int least, String setting) {
        if (value < least) {
            throw StartupException.setting("entente.limits." + setting, value, "at least " + least);
        }
    }

    private static void positive(Duration value, String setting) {
        if (value.isNegative() || value.isZero()) {
            throw StartupException.setting("entente.limits." + setting, value, "more than zero, such as 1s");
        }
    }
}
