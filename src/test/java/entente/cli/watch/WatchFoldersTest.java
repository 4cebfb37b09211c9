package entente.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use the folders, and what they are cleaned of. */
class WatchFoldersTest {

    @TempDir
    private Path temporary;

    private Path watched;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        watched = Files.createDirectory(temporary.resolve("in"));
        out = temporary.resolve("out");
    }

    @Test
    void secondWatcherIsRefused() throws IOException {
        try (WatchFolders first = WatchFolders.open(watched, out)) {
            assertThat(first.watched()).isEqualTo(watched);
            assertRefused(watched, out, ExitCode.IN_USE, "in is in use by another watcher");
            assertRefused(watched, temporary.resolve("elsewhere"), ExitCode.IN_USE, "in is in use by another watcher");
        }
        WatchFolders.open(watched, out).close();
    }

    @Test
    void briefingsOfAnotherFolderAreNotOverwritten() throws IOException {
        WatchFolders.open(watched, out).close();
        Path other = Files.createDirectory(temporary.resolve("other"));
        assertRefused(other, out, ExitCode.USAGE, "out has the briefings of another watched folder, ../in");
        assertRefused(watched, watched, ExitCode.USAGE, "another folder than the watched one");
        assertRefused(temporary.resolve("none"), out, ExitCode.NO_INPUT, "there is no folder");
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertRefused(watched, file, ExitCode.CANNOT_CREATE, "briefings cannot be written to");
    }

    @Test
    void unfinishedFilesOfKilledProcessesAreRemoved() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path records = Files.createDirectories(out.resolve(WatchFolders.RECORDS));
        String name = ".entente-01234567-89ab-cdef-0123-456789abcdef.";
        for (Path folder : new Path[] {watched, out, records}) {
            Files.writeString(folder.resolve(name + ended.pid() + ".tmp"), "half");
            Files.writeString(folder.resolve(name + ProcessHandle.current().pid() + ".tmp"), "half");
        }
        Path living = Files.writeString(out.resolve(name + "1.tmp"), "of a process that runs");
        Path foreign = Files.writeString(watched.resolve(".mine.tmp"), "of somebody else");
        WatchFolders.open(watched, out).close();
        assertThat(watched).isDirectoryNotContaining(file -> file.toString().contains(name));
        assertThat(records).isDirectoryNotContaining(file -> file.toString().contains(name));
        assertThat(foreign).exists();
        assertThat(out).isDirectoryContaining(living::equals);
        try (var files = Files.list(out)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).containsExactly(living);
        }
    }

    private static void assertRefused(Path watched, Path out, ExitCode code, String message) {
        assertThatThrownBy(() -> WatchFolders.open(watched, out))
                .isInstanceOfSatisfying(
                        CliException.class, stop -> assertThat(stop.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
