package entente.web;

import entente.problem.StartRefused;
import entente.service.Admission;
import entente.service.Bounds;
import entente.service.Evaluations;
import entente.service.LastResort;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much the service evaluates at a time. */
@Configuration(proxyBeanMethods = false)
class ServiceWiring {

    private static final int CONFIGURATION = 78;

    /**
     * What is set of the bounds; what is not has the usual measure.
     *
     * @param places evaluations at a time; usually one for each processor
     * @param line light evaluations that may wait
     * @param heavyLine heavy evaluations that may wait
     * @param patience the longest that one waits, written {@code wait}
     * @param deadline the longest that one takes
     */
    @ConfigurationProperties("entente.limits")
    record Evaluating(
            @Nullable Integer places,
            @Nullable Integer line,
            @Nullable Integer heavyLine,
            @Name("wait") @Nullable Duration patience,
            @Nullable Duration deadline) {

        Bounds bounds(int processors) {
            Bounds usual = Bounds.of(places == null ? processors : places);
            return new Bounds(
                    usual.places(),
                    line == null ? usual.line() : line,
                    heavyLine == null ? usual.heavyLine() : heavyLine,
                    patience == null ? usual.patience() : patience,
                    deadline == null ? usual.deadline() : deadline);
        }
    }

    @Bean
    Admission admission(Bounds bounds) {
        return new Admission(bounds);
    }

    @Bean
    Evaluations evaluations(Bounds bounds) {
        return new Evaluations(bounds, new LastResort(Runtime.getRuntime())::end);
    }

    @Bean
    Bounds bounds(Evaluating limits) {
        try {
            return limits.bounds(Runtime.getRuntime().availableProcessors());
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused(CONFIGURATION, String.valueOf(wrong.getMessage()));
        }
    }
}
