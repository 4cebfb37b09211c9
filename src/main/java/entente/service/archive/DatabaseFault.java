package entente.service.archive;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds of database errors. */
enum DatabaseFault {
    /** No space on its disk. */
    FULL,
    /** A row with this key exists, or a conflict between transactions; a retry may succeed. */
    CONFLICT,
    /** The database or the connection is not available. */
    UNREACHABLE,
    OTHER;

    /** Duplicate key. H2: lock timeout, concurrent update. PostgreSQL: the same, and deadlock. */
    private static final Set<String> CONFLICT_STATES = Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131");

    /**
     * H2: connection broken, database closed or closing, I/O. PostgreSQL: shutdown, crash, starting, too many
     * connections.
     */
    private static final Set<String> UNREACHABLE_STATES =
            Set.of("90067", "90098", "90121", "90028", "90031", "57P01", "57P02", "57P03", "53300");

    static DatabaseFault of(Throwable thrown) {
        if (chain(thrown).anyMatch(DatabaseFault::full)) {
            return FULL;
        }
        return sql(thrown).findFirst().map(DatabaseFault::of).orElse(OTHER);
    }

    /** The first SQLSTATE; empty if there is none. */
    static String sqlState(Throwable thrown) {
        return sql(thrown)
                .flatMap(sql -> Stream.ofNullable(sql.getSQLState()))
                .findFirst()
                .orElse("");
    }

    private static Stream<SQLException> sql(Throwable thrown) {
        return chain(thrown).filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    private static DatabaseFault of(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (CONFLICT_STATES.contains(state)) {
            return CONFLICT;
        }
        boolean connection = sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException;
        // The message of the pool for an evicted connection.
        boolean givenUp = "Connection is closed".equals(sql.getMessage());
        boolean files = chain(sql).anyMatch(IOException.class::isInstance);
        return connection || givenUp || files || state.startsWith("08") || UNREACHABLE_STATES.contains(state)
                ? UNREACHABLE
                : OTHER;
    }

    private static boolean full(Throwable cause) {
        if (cause instanceof SQLException sql && "53100".equals(sql.getSQLState())) {
            return true;
        }
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof IOException
                && (message.contains("no space left") || message.contains("disk quota exceeded"));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        // Limited, because chains of causes can be cyclic.
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(30);
    }
}
