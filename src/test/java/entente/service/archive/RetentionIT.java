package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.RunningService;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The service deletes what it keeps when the retention is over. */
@Timeout(120)
class RetentionIT {

    private static final TestClock CLOCK = new TestClock();

    /** Not annotated, because a component scan would find it for every service. */
    static class ClockOfTheTest {

        @Bean
        @Primary
        InstantSource clockOfTheTest() {
            return CLOCK;
        }
    }

    @Test
    void assessmentsAndReplacedVersionsOfScenariosAreDeleted() {
        try (RunningService service =
                RunningService.start(Map.of("entente.archive.retention", "2d"), ClockOfTheTest.class)) {
            byte[] baseline = Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json"));
            String assessment = service.post("/api/v1/assessments", baseline).one("Location");
            StoredScenarios scenarios = service.bean(StoredScenarios.class);
            scenarios.put("own-one", "a", new byte[] {1}, Optional.empty(), true);
            scenarios.put("own-one", "a", new byte[] {2}, Optional.of("*"), false);
            CLOCK.forward(Duration.ofDays(2).minusMinutes(1));
            cleanUp(service);
            service.get(assessment).expect(200);
            assertThat(versions(service)).isEqualTo(2);
            CLOCK.forward(Duration.ofMinutes(2));
            cleanUp(service);
            service.get(assessment).expect(404);
            assertThat(versions(service)).isEqualTo(1);
            assertThat(scenarios.find("own-one").orElseThrow().version()).isEqualTo(2);
        }
    }

    /** What runs every ten minutes. */
    private static void cleanUp(RunningService service) {
        service.bean(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .map(scheduled -> (IntervalTask) scheduled.getTask())
                .filter(task -> task.getIntervalDuration().equals(Duration.ofMinutes(10)))
                .forEach(task -> task.getRunnable().run());
    }

    private static int versions(RunningService service) {
        return service.rows("scenario_version where id = 'own-one'");
    }
}
