package entente.web;

import entente.rules.RuleBookException;
import entente.rules.RuleBooks;
import entente.scenario.FolderShelf;
import entente.service.Edition;
import entente.service.InForce;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rule book behind the service. */
@Configuration(proxyBeanMethods = false)
class EngineWiring {

    /**
     * @param rules folder of the rule book
     * @param scenarios folder of what {@code extends} may name
     * @param cache compiled books
     */
    @ConfigurationProperties("entente")
    record Places(Path rules, Path scenarios, Path cache) {}

    @Bean
    InForce inForce(Places places) throws RuleBookException {
        return new InForce(new Edition(
                RuleBooks.open(places.rules(), places.cache()), new FolderShelf(List.of(places.scenarios()))));
    }
}
