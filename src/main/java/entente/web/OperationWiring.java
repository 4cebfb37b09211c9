package entente.web;

import entente.service.Evaluations;
import entente.service.InForce;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What whoever runs the service sees of it: health, information, measures, one line for each request. */
@Configuration(proxyBeanMethods = false)
class OperationWiring {

    @Bean
    HealthIndicator rulesHealthIndicator(InForce inForce) {
        return new HealthOfRules(inForce);
    }

    @Bean
    HealthIndicator archiveHealthIndicator(DataSource archive) {
        return new HealthOfArchive(archive);
    }

    @Bean
    HealthIndicator evaluationsHealthIndicator(Evaluations evaluations) {
        return new HealthOfEvaluations(evaluations);
    }

    @Bean
    InfoOfService infoOfService(InForce inForce) {
        return new InfoOfService(inForce);
    }

    @Bean
    Measures measures(Evaluations evaluations, InForce inForce) {
        return new Measures(evaluations, inForce);
    }

    @Bean
    Greeting greeting(Environment settings, InForce inForce) {
        return new Greeting(settings, inForce);
    }

    /** Outermost, so that it sees what every other filter answers. */
    @Bean
    FilterRegistrationBean<RequestLog> requestLog() {
        FilterRegistrationBean<RequestLog> filter = new FilterRegistrationBean<>(new RequestLog(System::nanoTime));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
