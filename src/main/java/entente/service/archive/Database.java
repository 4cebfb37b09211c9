package entente.service.archive;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.problem.StartupException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The open database; all access goes through {@link #read} and {@link #write}. */
public final class Database implements AutoCloseable {

    /** Time after which no further step of a compaction begins. */
    private static final Duration MAX_COMPACTION = Duration.ofSeconds(2);

    private final HikariDataSource pool;

    @Getter
    private final DurabilityPromise promise;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Optional<Embedded> embedded;
    private volatile Optional<CallerQuota> quota = Optional.empty();
    private final SpaceState space = new SpaceState();
    private final Compaction compaction = new Compaction();
    private final Checkpoint checkpoint = new Checkpoint(this::force);

    /**
     * Additional state of the embedded database.
     *
     * @param forced whether acknowledged entries must survive a power failure
     */
    record Embedded(DatabaseLock lock, DiskReserve reserve, boolean forced) {}

    Database(HikariDataSource pool, DurabilityPromise promise, Optional<Embedded> embedded) {
        this.pool = pool;
        this.promise = promise;
        this.embedded = embedded;
        this.sql = JdbcClient.create(pool);
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Opens the database, creates missing tables and checks its durability.
     *
     * @throws StartupException if it cannot be opened, or could lose acknowledged entries
     */
    public static Database open(DatabaseUrl location, Durability durability) {
        return ArchiveOpening.open(location, durability);
    }

    /** Bounds what each caller stores; without it nothing does. */
    public void limit(CallerQuota perCaller) {
        quota = Optional.of(perCaller);
    }

    /** For metrics and health checks. */
    public DataSource dataSource() {
        return pool;
    }

    /** For queries with several rows; within {@link #read} or {@link #write}. */
    public JdbcClient sql() {
        return sql;
    }

    /**
     * Called before something is stored that callers can store any number of.
     *
     * @throws ProblemException STORAGE_FULL if it exceeds the quota of the caller
     */
    void charge(String caller, long bytes) {
        quota.ifPresent(limited -> limited.charge(caller, bytes));
    }

    /** Runs a statement in the transaction of the caller; returns the number of changed rows. */
    public int update(String statement, @Nullable Object... values) {
        return sql.sql(statement).params(Arrays.asList(values)).update();
    }

    /** The row that a query selects. */
    public <T> Optional<T> find(RowMapper<T> mapper, String query, Object... values) {
        return read(() -> sql.sql(query).params(values).query(mapper).optional());
    }

    /** The rows that a query selects. */
    public <T> List<T> list(RowMapper<T> mapper, String query, Object... values) {
        return read(() -> sql.sql(query).params(values).query(mapper).list());
    }

    /** Whether a query selects a row. */
    public boolean exists(String query, Object... values) {
        return find((row, number) -> true, query, values).isPresent();
    }

    public <T> T read(Supplier<T> reading) {
        Supplier<T> guarded = () -> guarded(reading);
        return embedded.isPresent() ? embedded.get().lock().shared(guarded) : guarded.get();
    }

    /** Runs in a transaction, or in that of the caller. A new transaction is durable when this returns. */
    public <T> T write(Supplier<T> writing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return guarded(writing);
        }
        T result = commit(DiskReserve.RESERVE, writing);
        // A change of no row needs no space.
        if (!Integer.valueOf(0).equals(result)) {
            space.failed(false);
        }
        return result;
    }

    /** Like {@link #write}, for deletions, which may use part of the disk reserve. */
    public <T> T delete(Supplier<T> deleting) {
        return commit(DiskReserve.DELETION_RESERVE, deleting);
    }

    private <T> T commit(long reserve, Supplier<T> writing) {
        updateFreeSpace();
        embedded.ifPresent(it -> it.reserve().require(reserve));
        Supplier<T> guarded = () -> guarded(() -> transaction.execute(status -> writing.get()));
        T result = embedded.isPresent() ? embedded.get().lock().exclusive(guarded) : guarded.get();
        awaitDurable();
        return result;
    }

    private void updateFreeSpace() {
        embedded.ifPresent(it -> space.low(!it.reserve().has(DiskReserve.RESERVE)));
    }

    /**
     * Whether writes are accepted as far as known: the embedded database has its disk reserve, and the last write did
     * not fail for lack of space.
     */
    public boolean writable() {
        updateFreeSpace();
        return !space.full();
    }

    /**
     * Frees space of replaced and deleted rows in the file of the embedded database, in steps between which those who
     * wait have their turn. Does nothing if the disk is too full for the necessary copies, and for PostgreSQL, which
     * does this itself.
     */
    public void compact() {
        long end = System.nanoTime() + MAX_COMPACTION.toNanos();
        boolean unfinished = true;
        while (unfinished && System.nanoTime() < end) {
            unfinished = embedded.filter(it -> it.reserve().has(DiskReserve.DELETION_RESERVE))
                    .map(it -> it.lock().exclusive(() -> guarded(() -> compaction.step(pool))))
                    .orElse(false);
        }
    }

    /**
     * Inserts a row, or changes its key; false if the key exists, and then nothing has changed. In the transaction of a caller, a savepoint
     * keeps that usable: PostgreSQL refuses every statement after one that failed.
     */
    public boolean insert(Supplier<Integer> inserting) {
        try {
            write(() -> savepoint.execute(status -> {
                try {
                    return inserting.get();
                } catch (DataAccessException failed) {
                    throw RowConflictException.or(failed);
                }
            }));
            return true;
        } catch (RowConflictException byAnother) {
            return false;
        }
    }

    /** Waits until all commits so far are durable. */
    void awaitDurable() {
        if (embedded.isPresent() && embedded.get().forced()) {
            checkpoint.await();
        }
    }

    private void force() {
        embedded.ifPresent(it -> it.lock().exclusive(() -> guarded(() -> update("checkpoint sync"))));
    }

    private <T> T guarded(Supplier<T> doing) {
        try {
            return doing.get();
        } catch (DataAccessException | TransactionException failed) {
            RuntimeException first = first(failed);
            DatabaseFault fault = DatabaseFault.of(first);
            boolean connected = !(failed instanceof CannotGetJdbcConnectionException
                    || failed instanceof CannotCreateTransactionException);
            if (connected && (fault == DatabaseFault.FULL || fault == DatabaseFault.UNREACHABLE)) {
                // All connections are affected: H2 closes its database for all of them when a write fails.
                HikariPoolMXBean connections = pool.getHikariPoolMXBean();
                connections.softEvictConnections();
            }
            if (fault == DatabaseFault.FULL) {
                space.failed(true);
            }
            throw refusal(fault, first);
        }
    }

    /** The original exception if the rollback failed as well, of the transaction or also of a savepoint. */
    static RuntimeException first(RuntimeException failed) {
        return failed instanceof TransactionSystemException both
                        && both.getOriginalException() instanceof RuntimeException original
                ? first(original)
                : failed;
    }

    private static RuntimeException refusal(DatabaseFault fault, RuntimeException failed) {
        return switch (fault) {
            case FULL -> DiskReserve.full();
            case UNREACHABLE -> unavailable();
            case CONFLICT, DUPLICATE ->
                ProblemException.withRetryAfter(
                        ProblemType.ARCHIVE_UNAVAILABLE,
                        "A concurrent change in the archive prevented this one, which was not stored.",
                        seconds());
            case OTHER -> failed;
        };
    }

    static ProblemException unavailable() {
        return ProblemException.withRetryAfter(
                ProblemType.ARCHIVE_UNAVAILABLE, "The archive is currently unavailable.", seconds());
    }

    /** Random, so that clients do not retry at the same time. */
    private static int seconds() {
        return ThreadLocalRandom.current().nextInt(1, 6);
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Forces commits to the disk; concurrent callers share one forced write. */
    @RequiredArgsConstructor
    static final class Checkpoint {

        private final Runnable force;
        private final AtomicLong requested = new AtomicLong();
        private final Object lock = new Object();
        private long completed;

        /** Returns when everything that was committed before the call is on the disk. */
        void await() {
            long mine = requested.incrementAndGet();
            synchronized (lock) {
                if (completed >= mine) {
                    return;
                }
                long covered = requested.get();
                force.run();
                completed = covered;
            }
        }
    }

    /** Whether the archive is full. Logs one line when it becomes full and one when it accepts writes again. */
    static final class SpaceState {

        private static final Logger LOG = LoggerFactory.getLogger("entente.archive");

        private boolean low;
        private boolean failed;

        /** Records whether the free space of the disk is below the reserve. */
        synchronized void low(boolean now) {
            change(now, failed);
        }

        /** Records whether the last write failed for lack of space. */
        synchronized void failed(boolean now) {
            change(low, now);
        }

        synchronized boolean full() {
            return low || failed;
        }

        private void change(boolean nowLow, boolean nowFailed) {
            boolean before = full();
            low = nowLow;
            failed = nowFailed;
            if (full() && !before) {
                LOG.warn(
                        "The archive is full: writes are refused with status 507 until there is free space; reads continue.");
            } else if (before && !full()) {
                LOG.info("The archive has free space again and accepts writes.");
            }
        }
    }

    /**
     * Read-write lock of the embedded database. A failing write closes H2 for all connections, and a thread that is in H2
     * at that time can block forever.
     */
    @RequiredArgsConstructor
    static final class DatabaseLock {

        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
        private final long timeoutMillis;

        /** Runs while no other thread writes. */
        <T> T shared(Supplier<T> reading) {
            return lock.isWriteLockedByCurrentThread() ? reading.get() : withLock(lock.readLock(), reading);
        }

        /** Runs while no other thread reads or writes. */
        <T> T exclusive(Supplier<T> writing) {
            return withLock(lock.writeLock(), writing);
        }

        private <T> T withLock(Lock part, Supplier<T> access) {
            boolean locked;
            try {
                locked = part.tryLock(timeoutMillis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                locked = false;
            }
            if (!locked) {
                throw Database.unavailable();
            }
            try {
                return access.get();
            } finally {
                part.unlock();
            }
        }
    }

    /**
     * The durability of entries that a store has acknowledged.
     *
     * @param store the product and its version
     * @param survives a sentence
     * @param settings of the store that determine it
     */
    public record DurabilityPromise(String store, String survives, Map<String, String> settings) {}
}
