package entente.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in folders in which others may write. */
class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void linkInPlaceOfTheTemporaryFileIsNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "kept");
        Path file = Files.createDirectory(folder.resolve("in")).resolve("a.txt");
        UUID name = UUID.nameUUIDFromBytes(file.toUri().toString().getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(
                file.resolveSibling(
                        ".entente-" + name + "." + ProcessHandle.current().pid() + ".tmp"),
                outside);
        AtomicFile.write(file, "new".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("new");
        assertThat(outside).hasContent("kept");
        assertThat(folder.resolve("in")).isDirectoryNotContaining("glob:**.tmp");
    }
}
