package entente.crash;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The databases that the service is killed on. */
enum KilledStores {
    H2,
    POSTGRESQL;

    /** Opens a new, empty store. */
    Opened open() throws IOException {
        Path folder = TestDatabase.folder().toAbsolutePath();
        return this == POSTGRESQL ? new KillablePostgresql(folder) : folder::toString;
    }

    /** An opened store with its address and its means to be killed. */
    interface Opened extends AutoCloseable {

        /** The value of {@code --archive}. */
        String archive();

        /** The database, for access while the service is not running. */
        default DatabaseUrl databaseUrl() {
            return DatabaseUrl.of(archive(), Optional.empty(), Optional.empty());
        }

        /** Kills the database server too, if there is one, and restarts it. */
        default void killAndRestart() throws IOException {}

        @Override
        default void close() throws IOException {}
    }

    /** A separate PostgreSQL server that is killed like the service and restarted on the same files. */
    private static final class KillablePostgresql implements Opened {

        private final Path folder;
        private EmbeddedPostgres server;

        KillablePostgresql(Path folder) throws IOException {
            this.folder = folder;
            this.server = start(0);
        }

        private EmbeddedPostgres start(int port) throws IOException {
            EmbeddedPostgres.Builder builder = TestDatabase.server()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false);
            return (port == 0 ? builder : builder.setPort(port)).start();
        }

        @Override
        public String archive() {
            return "postgresql://postgres@localhost:" + server.getPort()
                    + "/postgres?connectTimeout=60&socketTimeout=120";
        }

        @Override
        public void killAndRestart() throws IOException {
            int port = server.getPort();
            String pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                    .get(0)
                    .strip();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            List<ProcessHandle> backends = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            // Backends end by themselves; until then their shared memory prevents a new server from starting.
            backends.forEach(backend -> backend.onExit().join());
            server.close();
            server = start(port);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
