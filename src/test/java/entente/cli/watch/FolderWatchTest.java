package entente.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files, and what a restart does. */
class FolderWatchTest {

    @TempDir
    private Path temporary;

    private WatchedFolder watched;

    @BeforeEach
    void open() throws IOException {
        watched = new WatchedFolder(temporary.resolve("in"));
    }

    @AfterEach
    void close() throws IOException {
        watched.close();
    }

    @Test
    void restartRepeatsNothing() throws IOException {
        watched.put("a.json", "good");
        watched.put("b.json", "bad");
        assertThat(watched.settle())
                .containsExactly(
                        "a.json: wrote a.md.", "b.json: 1 problem, see b.json.problems.json, b.json.problems.txt.");
        assertThat(watched.settle()).isEmpty();
        Files.delete(watched.out().resolve("a.md"));
        assertThat(watched.restart()).as("a briefing can be moved away").isEmpty();
        assertThat(watched.watch().refused()).isZero();
    }

    @Test
    void fileWithoutARecordIsDoneAgainWithTheSameBytes() throws IOException {
        Path input = watched.put("a.json", "good");
        watched.settle();
        String before = watched.briefing("a.md");
        Files.delete(new DoneFiles(watched.out().resolve(WatchFolders.RECORDS)).path(input));
        assertThat(watched.restart()).containsExactly("a.json: wrote a.md.");
        assertThat(watched.briefing("a.md")).isEqualTo(before);
        assertThat(WatchedFolder.names(watched.out())).containsExactly("a.md");
    }

    @Test
    void changedFileIsDoneAgainAlsoWithTheSameSizeAndTime() throws IOException {
        Path input = watched.put("a.json", "good");
        watched.settle();
        FileTime time = Files.getLastModifiedTime(input);
        watched.put("a.json", "fine");
        Files.setLastModifiedTime(input, time);
        assertThat(watched.settle()).containsExactly("a.json: wrote a.md.");
        assertThat(watched.briefing("a.md")).endsWith("fine");
    }

    @Test
    void changedRulesMakeAllAnew() throws IOException {
        watched.put("a.json", "good");
        watched.settle();
        watched.setup.set(0, "rules 2");
        assertThat(watched.restart()).containsExactly("a.json: wrote a.md.");
        assertThat(watched.briefing("a.md")).startsWith("[rules 2]");
        assertThat(watched.restart()).isEmpty();
    }

    @Test
    void problemFilesVanishWithTheProblems() throws IOException {
        watched.put("a.json", "bad");
        watched.settle();
        assertThat(watched.folder.resolve("a.json.problems.txt"))
                .hasContent("a.json: 1 problem, no briefing\n  #\n    It is bad. [BAD]");
        watched.put("a.json", "good");
        assertThat(watched.settle()).containsExactly("a.json: wrote a.md.");
        assertThat(WatchedFolder.names(watched.folder)).containsExactly("a.json");
        watched.put("a.json", "bad again");
        watched.settle();
        assertThat(watched.briefing("a.md")).as("the last good one stays").endsWith("good");
    }

    @Test
    void removedInputLeavesItsBriefingButNoProblems() throws IOException {
        Path good = watched.put("a.json", "good");
        Path bad = watched.put("b.json", "bad");
        watched.put("c.json.problems.txt", "of somebody else");
        watched.settle();
        Files.delete(good);
        Files.delete(bad);
        assertThat(watched.settle()).isEmpty();
        assertThat(WatchedFolder.names(watched.folder)).containsExactly("c.json.problems.txt");
        assertThat(WatchedFolder.names(watched.out())).containsExactly("a.md");
        watched.put("b.json", "bad");
        assertThat(watched.settle()).hasSize(1);
    }

    @Test
    void internalErrorOfAFileDoesNotStopTheOthers() throws IOException {
        watched.put("a.json", "broken");
        watched.put("b.json", "good");
        assertThat(watched.settle()).hasSize(2);
        assertThat(watched.folder.resolve("a.json.problems.txt"))
                .content()
                .contains("Internal error, please report it: no such element [INTERNAL_ERROR]");
        assertThat(watched.briefing("b.md")).endsWith("good");
    }

    @Test
    void placeThatCannotBeWrittenIsNamedAndNothingIsLost() throws IOException {
        watched.put("a.json", "good");
        Path obstacle = Files.createDirectories(watched.out().resolve("a.md/full"));
        assertThatThrownBy(watched::settle)
                .isInstanceOfSatisfying(
                        CliException.class, stop -> assertThat(stop.code()).isEqualTo(ExitCode.INPUT_OUTPUT))
                .hasMessageContaining("briefings/a.md cannot be written")
                .hasMessageContaining("Nothing is lost");
        Files.delete(obstacle);
        Files.delete(watched.out().resolve("a.md"));
        assertThat(watched.restart()).containsExactly("a.json: wrote a.md.");
        assertThat(temporary.resolve("in")).isDirectoryNotContaining("glob:**.tmp");
    }
}
