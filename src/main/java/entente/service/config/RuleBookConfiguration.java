package entente.service.config;

import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.scenario.FolderScenarioSource;
import entente.service.admission.EvaluationExecutor;
import entente.service.problem.StartupException;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookCheck;
import entente.service.rulebook.RuleBookWatcher;
import entente.service.rulebook.RuleBookWatcher.Habits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rule book behind the service. */
@Configuration(proxyBeanMethods = false)
class RuleBookConfiguration {

    private static final int CONFIGURATION = 78;

    /**
     * @param rules folder of the rule book
     * @param scenarios folder of what {@code extends} may name
     * @param cache compiled books
     */
    @ConfigurationProperties("entente")
    // Texts: what Spring makes a Path of, it looks for among the classes first.
    record Places(String rules, String scenarios, String cache) {}

    /**
     * @param watch time between two looks at the folder of the rule book
     * @param pause how long an edit has to be at rest
     * @param force whether an edit may drop more than 30 in 100 rules
     */
    @ConfigurationProperties("entente.reload")
    record Reloading(@Nullable Duration watch, @Nullable Duration pause, boolean force) {

        Habits habits() {
            return new Habits(
                    watch == null ? Habits.DEFAULT.pollInterval() : watch, pause == null ? Habits.DEFAULT.quietPeriod() : pause, force);
        }
    }

    @Bean(initMethod = "start")
    RuleBookWatcher watchedBook(Places places, Reloading reloading, EvaluationExecutor evaluations) {
        RuleBookCheck check = new RuleBookCheck(
                Path.of(places.rules()),
                Path.of(places.cache()),
                new FolderScenarioSource(List.of(Path.of(places.scenarios()))));
        try {
            return RuleBookWatcher.open(check, reloading.habits(), evaluations::lost);
        } catch (RuleBookException wrong) {
            throw new StartupException(
                    CONFIGURATION,
                    wrong.faults().stream().map(RuleBookConfiguration::line).collect(Collectors.joining("\n"))
                            + "\nThe rule book cannot be put in force, so the service does not start.");
        }
    }

    private static String line(RuleBookFault fault) {
        String place = fault.file().isEmpty() ? "rules" : fault.file();
        return place + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail() + " [" + fault.code() + "]";
    }

    @Bean
    ActiveRuleBook inForce(RuleBookWatcher book) {
        return book.inForce();
    }
}
