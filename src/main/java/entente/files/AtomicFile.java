package entente.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader sees the old content or the new one, never a part; also if the machine stops in between. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Replaces the file, through a temporary file beside it. */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        // Not by Files.createTempFile, whose files only their owner reads.
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Durable.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durable.forceFolder(target.resolveSibling(""));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
