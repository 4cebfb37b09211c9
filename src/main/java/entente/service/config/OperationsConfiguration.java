package entente.service.config;

import entente.service.admission.Admission;
import entente.service.admission.EvaluationExecutor;
import entente.service.archive.Archive;
import entente.service.archive.Database;
import entente.service.jobs.JobRunner;
import entente.service.operations.ArchiveHealth;
import entente.service.operations.EvaluationHealth;
import entente.service.operations.JobHealth;
import entente.service.operations.RequestLog;
import entente.service.operations.RuleBookHealth;
import entente.service.operations.ServiceInfo;
import entente.service.operations.ServiceMetrics;
import entente.service.operations.StartupAnnouncement;
import entente.service.rulebook.ActiveRuleBook;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What whoever runs the service sees of it: health, information, measures, one line for each request. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    HealthIndicator rulesHealthIndicator(ActiveRuleBook inForce) {
        return new RuleBookHealth(inForce);
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
    HealthIndicator jobsHealthIndicator(JobRunner workshop) {
        return new JobHealth(workshop);
    }

    @Bean
    ServiceInfo infoOfService(ActiveRuleBook inForce, Archive archive) {
        return new ServiceInfo(inForce, archive);
    }

    @Bean
    ServiceMetrics measures(
            EvaluationExecutor evaluations,
            Admission admission,
            ActiveRuleBook inForce,
            JobRunner workshop,
            Database store) {
        return new ServiceMetrics(evaluations, admission, inForce, workshop, store);
    }

    @Bean
    StartupAnnouncement greeting(Environment settings, ActiveRuleBook inForce, Archive archive) {
        return new StartupAnnouncement(settings, inForce, archive);
    }

    /** Each filter of the chain would be measured otherwise, which is more than anybody reads. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Before every other filter but the one that sends answers, so that it sees what they answer. */
    @Bean
    FilterRegistrationBean<RequestLog> requestLog() {
        FilterRegistrationBean<RequestLog> filter = new FilterRegistrationBean<>(new RequestLog(System::nanoTime));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
