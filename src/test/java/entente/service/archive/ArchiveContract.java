package entente.service.archive;

import static entente.testkit.ArchiveFilters.FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.report.json.AssessmentJson;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.Archive.ArchivePage;
import entente.service.archive.Archive.StoredAssessment;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.ArchiveFilters;
import entente.testkit.Concurrently;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What an archive keeps, on every supported database: assessments, responses to requests with a key, and scenarios. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class ArchiveContract {

    private static final Optional<String> NONE = Optional.empty();
    private static final int KEYS = Integer.getInteger("entente.idempotency.keys", 50);
    private static final int SENDS = 8;
    private static final int EDITORS = 8;
    private static final int EDITS = Integer.getInteger("entente.edits", EDITORS * 25) / EDITORS;

    private final TestClock clock = new TestClock();
    private List<Database> stores = List.of();
    private List<IdempotentResponses> instances = List.of();
    private List<Archive> archives = List.of();
    private Database store;
    private Archive archive;
    private IdempotentResponses responses;
    private StoredScenarios scenarios;

    /** Each test uses its own scenario, so that tests do not see each other's assessments. */
    private String scenario = "";

    private int tests;

    /** The same database, once for each instance of the service. */
    abstract List<Database> open();

    @BeforeAll
    void instances() {
        stores = open();
        instances =
                stores.stream().map(one -> new IdempotentResponses(one, clock)).toList();
        archives = stores.stream().map(one -> new Archive(one, clock)).toList();
        store = stores.get(0);
        archive = archives.get(0);
        responses = instances.get(0);
        scenarios = new StoredScenarios(store, clock);
    }

    @AfterAll
    void close() {
        stores.forEach(Database::close);
    }

    @BeforeEach
    void ownScenario() {
        scenario = "scenario-" + ++tests;
        clock.forward(Duration.ofHours(1));
    }

    @Test
    void storedAssessmentIsReadBackUnchanged() {
        String json = "{\n  \"title\": \"漢 – \\u0000 🜁\"\n}\n" + "x".repeat(3_000_000);
        AssessmentFacts facts = FACTS.withScenarioId(scenario).withTitle("A ti\0tle \uD83D");
        UUID id = archive.add(new NewAssessment(facts.withOwner("Åsa"), json));
        ArchiveEntry kept = archive.find(id).orElseThrow();
        assertThat(kept.json()).isEqualTo(json);
        assertThat(kept.summary().facts().title()).isEqualTo("A ti\uFFFDtle \uFFFD");
        assertThat(kept.summary().at()).isEqualTo(clock.instant());
        assertThat(kept.id().version()).isEqualTo(7);
    }

    @Test
    void listContainsTheUncertainty() {
        AssessmentFacts facts = FACTS.withScenarioId(scenario)
                .withLowPercent(Optional.of(5.5))
                .withHighPercent(Optional.of(61.3))
                .withConfidence(Optional.of(ConfidenceLevel.MODERATE));
        UUID id = archive.add(new NewAssessment(facts, "{}"));
        assertThat(archive.find(id).orElseThrow().summary().facts()).isEqualTo(facts);
        assertThat(archive.list(filter(Optional.empty(), 1)).entries())
                .extracting(StoredAssessment::facts)
                .containsExactly(facts);
    }

    /** The bound that the documentation states; it holds for a request with an Idempotency-Key too. */
    @Test
    void shippedAssessmentsTakeAtMost22Kilobytes() {
        for (String id : Shipped.scenarioIds()) {
            String json = AssessmentJson.document(LikelihoodScale.ICD203).pretty(Shipped.assess(id));
            IdempotencyKey key = new IdempotencyKey("size", id, "f");
            ApiResponse answer = responses
                    .execute(key, () -> {
                        UUID entry = archive.add(ArchiveFilters.assessment(id, json));
                        byte[] body = json.getBytes(StandardCharsets.UTF_8);
                        return new ApiResponse(201, Map.of("Location", "/" + entry), body, Optional.of(entry));
                    })
                    .response();
            UUID kept = UUID.fromString(answer.headers().get("Location").substring(1));
            assertThat(archive.find(kept).orElseThrow().json()).isEqualTo(json);
            assertThat(new String(responses.find(key).orElseThrow().body(), StandardCharsets.UTF_8))
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
        UUID old = keep(Band.LIKELY, "rules");
        clock.forward(Duration.ofMillis(1));
        UUID young = keep(Band.LIKELY, "rules");
        clock.forward(retention);
        assertThat(archive.sweep(retention)).isPositive();
        assertThat(archive.find(old)).isEmpty();
        assertThat(archive.find(young)).isPresent();
        assertThat(archive.sweep(retention)).isZero();
    }

    @Test
    void listIsPagedNewestFirst() {
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            kept.add(0, keep(Band.UNLIKELY, "rules"));
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
        UUID wanted = keep(Band.LIKELY, "two");
        ArchivePage page = archive.list(ArchiveFilter.newest(10)
                .withScenario(Optional.of(scenario))
                .withBand(Optional.of(Band.LIKELY))
                .withRulesSha256(Optional.of("two")));
        assertThat(page.entries()).extracting(StoredAssessment::id).containsExactly(wanted);
        assertThat(page.entries())
                .containsExactly(archive.find(wanted).orElseThrow().summary());
    }

    @Test
    void periodIncludesItsStartAndExcludesItsEnd() {
        Instant start = clock.instant();
        UUID first = keep(Band.LIKELY, "rules");
        clock.forward(Duration.ofMillis(1));
        UUID second = keep(Band.LIKELY, "rules");
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
        UUID kept = keep(Band.UNLIKELY, hostile);
        assertThat(archive.find(kept)).isPresent();
        assertThat(archive.list(filter(Optional.empty(), 10)).entries()).hasSize(1);
        scenario = before;
    }

    private List<UUID> during(Instant from, Instant to) {
        ArchiveFilter filter = ArchiveFilter.newest(10)
                .withScenario(Optional.of(scenario))
                .withFrom(Optional.of(from))
                .withTo(Optional.of(to));
        return archive.list(filter).entries().stream().map(StoredAssessment::id).toList();
    }

    private UUID keep(Band band, String rules) {
        AssessmentFacts facts = FACTS.withScenarioId(scenario).withBand(band).withRules(ArchiveFilters.rules(rules));
        return archive.add(new NewAssessment(facts, "{}\n"));
    }

    private ArchiveFilter filter(Optional<UUID> after, int limit) {
        return ArchiveFilter.newest(limit).withScenario(Optional.of(scenario)).withAfter(after);
    }

    @Test
    void repeatedRequestGetsTheFirstResponse() {
        for (ApiResponse response : List.of(
                new ApiResponse(201, Map.of("Location", "/x/ä: b", "ETag", "\"1\""), new byte[] {0, -1, 10, 13}),
                new ApiResponse(204, Map.of(), new byte[0]))) {
            IdempotencyKey key = key("first " + response.status(), "fingerprint");
            assertThat(responses.find(key)).isEmpty();
            assertThat(responses.execute(key, () -> response).replayed()).isFalse();
            IdempotentResponses.Outcome second = instances
                    .get(instances.size() - 1)
                    .execute(key, () -> {
                        throw new AssertionError("done twice");
                    });
            assertThat(second.replayed()).isTrue();
            assertThat(second.response()).usingRecursiveComparison().isEqualTo(response);
            assertThat(responses.find(key).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(response);
        }
    }

    @Test
    void reusedKeyWithDifferentRequestIsRejected() {
        IdempotencyKey key = key("b", "one");
        responses.execute(key, () -> answer("done"));
        IdempotencyKey other = key("b", "two");
        assertRefused(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> responses.find(other));
        assertRefused(ProblemType.IDEMPOTENCY_KEY_REUSED, () -> responses.execute(other, () -> answer("again")));
    }

    @Test
    void keysAreScopedToTheirOwner() {
        responses.execute(new IdempotencyKey("one", "c", "f"), () -> answer("of one"));
        IdempotencyKey ofTwo = new IdempotencyKey("two", "c", "f");
        assertThat(responses.find(ofTwo)).isEmpty();
        assertThat(responses.execute(ofTwo, () -> answer("of two")).replayed()).isFalse();
    }

    @Test
    void failedRequestStoresNothing() {
        IdempotencyKey key = key("d", "f");
        AtomicInteger kept = new AtomicInteger();
        assertThatThrownBy(() -> responses.execute(key, () -> {
                    archive.add(ArchiveFilters.assessment("failing", "{}"));
                    kept.incrementAndGet();
                    throw ProblemType.INVALID.problem("no");
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(kept).hasValue(1);
        assertThat(count("failing")).isZero();
        assertThat(responses.find(key)).isEmpty();
        assertThat(responses.execute(key, () -> answer("now")).replayed()).isFalse();
    }

    @Test
    void keyExpiresAfterOneDay() {
        IdempotencyKey key = key("e", "one");
        responses.execute(key, () -> answer("first"));
        clock.forward(Duration.ofDays(1).minusMillis(1));
        assertThat(responses.find(key)).isPresent();
        clock.forward(Duration.ofMillis(1));
        assertThat(responses.find(key)).isEmpty();
        IdempotencyKey again = key("e", "two");
        assertThat(responses.execute(again, () -> answer("second")).replayed()).isFalse();
        assertThat(text(responses.find(again).orElseThrow().body())).isEqualTo("second");
    }

    @Test
    void sweepDeletesOnlyExpiredKeys() {
        IdempotencyKey old = key("old", "f");
        responses.execute(old, () -> answer("old"));
        clock.forward(Duration.ofDays(1).minusMillis(1));
        IdempotencyKey young = key("young", "f");
        responses.execute(young, () -> answer("young"));
        responses.sweep();
        assertThat(responses.find(old)).isPresent();
        clock.forward(Duration.ofMillis(1));
        assertThat(responses.sweep()).isPositive();
        assertThat(stored("select count(*) from idempotent_response where idempotency_key = ?", "old"))
                .isZero();
        assertThat(responses.find(young)).isPresent();
    }

    /** Sends each key from eight threads through every instance; some connections break after the commit and retry. */
    @Test
    void concurrentRequestsWithOneKeyAreProcessedOnce() throws Exception {
        AtomicInteger done = new AtomicInteger();
        for (int k = 0; k < KEYS; k++) {
            String name = "race-" + k;
            AtomicBoolean cut = new AtomicBoolean(k % 3 == 0);
            List<IdempotentResponses.Outcome> outcomes =
                    Concurrently.times(SENDS, send -> send(send % stores.size(), name, cut, done));
            Set<String> bodies = outcomes.stream()
                    .map(outcome -> text(outcome.response().body()))
                    .collect(Collectors.toSet());
            assertThat(bodies).as(name).hasSize(1);
            assertThat(outcomes.stream().filter(outcome -> !outcome.replayed()).count())
                    .as(name)
                    .isLessThanOrEqualTo(1);
            assertThat(count(name)).as(name).isEqualTo(1);
        }
        assertThat(done.get()).isGreaterThanOrEqualTo(KEYS);
    }

    private IdempotentResponses.Outcome send(int instance, String name, AtomicBoolean cut, AtomicInteger done) {
        while (true) {
            try {
                IdempotentResponses.Outcome outcome = instances.get(instance).execute(key(name, "f"), () -> {
                    UUID entry = archives.get(instance).add(ArchiveFilters.assessment(name, "{}"));
                    done.incrementAndGet();
                    return answer(entry.toString());
                });
                if (outcome.replayed() || !cut.getAndSet(false)) {
                    return outcome;
                }
                // Simulates a connection that breaks after the commit, before the response; the caller retries.
            } catch (ProblemException busy) {
                if (busy.retryAfter().isEmpty()) {
                    throw busy;
                }
            }
        }
    }

    private int count(String scenario) {
        ArchiveFilter filter = ArchiveFilter.newest(100).withScenario(Optional.of(scenario));
        return archive.list(filter).entries().size();
    }

    private static IdempotencyKey key(String key, String fingerprint) {
        return new IdempotencyKey("owner", key, fingerprint);
    }

    private static ApiResponse answer(String body) {
        return new ApiResponse(201, Map.of("Location", "/" + body), bytes(body));
    }

    @Test
    void scenarioIsCreatedChangedAndDeleted() {
        StoredScenario first = scenarios.put("story", "a", bytes("one"), NONE, true);
        assertThat(scenarios.find("story").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(first);
        StoredScenario second = scenarios.put("story", "b", bytes("two"), Optional.of(first.etag()), false);
        assertThat(second.version()).isEqualTo(2);
        assertThat(scenarios.find("story").orElseThrow().bytes()).isEqualTo(bytes("two"));
        assertThat(scenarios.ids()).contains("story");
        assertThat(scenarios.delete("story", "c", Optional.of(second.etag()))).isTrue();
        assertThat(scenarios.find("story")).isEmpty();
        assertThat(scenarios.ids()).doesNotContain("story");
        assertThat(scenarios.delete("story", "c", Optional.of(second.etag()))).isFalse();
        StoredScenario again = scenarios.put("story", "d", bytes("three"), NONE, true);
        assertThat(again.version()).isEqualTo(4);
        assertThat(bodies("story")).containsExactly("one", "two", null, "three");
    }

    @Test
    void changesRequireTheCurrentVersion() {
        StoredScenario first = scenarios.put("named", "a", bytes("one"), NONE, true);
        StoredScenario second = scenarios.put("named", "a", bytes("two"), Optional.of("*"), false);
        assertRefused(ProblemType.PRECONDITION_REQUIRED, () -> scenarios.put("named", "a", bytes("x"), NONE, false));
        assertRefused(ProblemType.PRECONDITION_REQUIRED, () -> scenarios.delete("named", "a", NONE));
        assertRefused(ProblemType.STALE, () -> scenarios.put("named", "a", bytes("x"), NONE, true));
        List<String> wrong = List.of(first.etag(), "W/" + second.etag(), second.sha256(), "\"\"", "");
        for (String tag : wrong) {
            assertRefused(ProblemType.STALE, () -> scenarios.put("named", "a", bytes("x"), Optional.of(tag), false));
            assertRefused(ProblemType.STALE, () -> scenarios.delete("named", "a", Optional.of(tag)));
        }
        String several = "\"other\" , " + second.etag();
        assertThat(scenarios
                        .put("named", "a", bytes("three"), Optional.of(several), false)
                        .version())
                .isEqualTo(3);
    }

    @Test
    void absentScenarioHasNoVersion() {
        assertRefused(ProblemType.STALE, () -> scenarios.put("absent", "a", bytes("x"), Optional.of("*"), false));
        assertRefused(ProblemType.PRECONDITION_REQUIRED, () -> scenarios.put("absent", "a", bytes("x"), NONE, false));
        assertThat(scenarios.find("absent")).isEmpty();
    }

    @Test
    void identicalContentCreatesNoNewVersion() {
        StoredScenario first = scenarios.put("same", "a", bytes("one"), NONE, true);
        StoredScenario again = scenarios.put("same", "b", bytes("one"), Optional.of(first.etag()), false);
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(bodies("same")).hasSize(1);
    }

    @Test
    void replacedVersionsAreDeletedAfterTheRetention() {
        Duration retention = Duration.ofDays(30);
        scenarios.put("kept", "a", bytes("one"), NONE, true);
        clock.forward(retention.multipliedBy(2));
        scenarios.put("kept", "a", bytes("two"), Optional.of("*"), false);
        scenarios.put("removed", "a", bytes("one"), NONE, true);
        scenarios.delete("removed", "a", Optional.of("*"));
        clock.forward(retention.minusMillis(1));
        scenarios.sweep(retention);
        assertThat(bodies("kept")).as("replaced less than 30 days ago").containsExactly("one", "two");
        assertThat(bodies("removed")).containsExactly("one", null);
        clock.forward(Duration.ofMillis(2));
        scenarios.sweep(retention);
        assertThat(scenarios.find("kept").orElseThrow().version()).isEqualTo(2);
        assertThat(bodies("removed")).isEmpty();
        assertThat(stored("select count(*) from scenario_version where id = ?", "kept"))
                .isEqualTo(1);
        assertThat(scenarios
                        .put("kept", "a", bytes("three"), Optional.of("*"), false)
                        .version())
                .isEqualTo(3);
        assertThat(scenarios.put("removed", "a", bytes("again"), NONE, true).version())
                .isEqualTo(1);
    }

    /** Each editor reads, appends a line and writes the result, and retries after a conflict. */
    @Tag("thorough")
    @Test
    void concurrentEditsAreNotLost() throws Exception {
        scenarios.put("shared", "start", bytes(""), NONE, true);
        Concurrently.times(EDITORS, editor -> edit("editor" + editor));
        List<String> expected = new ArrayList<>();
        for (int editor = 0; editor < EDITORS; editor++) {
            for (int edit = 0; edit < EDITS; edit++) {
                expected.add("editor" + editor + " " + edit);
            }
        }
        StoredScenario last = scenarios.find("shared").orElseThrow();
        assertThat(text(last.bytes()).lines()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(last.version()).isEqualTo(1 + EDITORS * EDITS);
        List<String> chain = bodies("shared");
        for (int version = 1; version < chain.size(); version++) {
            assertThat(chain.get(version)).as("version %d", version + 1).startsWith(chain.get(version - 1));
        }
    }

    private int edit(String name) {
        for (int edit = 0; edit < EDITS; ) {
            StoredScenario read = scenarios.find("shared").orElseThrow();
            byte[] changed = bytes(text(read.bytes()) + name + " " + edit + "\n");
            try {
                scenarios.put("shared", name, changed, Optional.of(read.etag()), false);
                edit++;
            } catch (ProblemException stale) {
                assertThat(stale.type()).isEqualTo(ProblemType.STALE);
            }
        }
        return EDITS;
    }

    /** The bodies of all versions; asserts that version numbers have no gaps. */
    private List<String> bodies(String id) {
        List<String> bodies = new ArrayList<>();
        store.sql()
                .sql("select version, body from scenario_version where id = ? order by version")
                .param(id)
                .query((row, number) -> {
                    assertThat(row.getInt("version")).isEqualTo(number + 1);
                    byte[] body = row.getBytes("body");
                    return bodies.add(body == null ? null : text(body));
                })
                .list();
        return bodies;
    }

    private static void assertRefused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call).hasFieldOrPropertyWithValue("type", type);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
