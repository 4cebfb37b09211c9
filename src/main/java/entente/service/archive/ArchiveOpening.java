package entente.service.archive;

import static entente.service.problem.StartupException.CANNOT_CREATE;
import static entente.service.problem.StartupException.INPUT_OUTPUT;
import static entente.service.problem.StartupException.TEMPORARY;
import static entente.service.problem.StartupException.UNAVAILABLE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import entente.service.archive.Database.DatabaseLock;
import entente.service.archive.Database.DurabilityPromise;
import entente.service.problem.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a database and checks its durability. */
final class ArchiveOpening {

    private static final int CONNECTIONS = 10;
    /** Milliseconds to wait for a connection. */
    private static final int PATIENCE = 2_500;

    private ArchiveOpening() {}

    static Database open(DatabaseUrl location, Durability durability) {
        location.folder().ifPresent(ArchiveOpening::make);
        HikariDataSource pool = pool(location);
        try {
            DurabilityPromise promise =
                    location.isEmbedded() ? DurabilityChecks.embedded(pool, durability) : DurabilityChecks.server(pool);
            migrate(pool, location);
            boolean forced = durability == Durability.POWER;
            return new Database(
                    pool,
                    promise,
                    location.folder()
                            .map(folder ->
                                    new Database.Embedded(new DatabaseLock(PATIENCE), DiskReserve.on(folder), forced)));
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

    /**
     * Checks the durability settings in force in an open database, wherever they were set, and refuses those that could lose
     * acknowledged entries.
     */
    static final class DurabilityChecks {

        /** The settings of a PostgreSQL with their allowed values. */
        private static final Map<String, Set<String>> REQUIRED = Map.of(
                "fsync", Set.of("on"),
                "full_page_writes", Set.of("on"),
                "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"));

        private DurabilityChecks() {}

        static DurabilityPromise embedded(DataSource source, Durability durability) {
            JdbcClient sql = JdbcClient.create(source);
            String delay = text(
                    sql, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
            if (!delay.equals("0")) {
                throw StartupException.configuration(
                        "The embedded archive acknowledges before it writes (WRITE_DELAY is " + delay
                                + ") and could lose acknowledged entries when the process is killed.");
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

        static DurabilityPromise server(DataSource source) {
            JdbcClient sql = JdbcClient.create(source);
            Map<String, String> settings = new TreeMap<>();
            REQUIRED.keySet().forEach(name -> settings.put(name, text(sql, "select current_setting('" + name + "')")));
            check(settings);
            return new DurabilityPromise(
                    "PostgreSQL " + text(sql, "select current_setting('server_version')"),
                    "Acknowledged entries survive the end of Entente, the end of the database and a power failure, as far as "
                            + "the disk of the database keeps what it reports as written.",
                    settings);
        }

        /** @throws StartupException if acknowledged entries could be lost */
        static void check(Map<String, String> settings) {
            settings.forEach((name, value) -> {
                if (!REQUIRED.getOrDefault(name, Set.of()).contains(value)) {
                    throw StartupException.configuration(
                            "The PostgreSQL of the archive could lose acknowledged entries: its " + name + " is "
                                    + value + ".");
                }
            });
        }

        private static String text(JdbcClient sql, String question) {
            return sql.sql(question).query(String.class).single();
        }
    }
}
