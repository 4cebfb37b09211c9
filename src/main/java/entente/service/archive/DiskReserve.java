package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room on the disk of the embedded database. Writing ends while there is some left: a database that meets the very end of
 * the disk closes itself, and what is kept could not even be read.
 */
final class DiskReserve {

    /** Bytes that stay free; more than all connections together write at once. */
    static final long RESERVE = 32L << 20;

    private final Disk disk;

    /** How many bytes are left. */
    interface Disk {
        long usableBytes() throws IOException;
    }

    DiskReserve(Disk disk) {
        this.disk = disk;
    }

    static DiskReserve on(Path folder) {
        return new DiskReserve(() -> Files.getFileStore(folder).getUsableSpace());
    }

    /**
     * @throws ProblemException when only the reserve is left
     */
    void requireSpace() {
        if (isLow()) {
            throw full();
        }
    }

    /**
     * As {@link #requireSpace} for a write that frees space: it may use half of the reserve.
     *
     * @throws ProblemException when less is left
     */
    void requireSpaceForDeletion() {
        if (!hasSpaceForDeletion()) {
            throw full();
        }
    }

    /** Whether at least half of the reserve is left. */
    boolean hasSpaceForDeletion() {
        return !isBelow(RESERVE / 2);
    }

    /** Whether only the reserve is left. */
    boolean isLow() {
        return isBelow(RESERVE);
    }

    private boolean isBelow(long bytes) {
        try {
            return disk.usableBytes() < bytes;
        } catch (IOException unknown) {
            // The write itself will find out.
            return false;
        }
    }

    static ProblemException full() {
        return ProblemException.of(ProblemType.STORAGE_FULL, "There is no room left in the archive. Nothing was kept.");
    }
}
