package entente.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.ServedProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/** Each move of a group counts once, however often the service is killed: the page repeats what was not answered. */
class RoomKillIT extends KillContract {

    private static final String WORKSHOPS = "/api/v1/workshops";

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
                    HttpResponse<String> answer = send("POST", moves, unanswered.peek(), "Cookie", cookie);
                    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
                    answered.add(unanswered.remove());
                    first.countDown();
                }
            } catch (IOException gone) {
                // Killed.
            }
        }
    }

    @Override
    void run(KilledStores kind, int cycles) throws Exception {
        Path settings = settings();
        List<Group> groups = new ArrayList<>();
        AtomicReference<String> room = new AtomicReference<>();
        try (KilledStores.Opened store = kind.open()) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                kill(store, settings, cycle, 2_000, (address, number, first) -> {
                    if (number == 0) {
                        room.set(open(address, groups));
                    }
                    String moves = address + room + "/moves:batch";
                    return groups.stream()
                            .map(group -> new Thread(() -> group.move(moves, true, first)))
                            .toList();
                });
            }
            try (ServedProcess child = serve(store, settings)) {
                for (Group group : groups) {
                    group.move(child.address() + room + "/moves:batch", false, new CountDownLatch(1));
                    String own = send("GET", child.address() + room, "", "Cookie", group.cookie)
                            .body();
                    assertThat(new JsonMapper()
                                    .readTree(own)
                                    .at("/own/revision")
                                    .asInt())
                            .isEqualTo(group.answered.size());
                }
            }
        }
    }

    /** Begins a workshop of four groups; returns its path. */
    private static String open(String address, List<Group> groups) throws IOException {
        HttpResponse<String> created = send(
                "POST", address + WORKSHOPS, "{\"title\": \"A room\", \"scenario\": \"baseline-2018\", \"rounds\": 2}");
        String room = WORKSHOPS + "/"
                + new JsonMapper().readTree(created.body()).get("code").asString();
        for (String name : List.of("Kazan", "Kursk", "Omsk", "Tver")) {
            groups.add(new Group(cookie(send("POST", address + room + "/groups", "{\"name\": \"" + name + "\"}"))));
        }
        send("POST", address + room + "/commands", "{\"command\": \"start-round\"}", "Cookie", cookie(created));
        return room;
    }

    private static String cookie(HttpResponse<String> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }
}
