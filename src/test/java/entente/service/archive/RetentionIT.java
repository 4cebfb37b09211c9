package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.RunningService;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The service deletes what it keeps when the retention is over. */
@Timeout(120)
class RetentionIT {

    private static final TestClock CLOCK = new TestClock();
    private static final String SCENARIO = "/api/v1/scenarios/own-one";

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
            String assessment = service.post("/api/v1/assessments", baseline)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            put(service, "One", "If-None-Match");
            put(service, "Two", "If-Match");
            Sweeper sweeper = service.bean("sweeper", Sweeper.class);
            CLOCK.forward(Duration.ofDays(2).minusMinutes(1));
            sweeper.sweep();
            assertThat(service.get(assessment).statusCode()).isEqualTo(200);
            assertThat(versions(service)).isEqualTo(2);
            CLOCK.forward(Duration.ofMinutes(2));
            sweeper.sweep();
            assertThat(service.get(assessment).statusCode()).isEqualTo(404);
            assertThat(versions(service)).isEqualTo(1);
            assertThat(new String(service.get(SCENARIO).body(), StandardCharsets.UTF_8))
                    .contains("Two");
        }
    }

    private static void put(RunningService service, String title, String condition) {
        String json = "{\"id\": \"own-one\", \"title\": \"" + title + "\", \"readings\": {}}";
        assertThat(service.send(service.to(SCENARIO)
                                .header("Content-Type", "application/json")
                                .header(condition, "*")
                                .PUT(BodyPublishers.ofString(json)))
                        .statusCode())
                .isIn(200, 201, 204);
    }

    private static int versions(RunningService service) {
        return service.bean(Database.class)
                .sql()
                .sql("select count(*) from scenario_version where id = 'own-one'")
                .query(Integer.class)
                .single();
    }
}
