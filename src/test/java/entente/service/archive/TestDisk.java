package entente.service.archive;

import entente.testkit.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * An H2 file system that becomes full after a given number of writes and counts disk syncs. Its paths start with
 * "test:".
 */
public final class TestDisk extends FilePathWrapper {

    /** Tests on this disk share it, so they run one after another. */
    static final String SCHEME = "test";

    private static final int UNLIMITED = Integer.MAX_VALUE;
    static final AtomicInteger FORCED = new AtomicInteger();
    private static final AtomicInteger WRITES_LEFT = new AtomicInteger(UNLIMITED);

    /** Called by H2 for each file that it opens. */
    public TestDisk() {}

    private static void register() {
        FilePath.register(new TestDisk());
    }

    /** An embedded archive in a new folder on this disk. */
    static DatabaseUrl databaseUrl() {
        register();
        Path folder = TestDatabase.folder();
        return DatabaseUrl.embedded(SCHEME + ":" + folder.toAbsolutePath().resolve("entente"), folder);
    }

    static void fullAfter(int writes) {
        WRITES_LEFT.set(writes);
    }

    static void freeSpace() {
        WRITES_LEFT.set(UNLIMITED);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new File(super.open(mode));
    }

    private static void write() throws IOException {
        int left = WRITES_LEFT.getAndUpdate(writes -> writes == UNLIMITED ? UNLIMITED : Math.max(0, writes - 1));
        if (left == 0) {
            throw new IOException("No space left on device");
        }
    }

    /** A file on this disk. */
    private static final class File extends FileBaseDefault {

        private final FileChannel file;

        File(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            TestDisk.write();
            return file.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
            FORCED.incrementAndGet();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
