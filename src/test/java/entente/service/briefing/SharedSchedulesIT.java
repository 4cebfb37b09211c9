package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.briefing.EditionArchive;
import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.RunningService;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Two services on one PostgreSQL and one folder of editions: each due time gives one edition. */
@Tag("thorough")
@Timeout(300)
class SharedSchedulesIT {

    private static final String SCHEDULES = "/api/v1/schedules";
    private static final TestClock CLOCK = new TestClock();

    private final Path folder = RunningService.folder("shared-editions");
    private final EditionArchive editions = new EditionArchive(folder);
    private final List<Instant> issued = new ArrayList<>();

    /** One clock for both. */
    static class SharedClock {

        @Bean
        @Primary
        InstantSource sharedClock() {
            return CLOCK;
        }
    }

    private static RunningService instance(String url, Path folder) {
        return RunningService.start(
                Map.of("entente.archive.url", url, "entente.archive.editions", folder.toString()), SharedClock.class);
    }

    private void assertEditionOf(String moment) throws Exception {
        Instant now = Instant.parse(moment);
        CLOCK.set(now);
        issued.add(now);
        Await.holds("an edition of " + moment, () -> editions.ids().size() == issued.size());
    }

    @Test
    void eachDueTimeGivesOneEdition() throws Exception {
        CLOCK.set(Instant.parse("2026-03-27T12:00:00Z"));
        String url = TestDatabase.address();
        try (RunningService stays = instance(url, folder)) {
            try (RunningService leaves = instance(url, folder)) {
                Answer created = leaves.ask(
                                "POST",
                                SCHEDULES,
                                "{\"name\": \"Night\", \"scenario\": \"baseline-2018\", \"cron\": \"30 2 * * *\", "
                                        + "\"timeZone\": \"Europe/Warsaw\", \"formats\": [\"md\"]}",
                                "Content-Type: application/json")
                        .expect(201);
                assertEditionOf("2026-03-28T01:30:05Z");
                // There is no half past two on the day on which summer time begins: it is due when the gap ends.
                assertEditionOf("2026-03-29T01:30:00Z");
                Await.holds("both know", () -> runs(stays).equals(runs(leaves)));
            }
            assertEditionOf("2026-03-30T00:30:05Z");
            // After three days without a look there is one edition.
            assertEditionOf("2026-04-02T09:00:00Z");
        }
        assertThat(editions.editions("baseline-2018"))
                .extracting(edition -> edition.issued())
                .isEqualTo(issued);
    }

    private static String runs(RunningService service) {
        return service.fetch(SCHEDULES).text();
    }
}
