package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.rule.RuleBookFault;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationLimits;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.archive.JobTable;
import entente.service.jobs.JobRunner;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import entente.testkit.Await;
import entente.testkit.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

@Timeout(120)
class HealthTest {

    @Test
    void rejectedRuleBookEditIsReportedWithStatusUp() {
        RuleBookState current = new RuleBookState("1.0.0", "abc", false, List.of());
        assertThat(HealthIndicators.ruleBook(current))
                .isEqualTo(Health.up()
                        .withDetail("version", "1.0.0")
                        .withDetail("sha256", "abc")
                        .withDetail("stale", false)
                        .build());
        RuleBookState stale = new RuleBookState(
                "1.0.0",
                "abc",
                true,
                List.of(
                        new RuleBookFault("mistrust.drl", 12, "SYNTAX", "There is no end."),
                        new RuleBookFault("", 0, "EMPTY", "There are no rules.")));
        Health health = HealthIndicators.ruleBook(stale);
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("stale", true)
                .containsEntry("refused", List.of("mistrust.drl:12: There is no end.", "rules: There are no rules."));
    }

    @Test
    void unreachableArchiveIsOutOfServiceWithoutDetails() {
        JdbcDataSource reachable = new JdbcDataSource();
        reachable.setURL("jdbc:h2:mem:");
        assertThat(HealthIndicators.archive(reachable, () -> true))
                .isEqualTo(Health.up().withDetail("writable", true).build());
        // Reads still work, so a load balancer must not remove every instance.
        assertThat(HealthIndicators.archive(reachable, () -> false))
                .isEqualTo(Health.up().withDetail("writable", false).build());
        JdbcDataSource unreachable = new JdbcDataSource();
        unreachable.setURL("jdbc:h2:mem:missing;IFEXISTS=TRUE");
        assertThat(HealthIndicators.archive(unreachable, () -> true))
                .isEqualTo(Health.outOfService().build());
    }

    @Test
    void uninterruptibleEvaluationIsDownUntilItEnds() throws Exception {
        EvaluationLimits bounds = new EvaluationLimits(2, 2, 2, Duration.ofSeconds(60), Duration.ofMillis(20));
        CountDownLatch release = new CountDownLatch(1);
        try (EvaluationExecutor evaluations = new EvaluationExecutor(bounds, () -> {})) {
            HealthIndicator health = new HealthIndicators().evaluationsHealthIndicator(evaluations);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            Thread caller = new Thread(() -> {
                try {
                    evaluations.run(EvaluationExecutor.Cost.LIGHT, Caller.SERVICE, () -> {
                        Await.ignoringInterrupts(release);
                        return 0;
                    });
                } catch (RuntimeException overdue) {
                    // Only the state of the thread matters here.
                }
            });
            caller.start();
            Await.holds("lost", () -> evaluations.lost() == 1);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails()).containsEntry("lost", 1).containsEntry("maxConcurrency", 2);
            release.countDown();
            Await.holds("up", () -> health.health().getStatus().equals(Status.UP));
            caller.join();
        }
    }

    @Test
    void stoppedJobWorkerIsDown() throws Exception {
        try (Database store = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            JobRunner jobRunner =
                    new JobRunner(new JobTable(store, InstantSource.system()), Map.of(), Duration.ofDays(1));
            HealthIndicator health = new HealthIndicators().jobsHealthIndicator(jobRunner);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails()).containsEntry("worker", "DEAD");
            jobRunner.start();
            assertThat(health.health())
                    .isEqualTo(Health.up().withDetail("worker", "UP").build());
            jobRunner.close();
            Await.holds("down", () -> health.health().getStatus().equals(Status.DOWN));
        }
    }
}
