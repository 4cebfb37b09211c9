package entente.crash;

import entente.Entente;
import entente.service.archive.DatabaseUrl;
import entente.testkit.RunningService;
import entente.testkit.ServedProcess;
import entente.testkit.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds however often the service is killed while clients use it, on each store. */
@Tag("thorough")
abstract class KillContract {

    static final long SEED = Long.getLong("entente.kill.seed", 2026);
    static final int CYCLES = Integer.getInteger("entente.kill.cycles", 25);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Random random = new Random(SEED);

    /** The clients of a cycle, which use the service until it has ended. */
    interface Clients {
        List<Thread> of(String address, int cycle, CountDownLatch firstAnswer) throws Exception;
    }

    abstract void run(KilledStores kind, int cycles) throws Exception;

    @ParameterizedTest
    @EnumSource
    @Timeout(600)
    void holdsAfterFewKills(KilledStores kind) throws Exception {
        run(kind, 2);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("crash")
    @Timeout(3_600)
    void holdsAfterManyKills(KilledStores kind) throws Exception {
        run(kind, CYCLES);
    }

    /**
     * Kills the service in each cycle, and after every second one the server of the database.
     *
     * @param milliseconds maximum time from the first answer to the kill
     */
    void kill(KilledStores.Opened store, Path settings, int cycle, int milliseconds, Clients clients) throws Exception {
        try (ServedProcess child = serve(store, settings)) {
            CountDownLatch first = new CountDownLatch(1);
            List<Thread> threads = clients.of(child.address(), cycle, first);
            threads.forEach(Thread::start);
            first.await();
            Thread.sleep(random.nextInt(milliseconds));
            child.kill();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        if (cycle % 2 == 1) {
            store.killAndRestart();
        }
    }

    static ServedProcess serve(KilledStores.Opened store, Path settings) throws IOException {
        return ServedProcess.fork(
                Entente.class, "--port", "0", "--archive", store.archive(), "--config", settings.toString());
    }

    /** @param headers alternating names and values, in addition to a Content-Type of JSON */
    static HttpResponse<String> send(String method, String address, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(2))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        try {
            return HTTP.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A file of settings; these lines are below {@code entente}. */
    static Path settings(String... lines) throws IOException {
        return Files.writeString(
                RunningService.folder("killed").resolve("settings.yaml"),
                "entente:\n  cache: \"" + Path.of("target", "rulebooks").toAbsolutePath() + "\"\n"
                        + String.join("\n", lines));
    }

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
}
