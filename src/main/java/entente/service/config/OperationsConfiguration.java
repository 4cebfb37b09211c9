package entente.service.config;

import entente.service.archive.Database;
import entente.service.operations.ArchiveHealth;
import entente.service.operations.RuleBookHealth;
import entente.service.rulebook.ActiveRuleBook;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Health, info, metrics and the request log. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    HealthIndicator rulesHealthIndicator(ActiveRuleBook activeRuleBook) {
        return new RuleBookHealth(activeRuleBook::state);
    }

    @Bean
    HealthIndicator archiveHealthIndicator(Database store) {
        return new ArchiveHealth(store.dataSource(), store::writable);
    }

    /** Otherwise each security filter would have metrics of its own. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }
}
