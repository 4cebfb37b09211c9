package entente.web;

import entente.archive.Archive;
import entente.archive.Store;
import entente.service.Admission;
import entente.service.Evaluations;
import entente.service.InForce;
import entente.work.Workshop;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What whoever runs the service sees of it: health, information, measures, one line for each request. */
@Configuration(proxyBeanMethods = false)
class OperationWiring {

    @Bean
    HealthIndicator rulesHealthIndicator(InForce inForce) {
        return new HealthOfRules(inForce);
    }

    @Bean
    HealthIndicator archiveHealthIndicator(Store store) {
        return new HealthOfArchive(store.dataSource(), store::writable);
    }

    @Bean
    HealthIndicator evaluationsHealthIndicator(Evaluations evaluations) {
        return new HealthOfEvaluations(evaluations);
    }

    @Bean
    HealthIndicator jobsHealthIndicator(Workshop workshop) {
        return new HealthOfJobs(workshop);
    }

    @Bean
    InfoOfService infoOfService(InForce inForce, Archive archive) {
        return new InfoOfService(inForce, archive);
    }

    @Bean
    Measures measures(Evaluations evaluations, Admission admission, InForce inForce, Workshop workshop, Store store) {
        return new Measures(evaluations, admission, inForce, workshop, store);
    }

    @Bean
    Greeting greeting(Environment settings, InForce inForce, Archive archive) {
        return new Greeting(settings, inForce, archive);
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
