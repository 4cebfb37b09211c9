package entente.service.archive;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.problem.StartupException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The open database: everything in this package goes through {@link #read} and {@link #write}. */
public final class Database implements AutoCloseable {

    private final HikariDataSource pool;
    private final DurabilityPromise promise;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Optional<Embedded> embedded;
    private final SpaceState space = new SpaceState();
    private final Compaction compaction = new Compaction();

    /**
     * What the embedded database needs beside a connection.
     *
     * @param checkpoint where an acknowledged entry outlives a loss of power
     */
    record Embedded(DatabaseLock lock, DiskReserve reserve, Optional<Checkpoint> checkpoint) {}

    Database(HikariDataSource pool, DurabilityPromise promise, Optional<Embedded> embedded) {
        this.pool = pool;
        this.promise = promise;
        this.embedded = embedded;
        this.sql = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /**
     * Opens the database, makes its tables where they are missing, and checks that it keeps what it acknowledges.
     *
     * @throws StartupException 69 not reachable, 73 the folder cannot be made, 74 damaged or unreadable, 75 held by another
     *     process, 78 a setting that would lose acknowledged entries
     */
    public static Database open(DatabaseUrl place, Durability durability) {
        return ArchiveOpening.open(place, durability);
    }

    /** What it promises about an acknowledged entry. */
    public DurabilityPromise promise() {
        return promise;
    }

    /** For measuring and for a look at its health. */
    public DataSource dataSource() {
        return pool;
    }

    JdbcClient sql() {
        return sql;
    }

    <T> T read(Supplier<T> reading) {
        Supplier<T> guarded = () -> guarded(reading);
        return embedded.isPresent() ? embedded.get().lock().shared(guarded) : guarded.get();
    }

    /** In one transaction, or in the one that the caller is in. Acknowledged when it returns, unless in the caller's. */
    <T> T write(Supplier<T> writing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return guarded(writing);
        }
        updateFreeSpace();
        embedded.ifPresent(it -> it.reserve().requireSpace());
        T result = commit(writing);
        // A change of no row needs no space.
        if (!Integer.valueOf(0).equals(result)) {
            space.failed(false);
        }
        return result;
    }

    /** As {@link #write} for what frees space, which is possible for a while when nothing else can be written. */
    <T> T delete(Supplier<T> deleting) {
        updateFreeSpace();
        embedded.ifPresent(it -> it.reserve().requireSpaceForDeletion());
        return commit(deleting);
    }

    private <T> T commit(Supplier<T> writing) {
        Supplier<T> guarded = () -> guarded(() -> transaction.execute(status -> writing.get()));
        T result = embedded.isPresent() ? embedded.get().lock().exclusive(guarded) : guarded.get();
        awaitDurable();
        return result;
    }

    private void updateFreeSpace() {
        embedded.ifPresent(it -> space.low(it.reserve().isLow()));
    }

    /**
     * Whether writes are accepted, as far as is known: the embedded database has its reserve of free space, and the last
     * write to either store did not fail for lack of it.
     */
    public boolean writable() {
        updateFreeSpace();
        return !space.full();
    }

    /**
     * Gives back some of the space of replaced and deleted rows in the file of the embedded database; other callers wait
     * meanwhile, usually less than a second. Does nothing where the disk is too full for the copies that it takes, and
     * for a PostgreSQL, which does that itself.
     */
    public void compact() {
        embedded.filter(it -> it.reserve().hasSpaceForDeletion())
                .ifPresent(it -> it.lock()
                        .exclusive(() -> guarded(() -> {
                            compaction.run(pool);
                            return true;
                        })));
    }

    /**
     * Inserts a row in a transaction of its own, unless its key is taken.
     *
     * @return whether it did
     */
    boolean insert(Supplier<Integer> inserting) {
        try {
            write(() -> {
                try {
                    return inserting.get();
                } catch (DataAccessException failed) {
                    throw RowConflictException.or(failed);
                }
            });
            return true;
        } catch (RowConflictException byAnother) {
            return false;
        }
    }

    /** Returns when what others have committed is as safe as what {@link #write} acknowledges. */
    void awaitDurable() {
        embedded.flatMap(Embedded::checkpoint).ifPresent(Checkpoint::await);
    }

    /** Forces to the disk what is committed. */
    static Checkpoint checkpoint(HikariDataSource pool, DatabaseLock turns) {
        JdbcClient sql = JdbcClient.create(pool);
        return new Checkpoint(() ->
                turns.exclusive(() -> guarded(pool, () -> sql.sql("checkpoint sync").update())));
    }

    private <T> T guarded(Supplier<T> doing) {
        try {
            return guarded(pool, doing);
        } catch (ProblemException refusal) {
            if (refusal.type() == ProblemType.STORAGE_FULL) {
                space.failed(true);
            }
            throw refusal;
        }
    }

    private static <T> T guarded(HikariDataSource pool, Supplier<T> doing) {
        try {
            return doing.get();
        } catch (DataAccessException | TransactionException failed) {
            RuntimeException first = first(failed);
            DatabaseFault fault = DatabaseFault.of(first);
            boolean connected = !(failed instanceof CannotGetJdbcConnectionException
                    || failed instanceof CannotCreateTransactionException);
            if (connected && (fault == DatabaseFault.FULL || fault == DatabaseFault.UNREACHABLE)) {
                // One broken connection means that all are: H2 closes its database for everybody when a write fails.
                HikariPoolMXBean connections = pool.getHikariPoolMXBean();
                connections.softEvictConnections();
            }
            throw refusal(fault, first);
        }
    }

    /** Where taking back failed as well, what went wrong before. */
    static RuntimeException first(RuntimeException failed) {
        return failed instanceof TransactionSystemException both
                        && both.getOriginalException() instanceof RuntimeException original
                ? original
                : failed;
    }

    private static RuntimeException refusal(DatabaseFault fault, RuntimeException failed) {
        return switch (fault) {
            case FULL -> DiskReserve.full();
            case UNREACHABLE -> unavailable();
            case CONFLICT, DUPLICATE ->
                ProblemException.withRetryAfter(
                        ProblemType.ARCHIVE_UNAVAILABLE,
                        "Others were changing the same in the archive. Nothing was kept.",
                        seconds());
            case OTHER -> failed;
        };
    }

    static ProblemException unavailable() {
        return ProblemException.withRetryAfter(
                ProblemType.ARCHIVE_UNAVAILABLE, "The archive cannot be reached at the moment.", seconds());
    }

    /** Spread, so that callers who were refused together do not come back together. */
    private static int seconds() {
        return ThreadLocalRandom.current().nextInt(1, 6);
    }

    @Override
    public void close() {
        pool.close();
    }
}
