package entente.web;

import entente.problem.StartRefused;
import entente.rules.BookFault;
import entente.rules.RuleBookException;
import entente.scenario.FolderShelf;
import entente.service.BookCheck;
import entente.service.Evaluations;
import entente.service.InForce;
import entente.service.WatchedBook;
import entente.service.WatchedBook.Habits;
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
class EngineWiring {

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
                    watch == null ? Habits.USUAL.watch() : watch, pause == null ? Habits.USUAL.pause() : pause, force);
        }
    }

    @Bean(initMethod = "start")
    WatchedBook watchedBook(Places places, Reloading reloading, Evaluations evaluations) {
        BookCheck check = new BookCheck(
                Path.of(places.rules()),
                Path.of(places.cache()),
                new FolderShelf(List.of(Path.of(places.scenarios()))));
        try {
            return WatchedBook.open(check, reloading.habits(), evaluations::lost);
        } catch (RuleBookException wrong) {
            throw new StartRefused(
                    CONFIGURATION,
                    wrong.faults().stream().map(EngineWiring::line).collect(Collectors.joining("\n"))
                            + "\nThe rule book cannot be put in force, so the service does not start.");
        }
    }

    private static String line(BookFault fault) {
        String place = fault.file().isEmpty() ? "rules" : fault.file();
        return place + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail() + " [" + fault.code() + "]";
    }

    @Bean
    InForce inForce(WatchedBook book) {
        return book.inForce();
    }
}
