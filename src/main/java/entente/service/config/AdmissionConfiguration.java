package entente.service.config;

import entente.service.admission.Admission;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationLimits;
import entente.service.admission.ProcessTermination;
import entente.service.problem.StartupException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much the service evaluates at a time. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    private static final int CONFIGURATION = 78;

    /**
     * What is set of the bounds; what is not has the usual measure.
     *
     * @param places evaluations at a time; usually one for each processor
     * @param line light evaluations that may wait
     * @param heavyLine heavy evaluations that may wait
     * @param patience the longest that one waits, written {@code wait}
     * @param deadline the longest that one takes
     */
    @ConfigurationProperties("entente.limits")
    record Evaluating(
            @Nullable Integer maxConcurrency,
            @Nullable Integer queueCapacity,
            @Nullable Integer heavyQueueCapacity,
            @Name("wait") @Nullable Duration queueTimeout,
            @Nullable Duration deadline) {

        EvaluationLimits toLimits(int processors) {
            EvaluationLimits usual = EvaluationLimits.of(maxConcurrency == null ? processors : maxConcurrency);
            return new EvaluationLimits(
                    usual.maxConcurrency(),
                    queueCapacity == null ? usual.queueCapacity() : queueCapacity,
                    heavyQueueCapacity == null ? usual.heavyQueueCapacity() : heavyQueueCapacity,
                    queueTimeout == null ? usual.queueTimeout() : queueTimeout,
                    deadline == null ? usual.deadline() : deadline);
        }
    }

    @Bean
    Admission admission(EvaluationLimits bounds) {
        return new Admission(bounds);
    }

    @Bean
    EvaluationExecutor evaluations(EvaluationLimits bounds) {
        return new EvaluationExecutor(bounds, new ProcessTermination(Runtime.getRuntime())::terminate);
    }

    @Bean
    EvaluationLimits bounds(Evaluating limits) {
        try {
            return limits.toLimits(Runtime.getRuntime().availableProcessors());
        } catch (IllegalArgumentException wrong) {
            throw new StartupException(CONFIGURATION, String.valueOf(wrong.getMessage()));
        }
    }
}
