package entente.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A separate PostgreSQL server that is killed like the service and restarted on the same files. */
final class KillablePostgresql implements KilledStores.Opened {

    private final Path folder;
    private EmbeddedPostgres server;

    KillablePostgresql() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "archives")), "postgresql")
                    .toAbsolutePath();
            server = start(folder, 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgresql").toAbsolutePath().toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(2));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Override
    public String archive() {
        return "postgresql://postgres@localhost:" + server.getPort() + "/postgres?connectTimeout=60&socketTimeout=120";
    }

    @Override
    public void killAndRestart() {
        int port = server.getPort();
        try {
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
            server = start(folder, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
