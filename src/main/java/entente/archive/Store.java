package entente.archive;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.problem.StartRefused;
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
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The open database: everything in this package goes through {@link #read} and {@link #write}. */
public final class Store implements AutoCloseable {

    private final HikariDataSource pool;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Optional<Checkpoint> checkpoint;
    private final Promise promise;

    Store(HikariDataSource pool, boolean force, Promise promise) {
        this.pool = pool;
        this.sql = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        this.checkpoint = force
                ? Optional.of(new Checkpoint(() -> sql.sql("checkpoint sync").update()))
                : Optional.empty();
        this.promise = promise;
    }

    /**
     * Opens the database, makes its tables where they are missing, and checks that it keeps what it acknowledges.
     *
     * @throws StartRefused 69 not reachable, 73 the folder cannot be made, 74 damaged or unreadable, 75 held by another
     *     process, 78 a setting that would lose acknowledged entries
     */
    public static Store open(Place place, Durability durability) {
        return Opening.open(place, durability);
    }

    /** What it promises about an acknowledged entry. */
    public Promise promise() {
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
        try {
            return reading.get();
        } catch (DataAccessException | TransactionException failed) {
            throw refusal(failed);
        }
    }

    /** In one transaction, or in the one that the caller is in. Acknowledged when it returns, unless in the caller's. */
    <T> T write(Supplier<T> writing) {
        try {
            boolean joined = TransactionSynchronizationManager.isActualTransactionActive();
            T result = transaction.execute(status -> writing.get());
            if (!joined) {
                settle();
            }
            return result;
        } catch (DataAccessException | TransactionException failed) {
            throw refusal(failed);
        }
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
                    throw Taken.or(failed);
                }
            });
            return true;
        } catch (Taken byAnother) {
            return false;
        }
    }

    /** Returns when what others have committed is as safe as what {@link #write} acknowledges. */
    void settle() {
        checkpoint.ifPresent(Checkpoint::await);
    }

    private RuntimeException refusal(RuntimeException failed) {
        Fault fault = Fault.of(failed);
        boolean connected = !(failed instanceof CannotGetJdbcConnectionException
                || failed instanceof CannotCreateTransactionException);
        if (connected && (fault == Fault.FULL || fault == Fault.UNREACHABLE)) {
            // One broken connection means that all are: H2 closes its database for everybody when a write fails.
            HikariPoolMXBean connections = pool.getHikariPoolMXBean();
            connections.softEvictConnections();
        }
        return switch (fault) {
            case FULL ->
                Refusal.of(ProblemType.STORAGE_FULL, "There is no room left in the archive. Nothing was kept.");
            case UNREACHABLE ->
                Refusal.later(
                        ProblemType.ARCHIVE_UNAVAILABLE, "The archive cannot be reached at the moment.", seconds());
            case AGAIN, DUPLICATE ->
                Refusal.later(
                        ProblemType.ARCHIVE_UNAVAILABLE,
                        "Others were changing the same in the archive. Nothing was kept.",
                        seconds());
            case OTHER -> failed;
        };
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
