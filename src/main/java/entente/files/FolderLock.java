package entente.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** Admits one writer at a time to a folder, among the threads of this process and all other processes. */
public final class FolderLock {

    /** A file lock excludes other processes only. */
    private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private FolderLock() {}

    /**
     * Waits for the lock; it is held until the result is closed, by the same thread.
     *
     * @param folder an existing folder
     * @throws IOException if the file {@code .lock} in it cannot be created
     */
    public static Closeable of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(real, path -> new ReentrantLock());
        inProcess.lock();
        try {
            FileChannel channel =
                    FileChannel.open(real.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return () -> {
                try {
                    channel.close();
                } finally {
                    inProcess.unlock();
                }
            };
        } catch (IOException | RuntimeException cannot) {
            inProcess.unlock();
            throw cannot;
        }
    }
}
