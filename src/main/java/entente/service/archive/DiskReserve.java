package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lombok.RequiredArgsConstructor;

/**
 * Reserve of disk space for the embedded database. Writes stop while some space is left: on a full disk, H2 closes the
 * database, which then cannot be read either.
 */
@RequiredArgsConstructor
final class DiskReserve {

    /** Bytes that remain free; more than all connections write at once. */
    static final long RESERVE = 32L << 20;

    /** Bytes that remain free after deletions, which copy pages before they free any. */
    static final long DELETION_RESERVE = RESERVE / 2;

    private final Disk disk;

    /** Free space of a disk. */
    interface Disk {
        long usableBytes() throws IOException;
    }

    static DiskReserve on(Path folder) {
        return new DiskReserve(() -> Files.getFileStore(folder).getUsableSpace());
    }

    /** @throws ProblemException if fewer bytes are left */
    void require(long bytes) {
        if (!has(bytes)) {
            throw full();
        }
    }

    boolean has(long bytes) {
        try {
            return disk.usableBytes() >= bytes;
        } catch (IOException unknown) {
            // The write will fail if there is no space.
            return true;
        }
    }

    static ProblemException full() {
        return ProblemException.of(
                ProblemType.STORAGE_FULL, "There is no space left in the archive. What did not fit was not stored.");
    }
}
