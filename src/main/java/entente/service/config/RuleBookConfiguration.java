package entente.service.config;

import entente.rulebook.RuleBookException;
import entente.scenario.FolderScenarioSource;
import entente.service.admission.EvaluationExecutor;
import entente.service.operations.HealthIndicators;
import entente.service.problem.StartupException;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookWatcher;
import entente.service.rulebook.RuleBookWatcher.RuleBookCheck;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rule book behind the service. */
@Configuration(proxyBeanMethods = false)
class RuleBookConfiguration {

    /** {@code service.md} describes each setting. */
    @ConfigurationProperties("entente")
    // Strings, because Spring resolves a Path on the class path first.
    record RuleBookFolders(String rules, String scenarios, String cache) {}

    @Bean(initMethod = "start")
    RuleBookWatcher ruleBookWatcher(RuleBookFolders folders, WatchSettings settings, EvaluationExecutor evaluations) {
        RuleBookCheck check = new RuleBookCheck(
                Path.of(folders.rules()),
                Path.of(folders.cache()),
                new FolderScenarioSource(List.of(Path.of(folders.scenarios()))));
        try {
            return new RuleBookWatcher(check, settings, evaluations::lost);
        } catch (RuleBookException wrong) {
            throw StartupException.configuration(wrong.faults().stream()
                            .map(fault -> HealthIndicators.line(fault) + " [" + fault.code() + "]")
                            .collect(Collectors.joining("\n"))
                    + "\nThe rule book is invalid; the service does not start.");
        }
    }

    @Bean
    ActiveRuleBook activeRuleBook(RuleBookWatcher book) {
        return book.activeRuleBook();
    }
}
