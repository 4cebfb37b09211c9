package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.report.json.AssessmentJson;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.Archive.ArchivePage;
import entente.service.archive.Archive.StoredAssessment;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.testkit.ArchiveFilters;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Behavior of an archive on every supported database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class ArchiveContract {

    private final TestClock clock = new TestClock();
    private Database store;
    private Archive archive;
    /** Each test uses its own scenario, so that tests do not see each other's assessments. */
    private String scenario = "";

    private int tests;

    abstract DatabaseUrl databaseUrl();

    @BeforeAll
    void open() {
        store = Database.open(databaseUrl(), Durability.PROCESS);
        archive = new Archive(store, clock);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void ownScenario() {
        scenario = "scenario-" + ++tests;
        clock.forward(Duration.ofHours(1));
    }

    @Test
    void storedAssessmentIsReadBackUnchanged() {
        String json = "{\n  \"title\": \"漢 – \\u0000 🜁\"\n}\n" + "x".repeat(3_000_000);
        ArchiveEntry kept = archive.add(new NewAssessment(
                ArchiveFilters.facts(
                        scenario,
                        "A ti\0tle \uD83D",
                        Band.UNLIKELY,
                        23.7,
                        "5".repeat(64),
                        "1.0.0",
                        "r",
                        "0.1.0",
                        "Åsa"),
                json));
        assertThat(archive.find(kept.id())).contains(kept);
        assertThat(kept.json()).isEqualTo(json);
        assertThat(kept.summary().facts().title()).isEqualTo("A ti\uFFFDtle \uFFFD");
        assertThat(kept.summary().facts().percent()).isEqualTo(23.7);
        assertThat(kept.summary().facts().confidence()).isEmpty();
        assertThat(kept.summary().at()).isEqualTo(clock.instant());
        assertThat(kept.id().version()).isEqualTo(7);
    }

    @Test
    void listContainsTheUncertainty() {
        AssessmentFacts facts = new AssessmentFacts(
                scenario,
                "T",
                "s",
                60,
                Band.LIKELY,
                Optional.of(5.5),
                Optional.of(61.3),
                Optional.of(ConfidenceLevel.MODERATE),
                "e",
                new RuleBookVersion("1", "r", Optional.empty()),
                "o");
        ArchiveEntry kept = archive.add(new NewAssessment(facts, "{}"));
        assertThat(archive.find(kept.id())).contains(kept);
        assertThat(archive.list(filter(Optional.empty(), 1)).entries())
                .extracting(StoredAssessment::facts)
                .containsExactly(facts);
    }

    /** The bound that the documentation states; it holds for a request with an Idempotency-Key too. */
    @Test
    void shippedAssessmentsTakeAtMost22Kilobytes() {
        IdempotentResponses answers = new IdempotentResponses(store, clock);
        for (String id : Shipped.scenarioIds()) {
            String json = AssessmentJson.document(LikelihoodScale.ICD203).pretty(Shipped.assess(id));
            IdempotencyKey key = new IdempotencyKey("size", id, "f");
            ApiResponse answer = answers.execute(key, () -> {
                        ArchiveEntry entry = archive.add(new NewAssessment(
                                ArchiveFilters.facts(id, "T", Band.LIKELY, 60, "s", "1", "r", "e", "o"), json));
                        return ApiResponse.of(entry, Map.of("Location", "/" + entry.id()));
                    })
                    .response();
            UUID kept = UUID.fromString(answer.headers().get("Location").substring(1));
            assertThat(archive.find(kept).orElseThrow().json()).isEqualTo(json);
            assertThat(new String(answers.find(key).orElseThrow().body(), StandardCharsets.UTF_8))
                    .isEqualTo(json);
            assertThat(stored("select octet_length(json) from assessment where scenario_id = ?", id)
                            + stored(
                                    "select coalesce(octet_length(body), 0) from idempotent_response where idempotency_key = ?",
                                    id))
                    .as(id)
                    .isLessThanOrEqualTo(22 * 1024);
        }
    }

    private int stored(String sql, String id) {
        return store.sql().sql(sql).param(id).query(Integer.class).single();
    }

    @Test
    void retentionDeletesOnlyOlderAssessments() {
        Duration retention = Archive.MIN_RETENTION;
        UUID old = keep(Band.LIKELY, "rules").id();
        clock.forward(Duration.ofMillis(1));
        UUID young = keep(Band.LIKELY, "rules").id();
        clock.forward(retention);
        assertThat(archive.sweep(retention)).isPositive();
        assertThat(archive.find(old)).isEmpty();
        assertThat(archive.find(young)).isPresent();
        assertThat(archive.sweep(retention)).isZero();
    }

    @Test
    void unknownIdIsNotFound() {
        assertThat(archive.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void listIsPagedNewestFirst() {
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            kept.add(0, keep(Band.UNLIKELY, "rules").id());
        }
        List<UUID> listed = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        List<Integer> sizes = new ArrayList<>();
        do {
            ArchivePage page = archive.list(filter(after, 10));
            page.entries().forEach(entry -> listed.add(entry.id()));
            sizes.add(page.entries().size());
            after = page.next();
        } while (after.isPresent());
        assertThat(listed).isEqualTo(kept);
        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(archive.list(filter(Optional.empty(), 25)).next()).isEmpty();
    }

    @Test
    void newAssessmentsDoNotShiftLaterPages() {
        for (int i = 0; i < 6; i++) {
            keep(Band.UNLIKELY, "rules");
        }
        ArchivePage first = archive.list(filter(Optional.empty(), 3));
        keep(Band.UNLIKELY, "rules");
        ArchivePage second = archive.list(filter(first.next(), 3));
        assertThat(second.entries()).hasSize(3).doesNotContainAnyElementsOf(first.entries());
        assertThat(second.next()).isEmpty();
    }

    @Test
    void listFiltersByBandRulesAndScenario() {
        keep(Band.UNLIKELY, "one");
        keep(Band.LIKELY, "one");
        ArchiveEntry wanted = keep(Band.LIKELY, "two");
        ArchivePage page = archive.list(ArchiveFilter.newest(10)
                .withScenario(Optional.of(scenario))
                .withBand(Optional.of(Band.LIKELY))
                .withRulesSha256(Optional.of("two")));
        assertThat(page.entries()).extracting(StoredAssessment::id).containsExactly(wanted.id());
        assertThat(page.entries()).containsExactly(wanted.summary());
    }

    @Test
    void periodIncludesItsStartAndExcludesItsEnd() {
        Instant start = clock.instant();
        UUID first = keep(Band.LIKELY, "rules").id();
        clock.forward(Duration.ofMillis(1));
        UUID second = keep(Band.LIKELY, "rules").id();
        assertThat(during(start, start.plusMillis(1))).containsExactly(first);
        assertThat(during(start.plusNanos(1), start.plusMillis(2))).containsExactly(second);
        assertThat(during(start, start.plusNanos(1_000_001))).containsExactly(second, first);
        assertThat(during(start.plusMillis(2), Instant.MAX)).isEmpty();
        assertThat(during(Instant.MIN, start)).isEmpty();
    }

    @Test
    void textValuesAreNeverExecutedAsSql() {
        String hostile = "'; drop table assessment; -- ${bytes} :id ? {fn now()} \\";
        String before = scenario;
        scenario = hostile;
        ArchiveEntry kept = keep(Band.UNLIKELY, hostile);
        assertThat(archive.find(kept.id())).contains(kept);
        assertThat(archive.list(filter(Optional.empty(), 10)).entries()).hasSize(1);
        scenario = before;
    }

    @Test
    void clockGoingBackwardKeepsInsertionOrder() {
        UUID first = keep(Band.LIKELY, "rules").id();
        clock.forward(Duration.ofSeconds(-10));
        UUID second = keep(Band.LIKELY, "rules").id();
        clock.forward(Duration.ofSeconds(10));
        assertThat(archive.list(filter(Optional.empty(), 10)).entries())
                .extracting(StoredAssessment::id)
                .containsExactly(second, first);
    }

    private List<UUID> during(Instant from, Instant to) {
        ArchiveFilter filter = ArchiveFilter.newest(10)
                .withScenario(Optional.of(scenario))
                .withFrom(Optional.of(from))
                .withTo(Optional.of(to));
        return archive.list(filter).entries().stream().map(StoredAssessment::id).toList();
    }

    private ArchiveEntry keep(Band band, String rules) {
        return archive.add(new NewAssessment(
                ArchiveFilters.facts(scenario, "Title", band, 50, "5", "1.0.0", rules, "0.1.0", "local"), "{}\n"));
    }

    private ArchiveFilter filter(Optional<UUID> after, int limit) {
        return ArchiveFilter.newest(limit).withScenario(Optional.of(scenario)).withAfter(after);
    }
}
