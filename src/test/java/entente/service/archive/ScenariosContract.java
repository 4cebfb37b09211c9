package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Stored scenarios: versions, preconditions and concurrent edits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class ScenariosContract {

    private static final int EDITORS = 8;
    private static final int EDITS = Integer.getInteger("entente.edits", EDITORS * 25) / EDITORS;
    private static final Optional<String> NONE = Optional.empty();

    private final TestClock clock = new TestClock();
    private Database store;
    private StoredScenarios scenarios;

    abstract DatabaseUrl databaseUrl();

    @BeforeAll
    void open() {
        store = Database.open(databaseUrl(), Durability.PROCESS);
        scenarios = new StoredScenarios(store, clock);
    }

    @AfterAll
    void close() {
        store.close();
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
        assertThat(rows("kept")).isEqualTo(1);
        assertThat(rows("removed")).isZero();
        assertThat(scenarios
                        .put("kept", "a", bytes("three"), Optional.of("*"), false)
                        .version())
                .isEqualTo(3);
        assertThat(scenarios.put("removed", "a", bytes("again"), NONE, true).version())
                .isEqualTo(1);
    }

    private int rows(String id) {
        return store.sql()
                .sql("select count(*) from scenario_version where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Each editor reads, appends a line and writes the result, and retries after a conflict. */
    @Tag("thorough")
    @Test
    void concurrentEditsAreNotLost() throws Exception {
        scenarios.put("shared", "start", bytes(""), NONE, true);
        List<Callable<Integer>> editors = new ArrayList<>();
        for (int editor = 0; editor < EDITORS; editor++) {
            String name = "editor" + editor;
            editors.add(() -> edit(name));
        }
        List<Integer> refusals = Concurrently.run(editors);
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
        assertThat(refusals).allSatisfy(count -> assertThat(count).isNotNegative());
    }

    private int edit(String name) {
        int refused = 0;
        for (int edit = 0; edit < EDITS; ) {
            StoredScenario read = scenarios.find("shared").orElseThrow();
            byte[] changed = bytes(text(read.bytes()) + name + " " + edit + "\n");
            try {
                scenarios.put("shared", name, changed, Optional.of(read.etag()), false);
                edit++;
            } catch (ProblemException stale) {
                assertThat(stale.type()).isEqualTo(ProblemType.STALE);
                refused++;
            }
        }
        return refused;
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
