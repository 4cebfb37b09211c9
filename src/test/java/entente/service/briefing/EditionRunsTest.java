package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.track.EditionId;
import entente.briefing.BriefingMedium;
import entente.briefing.EditionArchive;
import entente.scenario.FolderScenarioSource;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.archive.StoredScenarios;
import entente.service.briefing.ScheduleRuns.EditionRuns;
import entente.service.briefing.ScheduleRuns.EditionRuns.ScheduleScenarios;
import entente.service.briefing.ScheduleRuns.Outcome;
import entente.service.briefing.ScheduleRuns.RunState;
import entente.service.briefing.ScheduleTable.Definition;
import entente.service.briefing.ScheduleTable.Schedule;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run publishes, and that it publishes it once. */
class EditionRunsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T05:00:00.123Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T05:00:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private EditionArchive archive;
    private EditionRuns runs;

    @BeforeEach
    void open() throws IOException {
        Path scenarios = Files.createDirectories(folder.resolve("scenarios/desk"));
        for (String id : List.of("baseline-2018", "taiwan-war")) {
            Files.copy(Shipped.SCENARIOS.resolve(id + ".json"), scenarios.resolve(id + ".json"));
        }
        Files.createSymbolicLink(folder.resolve("scenarios/elsewhere"), Shipped.SCENARIOS.toAbsolutePath());
        database = Database.open(TestDatabase.h2(), Durability.PROCESS);
        archive = new EditionArchive(folder.resolve("editions"));
        runs = new EditionRuns(
                archive,
                new ScheduleScenarios(folder.resolve("scenarios"), new StoredScenarios(database, new TestClock())),
                new ActiveRuleBook(new RuleBookSnapshot(
                        Shipped.BOOK, Shipped.rival(), new FolderScenarioSource(List.of(Shipped.SCENARIOS)))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID schedule = UUID.randomUUID();

    private Outcome run(String scenario, boolean ifChanged, Instant started) {
        Definition definition = new Definition(
                "Morning",
                scenario,
                "0 6 * * *",
                "UTC",
                List.of(BriefingMedium.MD),
                List.of("mailto:anna@example.org"),
                ifChanged);
        return runs.publish(new Schedule(schedule, 1, "anna", definition, MONDAY), started, started);
    }

    @Test
    void aRunThatIsTakenOverFindsItsEdition() throws IOException {
        assertThat(run("baseline-2018", false, MONDAY).editions()).containsExactly("baseline-2018/1");
        assertThat(run("baseline-2018", false, MONDAY).editions()).containsExactly("baseline-2018/1");
        assertThat(run("baseline-2018", false, TUESDAY).editions()).containsExactly("baseline-2018/2");
        schedule = UUID.randomUUID();
        assertThat(run("baseline-2018", false, TUESDAY).editions())
                .as("of another schedule")
                .containsExactly("baseline-2018/3");
        assertThat(archive.editions("baseline-2018")).hasSize(3);
    }

    @Test
    void nothingIsPublishedWithoutAChange() {
        assertThat(run("baseline-2018", true, MONDAY).state()).isEqualTo(RunState.PUBLISHED);
        Outcome second = run("baseline-2018", true, TUESDAY);
        assertThat(second.state()).isEqualTo(RunState.UNCHANGED);
        assertThat(second.editions()).isEmpty();
    }

    @Test
    @Tag("thorough")
    void anEditionForEachScenarioOfAFolder() throws IOException {
        assertThat(run("desk", false, MONDAY).editions()).containsExactly("baseline-2018/1", "taiwan-war/1");
        assertThat(archive.media(new EditionId("taiwan-war", 1)))
                .containsExactlyInAnyOrder(BriefingMedium.MD, BriefingMedium.JSON, BriefingMedium.PDF);
        assertThat(run("desk/taiwan-war.json", false, TUESDAY).editions()).containsExactly("taiwan-war/2");
    }

    @Test
    void oneInvalidScenarioOfAFolderDoesNotStopTheOthers() throws IOException {
        Files.delete(folder.resolve("scenarios/desk/taiwan-war.json"));
        Files.writeString(folder.resolve("scenarios/desk/broken.json"), "{");
        Outcome partly = run("desk", false, TUESDAY);
        assertThat(partly.state()).isEqualTo(RunState.FAILED);
        assertThat(partly.editions()).containsExactly("baseline-2018/1");
    }

    @Test
    void aFaultOfTheFolderIsTemporaryAndADamagedEditionIsNot() throws IOException {
        Path inTheWay = Files.createFile(
                Files.createDirectories(folder.resolve("editions")).resolve("baseline-2018"));
        Outcome failed = run("baseline-2018", false, MONDAY);
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.temporary()).isTrue();
        Files.delete(inTheWay);
        assertThat(run("baseline-2018", false, MONDAY).editions()).containsExactly("baseline-2018/1");
        Files.writeString(folder.resolve("editions/baseline-2018/1/edition.json"), "{");
        Outcome damaged = run("baseline-2018", false, TUESDAY);
        assertThat(damaged.state()).isEqualTo(RunState.FAILED);
        assertThat(damaged.temporary()).isFalse();
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() {
        for (String name : List.of(
                "..",
                "desk/..",
                "desk/../..",
                "/etc",
                "elsewhere",
                "elsewhere/taiwan-war.json",
                "no-such",
                ".hidden",
                "desk//taiwan-war.json",
                "~",
                "")) {
            assertThat(run(name, false, MONDAY).state()).as(name).isEqualTo(RunState.FAILED);
        }
    }
}
