package entente.service.archive;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import entente.service.problem.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/** From a place to an open database whose promise has been checked. */
final class ArchiveOpening {

    private static final int CONNECTIONS = 10;
    /** Milliseconds that a request waits for a connection; a database that is away is said to be away within three seconds. */
    private static final int PATIENCE = 2_500;

    private ArchiveOpening() {}

    static Database open(DatabaseUrl place, Durability durability) {
        place.folder().ifPresent(ArchiveOpening::make);
        HikariDataSource pool = pool(place);
        try {
            DurabilityPromise promise =
                    place.isEmbedded() ? DurabilityChecks.embedded(pool, durability) : DurabilityChecks.server(pool);
            migrate(pool, place);
            return new Database(pool, promise, place.folder().map(folder -> embedded(pool, folder, durability)));
        } catch (RuntimeException failed) {
            pool.close();
            throw failed instanceof DataAccessException ? refused(place, failed) : failed;
        }
    }

    private static Database.Embedded embedded(HikariDataSource pool, Path folder, Durability durability) {
        DatabaseLock turns = new DatabaseLock(PATIENCE);
        Optional<Checkpoint> checkpoint =
                durability == Durability.POWER ? Optional.of(Database.checkpoint(pool, turns)) : Optional.empty();
        return new Database.Embedded(turns, DiskReserve.on(folder), checkpoint);
    }

    private static void make(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Path parent = folder.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                // What is kept may be nobody else's business.
                if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createDirectory(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(folder);
                }
            }
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
        } catch (IOException failed) {
            if (DatabaseFault.of(failed) == DatabaseFault.FULL) {
                throw noSpace(folder, failed);
            }
            throw new StartupException(
                    73, "The folder of the archive cannot be made or written: " + folder + ".", failed);
        }
    }

    private static HikariDataSource pool(DatabaseUrl place) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("archive");
        config.setJdbcUrl(place.url());
        config.setUsername(place.user());
        config.setPassword(place.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE);
        config.setValidationTimeout(PATIENCE / 2);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failed) {
            throw refused(place, failed);
        }
    }

    private static void migrate(HikariDataSource pool, DatabaseUrl place) {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:entente/archive")
                    .placeholders(Map.of("bytes", place.isEmbedded() ? "binary large object" : "bytea"))
                    // Also one that is newer than this program: it may keep things that we would misread.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            if (DatabaseFault.of(failed) != DatabaseFault.OTHER) {
                throw refused(place, failed);
            }
            throw new StartupException(
                    78, "The tables of the archive in " + place + " are not those of this version of Entente.", failed);
        }
    }

    private static StartupException noSpace(Object place, Exception failed) {
        return new StartupException(74, "There is no space left for the archive in " + place + ".", failed);
    }

    private static StartupException refused(DatabaseUrl place, RuntimeException failed) {
        SQLException sql = sql(failed);
        String state = String.valueOf(sql.getSQLState());
        if (DatabaseFault.of(failed) == DatabaseFault.FULL) {
            return noSpace(place, failed);
        }
        if (state.equals("90020")) {
            return new StartupException(75, "Another process holds the archive in " + place + ".", failed);
        }
        if (state.startsWith("28")) {
            return new StartupException(78, "The archive refuses the user or the password.", failed);
        }
        if (state.equals("3D000") || state.equals("42501")) {
            return new StartupException(78, "There is no such database for this user at " + place + ".", failed);
        }
        if (place.isEmbedded()) {
            return new StartupException(74, "The archive in " + place + " cannot be read or written.", failed);
        }
        return new StartupException(69, "The archive at " + place + " cannot be reached.", failed);
    }

    private static SQLException sql(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql;
            }
        }
        return new SQLException();
    }
}
