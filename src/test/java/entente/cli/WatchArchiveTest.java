package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A watched folder whose briefings become editions. */
class WatchArchiveTest {

    private static final String CHILD = """
            {"schemaVersion": "1", "id": "child", "title": "A child", "extends": "status-quo-2025",
             "readings": {"prc_export_share_us_pct": {"value": %d}}}
            """;

    @TempDir
    private Path temporary;

    private Path folder;
    private Path archive;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(temporary.resolve("in"));
        archive = temporary.resolve("archive");
    }

    private Invocation watch() {
        return Invocation.of("watch", folder, "--once", "--interval", "0.1", "--archive", archive);
    }

    @Test
    void changeBecomesAnEditionAndARestartNone() throws IOException {
        Files.writeString(folder.resolve("a.json"), CHILD.formatted(20));
        assertThat(watch()).isEqualTo(new Invocation(0, "a.json: published edition child/1.\n", ""));
        assertThat(watch().out()).isEmpty();
        Files.writeString(folder.resolve("a.json"), CHILD.formatted(1));
        assertThat(watch().out()).isEqualTo("a.json: published edition child/2.\n");
        assertThat(archive.resolve("child/2")).isDirectoryContaining("glob:**.md");
        assertThat(folder.resolve("briefings")).isDirectoryNotContaining("glob:**.md");
    }

    @Test
    void lostRecordPublishesNothingTwice() throws IOException {
        Files.writeString(folder.resolve("a.json"), CHILD.formatted(20));
        watch();
        Folders.delete(folder.resolve("briefings"));
        assertThat(watch().out()).isEqualTo("a.json: nothing has changed since the last edition.\n");
        assertThat(archive.resolve("child/2")).doesNotExist();
    }

    @Test
    void scenarioOfAnEarlierDateIsAProblemOfTheFile() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                CHILD.formatted(20).replace("\"title\"", "\"asOf\": \"2025-12-30\", \"title\""));
        watch();
        Files.writeString(
                folder.resolve("b.json"),
                CHILD.formatted(20).replace("\"title\"", "\"asOf\": \"2025-12-29\", \"title\""));
        assertThat(watch().code()).isEqualTo(1);
        assertThat(folder.resolve("b.json.problems.txt")).content().contains("earlier date", "[EDITION]");
    }
}
