package entente.service.admission;

import entente.service.problem.StartupException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of evaluations.
 *
 * @param maxConcurrency concurrent light evaluations, at least 1
 * @param queueCapacity light evaluations in the queue, 0 or more
 * @param heavyQueueCapacity heavy evaluations in the queue, 0 or more
 * @param queueTimeout the longest that one waits
 * @param deadline maximum duration of an evaluation; after twice that, its thread counts as lost
 */
@ConfigurationProperties("entente.limits")
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

    /** As configured; the default is one light evaluation per processor, and queues in proportion to the concurrency. */
    @ConstructorBinding
    public EvaluationLimits(
            @Nullable Integer maxConcurrency,
            @Nullable Integer queueCapacity,
            @Nullable Integer heavyQueueCapacity,
            @DefaultValue("2s") Duration queueTimeout,
            @DefaultValue("10s") Duration deadline) {
        this(
                threads(maxConcurrency),
                configured(queueCapacity, LIGHT_PER_THREAD * threads(maxConcurrency)),
                configured(heavyQueueCapacity, HEAVY_PER_THREAD * threads(maxConcurrency)),
                queueTimeout,
                deadline);
    }

    private static int threads(@Nullable Integer configured) {
        return configured(configured, Runtime.getRuntime().availableProcessors());
    }

    private static int configured(@Nullable Integer value, int usual) {
        return value == null ? usual : value;
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
