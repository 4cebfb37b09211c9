package entente.service.archive;

import static entente.service.problem.StartupException.CANNOT_CREATE;
import static entente.service.problem.StartupException.INPUT_OUTPUT;
import static entente.service.problem.StartupException.TEMPORARY;
import static entente.service.problem.StartupException.UNAVAILABLE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import entente.service.archive.DatabaseUrl.OwnerOnlyFiles;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.problem.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
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

    private static final int CONNECTIONS = 10;
    /** Milliseconds to wait for a connection. */
    private static final int PATIENCE = 2_500;

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"));

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
        location.folder().ifPresent(Database::make);
        HikariDataSource pool = pool(location);
        try {
            DurabilityPromise promise = location.isEmbedded() ? embeddedPromise(pool, durability) : serverPromise(pool);
            migrate(pool, location);
            boolean forced = durability == Durability.POWER;
            return new Database(
                    pool,
                    promise,
                    location.folder()
                            .map(folder -> new Embedded(
                                    new DatabaseLock(PATIENCE),
                                    new DiskReserve(
                                            () -> Files.getFileStore(folder).getUsableSpace()),
                                    forced)));
        } catch (RuntimeException failed) {
            pool.close();
            throw failed instanceof DataAccessException ? refused(location, failed) : failed;
        }
    }

    private static void make(Path folder) {
        try {
            // The content may be confidential.
            FileAttribute<?>[] ownerOnly = OwnerOnlyFiles.isPosix(folder)
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createDirectories(folder, ownerOnly);
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
        } catch (IOException failed) {
            if (DatabaseFault.of(failed) == DatabaseFault.FULL) {
                throw noSpace(folder, failed);
            }
            throw new StartupException(
                    CANNOT_CREATE, "The folder of the archive cannot be created or written: " + folder + ".", failed);
        }
    }

    private static HikariDataSource pool(DatabaseUrl location) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("archive");
        config.setJdbcUrl(location.url());
        config.setUsername(location.user());
        config.setPassword(location.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE);
        config.setValidationTimeout(PATIENCE / 2);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failed) {
            throw refused(location, failed);
        }
    }

    private static void migrate(HikariDataSource pool, DatabaseUrl location) {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:entente/archive")
                    .placeholders(dialect(location.isEmbedded()))
                    // Refuses newer migrations as well: their data could be misread.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            if (DatabaseFault.of(failed) != DatabaseFault.OTHER) {
                throw refused(location, failed);
            }
            throw StartupException.configuration(
                    "The tables of the archive in " + location + " do not match this version of Entente.", failed);
        }
    }

    /** What differs between H2 and PostgreSQL in the scripts. */
    private static Map<String, String> dialect(boolean embedded) {
        return embedded
                ? Map.of(
                        "bytes", "binary large object",
                        "rename_once_key", "alter column if exists once_key rename")
                : Map.of("bytes", "bytea", "rename_once_key", "rename column once_key");
    }

    private static StartupException noSpace(Object location, Exception failed) {
        return new StartupException(
                INPUT_OUTPUT, "There is no space left for the archive in " + location + ".", failed);
    }

    private static StartupException refused(DatabaseUrl location, RuntimeException failed) {
        String state = DatabaseFault.sqlState(failed);
        if (DatabaseFault.of(failed) == DatabaseFault.FULL) {
            return noSpace(location, failed);
        }
        if (state.equals("90020")) {
            return new StartupException(TEMPORARY, "Another process uses the archive in " + location + ".", failed);
        }
        if (state.startsWith("28")) {
            return StartupException.configuration("The archive refuses the user or the password.", failed);
        }
        if (state.equals("3D000") || state.equals("42501")) {
            return StartupException.configuration(
                    "The database does not exist or is not accessible for this user at " + location + ".", failed);
        }
        if (location.isEmbedded()) {
            return new StartupException(
                    INPUT_OUTPUT, "The archive in " + location + " cannot be read or written.", failed);
        }
        return new StartupException(UNAVAILABLE, "The archive at " + location + " cannot be reached.", failed);
    }

    /** The promise by the settings in force, wherever they were set. */
    private static DurabilityPromise embeddedPromise(DataSource source, Durability durability) {
        JdbcClient sql = JdbcClient.create(source);
        String delay =
                text(sql, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
        if (!delay.equals("0")) {
            throw StartupException.configuration("The embedded archive acknowledges before it writes (WRITE_DELAY is "
                    + delay + ") and could lose acknowledged entries when the process is killed.");
        }
        boolean power = durability == Durability.POWER;
        return new DurabilityPromise(
                "H2 " + text(sql, "select h2version()"),
                power
                        ? "Acknowledged entries survive the end of the process, including a kill, and a power failure."
                        : "Acknowledged entries survive the end of the process, including a kill; after a "
                                + "power failure the last seconds may be lost.",
                Map.of("WRITE_DELAY", delay, "CHECKPOINT SYNC", power ? "before each acknowledgement" : "off"));
    }

    private static DurabilityPromise serverPromise(DataSource source) {
        JdbcClient sql = JdbcClient.create(source);
        Map<String, String> settings = new TreeMap<>();
        REQUIRED.keySet().forEach(name -> settings.put(name, text(sql, "select current_setting('" + name + "')")));
        checkDurability(settings);
        return new DurabilityPromise(
                "PostgreSQL " + text(sql, "select current_setting('server_version')"),
                "Acknowledged entries survive the end of Entente, the end of the database and a power failure, as far as "
                        + "the disk of the database keeps what it reports as written.",
                settings);
    }

    /** @throws StartupException if acknowledged entries could be lost */
    static void checkDurability(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (!REQUIRED.getOrDefault(name, Set.of()).contains(value)) {
                throw StartupException.configuration(
                        "The PostgreSQL of the archive could lose acknowledged entries: its " + name + " is " + value
                                + ".");
            }
        });
    }

    private static String text(JdbcClient sql, String question) {
        return sql.sql(question).query(String.class).single();
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

    public <T> Optional<T> find(RowMapper<T> mapper, String query, Object... values) {
        return read(() -> sql.sql(query).params(values).query(mapper).optional());
    }

    public <T> List<T> list(RowMapper<T> mapper, String query, Object... values) {
        return read(() -> sql.sql(query).params(values).query(mapper).list());
    }

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
        embedded.filter(Embedded::forced)
                .ifPresent(it -> it.lock().exclusive(() -> guarded(() -> update("checkpoint sync"))));
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
            case CONFLICT ->
                ProblemType.ARCHIVE_UNAVAILABLE.problem(
                        "A concurrent change in the archive prevented this one, which was not stored.", seconds());
            case OTHER -> failed;
        };
    }

    static ProblemException unavailable() {
        return ProblemType.ARCHIVE_UNAVAILABLE.problem("The archive is currently unavailable.", seconds());
    }

    /** Random, so that clients do not retry at the same time. */
    private static int seconds() {
        return ThreadLocalRandom.current().nextInt(1, 6);
    }

    @Override
    public void close() {
        pool.close();
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

        <T> T shared(Supplier<T> reading) {
            return lock.isWriteLockedByCurrentThread() ? reading.get() : withLock(lock.readLock(), reading);
        }

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

    /**
     * Frees the space of replaced and deleted rows in the file of the embedded database. H2 does that in a background
     * thread, which it does not start with WRITE_DELAY=0; this takes the same steps. Pages in use are copied, the copies
     * are forced to the disk, and only then is their former space used again, so that neither a killed process nor a loss
     * of power meets a file whose only copy of a page has been overwritten.
     */
    static final class Compaction {

        /** Bytes copied, and bytes moved, in one step: other requests wait for some tens of milliseconds. */
        private static final int STEP_BYTES = 2 << 20;

        /** Percent of the file, and of what is allocated in it, that is to be in use. */
        private static final int TARGET_PERCENT = 90;

        /** Write operations since the last run below which another one is not worth its own. */
        private static final long MIN_WRITES = 10;

        private long writes;
        private boolean unfinished = true;

        /**
         * Takes one step, if enough was written since the last one. Must be called while no other thread uses the database.
         *
         * @return whether there is more to do
         */
        boolean step(DataSource source) {
            try (Connection connection = source.getConnection()) {
                SessionLocal session =
                        (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
                MVStore store = session.getDatabase().getStore().getMvStore();
                return store.getFileStore() instanceof RandomAccessStore file && step(store, file);
            } catch (SQLException | MVStoreException failed) {
                throw new DataAccessResourceFailureException("compaction", failed);
            }
        }

        private boolean step(MVStore store, RandomAccessStore file) {
            if (!unfinished && Math.abs(file.getWriteCount() - writes) < MIN_WRITES) {
                return false;
            }
            // Milliseconds for which H2 keeps replaced pages, 0 being for what has been forced to the disk.
            int retention = store.getRetentionTime();
            long before = file.size();
            try {
                store.sync();
                store.setRetentionTime(0);
                boolean copied = store.compact(TARGET_PERCENT, STEP_BYTES);
                store.setRetentionTime(retention);
                store.commit();
                store.sync();
                store.setRetentionTime(0);
                file.compactMoveChunks(TARGET_PERCENT, STEP_BYTES, store);
                unfinished = copied || file.size() < before;
            } finally {
                store.setRetentionTime(retention);
            }
            writes = file.getWriteCount();
            return unfinished;
        }
    }

    /**
     * Reserve of disk space for the embedded database. Writes stop while some space is left: on a full disk, H2 closes the
     * database, which then cannot be read either.
     */
    @RequiredArgsConstructor
    static final class DiskReserve {

        /** Bytes that remain free; more than all connections write at once. */
        static final long RESERVE = 32L << 20;

        /** Bytes that remain free after deletions, which copy pages before they free any. */
        static final long DELETION_RESERVE = RESERVE / 2;

        private final Disk disk;

        /** Free space of a disk. */
        interface Disk {
            long usableBytes() throws IOException;
        }

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
            return ProblemType.STORAGE_FULL.problem(
                    "There is no space left in the archive. What did not fit was not stored.");
        }
    }
}
