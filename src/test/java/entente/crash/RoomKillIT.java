package entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Entente;
import entente.testkit.RunningService;
import entente.testkit.ServedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Each move of a group counts once, however often the service is killed: the page repeats what was not answered. */
@Tag("thorough")
class RoomKillIT {

    /** Maximum time in milliseconds from the first answer of a cycle to the kill. */
    private static final int MAX_DELAY = 2_000;

    private static final String WORKSHOPS = "/api/v1/workshops";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A group with its moves: those that were answered, and those that were not, the oldest first. */
    private static final class Group {

        private final String cookie;
        private final List<String> answered = new ArrayList<>();
        private final Deque<String> unanswered = new ArrayDeque<>();

        Group(String cookie) {
            this.cookie = cookie;
        }

        /** Sends one move after the other until the service is gone, or none is left. */
        void move(String moves, boolean furtherOnes, CountDownLatch first) {
            try {
                while (furtherOnes || !unanswered.isEmpty()) {
                    if (unanswered.isEmpty()) {
                        unanswered.add("{\"id\": \"" + UUID.randomUUID()
                                + "\", \"moves\": [{\"indicator\": \"western_sanctions_on_rus\", \"value\": "
                                + answered.size() % 5 + "}]}");
                    }
                    HttpResponse<String> answer = send("POST", moves, cookie, unanswered.peek());
                    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
                    answered.add(unanswered.remove());
                    first.countDown();
                }
            } catch (IOException gone) {
                // Killed.
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    @Timeout(600)
    void eachMoveCountsOnce(KilledStores kind) throws Exception {
        run(kind, 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    @Tag("crash")
    @Timeout(3_600)
    void eachMoveCountsOnceInManyCycles(KilledStores kind) throws Exception {
        run(kind, Integer.getInteger("entente.kill.cycles", 25));
    }

    private static void run(KilledStores kind, int cycles) throws Exception {
        Random random = new Random(Long.getLong("entente.kill.seed", 2026));
        Path settings = Files.writeString(
                RunningService.folder("killed-rooms").resolve("settings.yaml"),
                "entente:\n  cache: \"" + Path.of("target", "rulebooks").toAbsolutePath() + "\"\n");
        List<Group> groups = new ArrayList<>();
        String room = "";
        try (KilledStores.Opened store = kind.open()) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                try (ServedProcess child = serve(store, settings)) {
                    if (cycle == 0) {
                        room = open(child.address(), groups);
                    }
                    String moves = child.address() + room + "/moves:batch";
                    CountDownLatch first = new CountDownLatch(1);
                    List<Thread> senders = groups.stream()
                            .map(group -> new Thread(() -> group.move(moves, true, first)))
                            .toList();
                    senders.forEach(Thread::start);
                    first.await();
                    Thread.sleep(random.nextInt(MAX_DELAY));
                    child.kill();
                    for (Thread sender : senders) {
                        sender.join();
                    }
                }
                if (cycle % 2 == 1) {
                    store.killAndRestart();
                }
            }
            try (ServedProcess child = serve(store, settings)) {
                for (Group group : groups) {
                    group.move(child.address() + room + "/moves:batch", false, new CountDownLatch(1));
                    String own = send("GET", child.address() + room, group.cookie, "")
                            .body();
                    assertThat(new JsonMapper()
                                    .readTree(own)
                                    .at("/own/revision")
                                    .asInt())
                            .isEqualTo(group.answered.size());
                }
            }
        }
        System.out.println("answered "
                + groups.stream().mapToInt(group -> group.answered.size()).sum());
    }

    private static ServedProcess serve(KilledStores.Opened store, Path settings) throws IOException {
        return ServedProcess.fork(
                Entente.class, "--port", "0", "--archive", store.archive(), "--config", settings.toString());
    }

    /** Begins a workshop of four groups; returns its path. */
    private static String open(String address, List<Group> groups) throws IOException {
        HttpResponse<String> created = send(
                "POST",
                address + WORKSHOPS,
                "",
                "{\"title\": \"A room\", \"scenario\": \"baseline-2018\", \"rounds\": 2}");
        String room = WORKSHOPS + "/"
                + new JsonMapper().readTree(created.body()).get("code").asString();
        for (String name : List.of("Kazan", "Kursk", "Omsk", "Tver")) {
            groups.add(new Group(cookie(send("POST", address + room + "/groups", "", "{\"name\": \"" + name + "\"}"))));
        }
        send("POST", address + room + "/commands", cookie(created), "{\"command\": \"start-round\"}");
        return room;
    }

    private static String cookie(HttpResponse<String> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private static HttpResponse<String> send(String method, String address, String cookie, String body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
