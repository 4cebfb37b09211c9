package entente.testkit;

import entente.service.archive.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests: new folders for H2, and one PostgreSQL server per run with a new database for each request.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A new folder in the build folder. */
    public static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "archives")), "archive");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new embedded archive. */
    public static DatabaseUrl h2() {
        return DatabaseUrl.of(folder().toString(), Optional.empty(), Optional.empty());
    }

    /** A PostgreSQL server that is durable: the defaults of EmbeddedPostgres are not, and the archive rejects them. */
    public static EmbeddedPostgres.Builder server() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "postgresql"));
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toAbsolutePath().toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(2));
    }

    /** The address of a new, empty database of the PostgreSQL server. */
    public static String address() {
        String name = "archive" + NUMBER.incrementAndGet();
        execute("create database " + name);
        // Longer timeouts than those of the service, so that a stalled machine does not fail a test.
        return "postgresql://postgres@localhost:" + Holder.SERVER.getPort() + "/" + name
                + "?connectTimeout=60&socketTimeout=120";
    }

    /** The port of the PostgreSQL server. */
    public static int port() {
        return Holder.SERVER.getPort();
    }

    /** A new, empty database of the PostgreSQL server. */
    public static DatabaseUrl postgresql() {
        return DatabaseUrl.of(address(), Optional.empty(), Optional.empty());
    }

    /** Executes a statement as superuser. */
    public static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(Holder.SERVER.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Holder {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = server().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException already) {
                // The process is ending.
            }
        }
    }
}
