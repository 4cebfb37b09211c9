package entente.service.operations;

import entente.model.rule.RuleBookFault;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.archive.Database;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobRunner.WorkerState;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class HealthIndicators {

    private static final Logger LOG = LoggerFactory.getLogger("entente.archive");
    private static final int SECONDS = 2;

    @Bean
    HealthIndicator rulesHealthIndicator(ActiveRuleBook activeRuleBook) {
        return () -> ruleBook(activeRuleBook.state());
    }

    @Bean
    HealthIndicator archiveHealthIndicator(Database store) {
        return () -> archive(store.dataSource(), store::writable);
    }

    /** A refused edit does not change the status, because the previous book remains active; its faults are shown. */
    static Health ruleBook(RuleBookState state) {
        Health.Builder health = Health.up()
                .withDetail("version", state.version())
                .withDetail("sha256", state.sha256())
                .withDetail("stale", state.stale());
        if (state.stale()) {
            health.withDetail(
                    "refused",
                    state.faults().stream().map(HealthIndicators::line).toList());
        }
        return health.build();
    }

    public static String line(RuleBookFault fault) {
        String location = fault.file().isEmpty() ? "rules" : fault.file();
        return location + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail();
    }

    /**
     * A full archive is up, because it can be read; the detail {@code writable} is then false. Errors are logged and
     * not shown, because they may name hosts and folders.
     */
    static Health archive(DataSource archive, BooleanSupplier writable) {
        try (Connection connection = archive.getConnection()) {
            if (connection.isValid(SECONDS)) {
                return Health.up()
                        .withDetail("writable", writable.getAsBoolean())
                        .build();
            }
            LOG.warn("The health check of the archive did not complete within {} seconds.", SECONDS);
        } catch (SQLException unreachable) {
            LOG.warn("The health check of the archive failed: {}", unreachable.getMessage());
        }
        return Health.outOfService().build();
    }

    /** Down while there is a lost thread, which requires a restart. A full queue does not affect health. */
    @Bean
    HealthIndicator evaluationsHealthIndicator(EvaluationExecutor evaluations) {
        return () -> {
            int lost = evaluations.lost();
            Health.Builder health = lost == 0 ? Health.up() : Health.down();
            return health.withDetail("maxConcurrency", evaluations.limits().maxConcurrency())
                    .withDetail("running", evaluations.running())
                    .withDetail("waiting", evaluations.waiting(Cost.LIGHT))
                    .withDetail("waitingHeavy", evaluations.waiting(Cost.HEAVY))
                    .withDetail("lost", lost)
                    .build();
        };
    }

    /** Down while this instance processes no jobs: its worker thread has ended or is stuck. */
    @Bean
    HealthIndicator jobsHealthIndicator(JobRunner jobRunner) {
        return () -> {
            WorkerState state = jobRunner.state();
            Health.Builder health = state == WorkerState.UP ? Health.up() : Health.down();
            return health.withDetail("worker", state.name()).build();
        };
    }
}
