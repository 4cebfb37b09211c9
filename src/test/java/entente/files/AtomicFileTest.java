package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Concurrently;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in folders in which others may write. */
class AtomicFileTest {

    @TempDir
    private Path folder;

    /** As processes on several machines that write to a shared folder. */
    @Test
    void writersOfTheSameFileDoNotDisturbEachOther() throws Exception {
        Path file = folder.resolve("a.txt");
        byte[] content = "same".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Callable<Void> writer = () -> {
            for (int n = 0; n < 100; n++) {
                AtomicFile.write(file, content);
            }
            return null;
        };
        Concurrently.run(List.of(writer, writer));
        assertThat(file).hasBinaryContent(content);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void temporaryFilesOfProcessesThatEndedAreDeleted() throws IOException {
        Path kept = Files.writeString(folder.resolve("a.txt"), "kept");
        String name = ".entente-01234567-89ab-cdef-0123-456789abcdef.";
        Path own =
                Files.writeString(folder.resolve(name + ProcessHandle.current().pid() + ".tmp"), "");
        Path running = Files.writeString(
                folder.resolve(name
                        + ProcessHandle.allProcesses()
                                .mapToLong(ProcessHandle::pid)
                                .filter(pid -> pid != ProcessHandle.current().pid())
                                .findFirst()
                                .orElseThrow()
                        + ".tmp"),
                "");
        AtomicFile.deleteAbandoned(folder);
        assertThat(own).doesNotExist();
        assertThat(running).exists();
        assertThat(kept).exists();
    }
}
