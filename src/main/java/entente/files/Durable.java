package entente.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes that are on the disk when the method returns. */
final class Durable {

    private static final int BUFFER = 1 << 16;

    private Durable() {}

    /** Creates a file; fails if there is one, or a link. */
    static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** Creates a file with a content that may be written in parts. */
    static void write(Path file, AtomicFile.Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
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
