package entente.cli.watch;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.document.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Excludes other watchers, in this process or another, until it is closed or the process ends. */
final class WatchLock implements AutoCloseable {

    /** Longer than any path. */
    private static final int MAX_BYTES = 1 << 14;

    private final FileChannel channel;

    private WatchLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param file that is locked; created if missing
     * @param folder that the user knows
     * @param use what the folder is used for; another use than before is refused
     */
    static WatchLock of(Path file, Path folder, String use) {
        String name = Text.printable(folder.toString());
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new CliException(ExitCode.IN_USE, name + " is in use by another watcher.");
            }
            String before = read(channel);
            if (before.isEmpty()) {
                channel.write(ByteBuffer.wrap(use.getBytes(StandardCharsets.UTF_8)), 0);
            } else if (!before.equals(use)) {
                channel.close();
                throw CliException.usage(name + " has the briefings of another watched folder, "
                        + Text.printable(before) + "; name another folder with --out.");
            }
            return new WatchLock(channel);
        } catch (IOException cannot) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, Text.printable(file.toString()) + " cannot be written or locked.");
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MAX_BYTES, channel.size()));
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
