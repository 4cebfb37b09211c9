package entente.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
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
            FileChannel channel = open(real);
            channel.lock();
            return held(channel, inProcess);
        } catch (IOException | RuntimeException cannot) {
            inProcess.unlock();
            throw cannot;
        }
    }

    /**
     * Takes the lock without waiting; empty if another writer has it.
     *
     * @throws IOException as {@link #of}
     */
    public static Optional<Closeable> tryOf(Path folder) throws IOException {
        Path real = folder.toRealPath();
        ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(real, path -> new ReentrantLock());
        // A thread that holds the lock already is another writer, too.
        if (inProcess.isHeldByCurrentThread() || !inProcess.tryLock()) {
            return Optional.empty();
        }
        try {
            FileChannel channel = open(real);
            if (channel.tryLock() != null) {
                return Optional.of(held(channel, inProcess));
            }
            channel.close();
            inProcess.unlock();
            return Optional.empty();
        } catch (IOException | RuntimeException cannot) {
            inProcess.unlock();
            throw cannot;
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Closeable held(FileChannel channel, ReentrantLock inProcess) {
        return () -> {
            try {
                channel.close();
            } finally {
                inProcess.unlock();
            }
        };
    }
}
