package entente.files;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes that are on the disk when the method returns. */
final class Durable {

    private Durable() {}

    /** Creates a file; fails if there is one, or a link. */
    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            Channels.newOutputStream(channel).write(content);
            channel.force(true);
        }
    }

    /** Makes the names in a folder durable. Windows cannot open a folder, and does not need it. */
    static void forceFolder(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
