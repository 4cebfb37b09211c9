package entente.service.config;

import entente.service.admission.EvaluationExecutor;
import entente.service.archive.Archive;
import entente.service.archive.Database;
import entente.service.jobs.JobRunner;
import entente.service.operations.ArchiveHealth;
import entente.service.operations.EvaluationHealth;
import entente.service.operations.JobHealth;
import entente.service.operations.RuleBookHealth;
import entente.service.operations.ServiceInfo;
import entente.service.operations.ServiceMetrics;
import entente.service.operations.StartupAnnouncement;
import entente.service.rulebook.ActiveRuleBook;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Health, info, metrics and the request log. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    HealthIndicator rulesHealthIndicator(ActiveRuleBook activeRuleBook) {
        return new RuleBookHealth(activeRuleBook);
    }

    @Bean
    HealthIndicator archiveHealthIndicator(Database store) {
        return new ArchiveHealth(store.dataSource(), store::writable);
    }

    @Bean
    HealthIndicator evaluationsHealthIndicator(EvaluationExecutor evaluations) {
        return new EvaluationHealth(evaluations);
    }

    @Bean
    HealthIndicator jobsHealthIndicator(JobRunner jobRunner) {
        return new JobHealth(jobRunner);
    }

    @Bean
    ServiceInfo infoOfService(ActiveRuleBook activeRuleBook, Archive archive) {
        return new ServiceInfo(activeRuleBook, archive);
    }

    @Bean
    ServiceMetrics serviceMetrics(
            EvaluationExecutor evaluations, ActiveRuleBook activeRuleBook, JobRunner jobRunner, Database store) {
        return new ServiceMetrics(evaluations, activeRuleBook, jobRunner, store);
    }

    @Bean
    StartupAnnouncement startupAnnouncement(Environment settings, ActiveRuleBook activeRuleBook, Archive archive) {
        return new StartupAnnouncement(settings, activeRuleBook, archive);
    }

    /** Otherwise each security filter would have metrics of its own. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }
}
