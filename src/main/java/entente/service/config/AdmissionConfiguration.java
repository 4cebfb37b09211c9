package entente.service.config;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationLimits;
import entente.service.admission.ProcessTermination;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Admission and evaluation of requests. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    /**
     * The configured limits; null means the default.
     *
     * @param maxConcurrency concurrent evaluations; by default one per processor
     * @param queueCapacity light evaluations in the queue
     * @param heavyQueueCapacity heavy evaluations in the queue
     * @param queueTimeout maximum time in the queue
     * @param deadline maximum duration of an evaluation
     */
    @ConfigurationProperties("entente.limits")
    record Evaluating(
            @Nullable Integer maxConcurrency,
            @Nullable Integer queueCapacity,
            @Nullable Integer heavyQueueCapacity,
            @Nullable Duration queueTimeout,
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
    EvaluationExecutor evaluations(EvaluationLimits limits) {
        return new EvaluationExecutor(limits, new ProcessTermination(Runtime.getRuntime())::terminate);
    }

    @Bean
    EvaluationLimits limits(Evaluating limits) {
        return limits.toLimits(Runtime.getRuntime().availableProcessors());
    }
}
