package entente.service.workshop;

import static entente.service.workshop.RoomFixture.SANCTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Await;
import entente.testkit.RunningService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events tell the members of a workshop that it has changed. */
@Timeout(300)
class EventsIT {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of());

    private final RoomFixture room = RoomFixture.open(SERVICE);

    /** A listener and the lines that it has received. */
    static final class Listener {

        private static final String END = "(end)";

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final int status;
        private final InputStream body;
        private String last = "";

        Listener(RunningService at, RoomFixture room, Member member, String... headers) throws Exception {
            HttpRequest.Builder request =
                    at.to("/api/v1/workshops/" + room.code() + "/events").header("Cookie", member.cookie());
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            status = response.statusCode();
            body = response.body();
            Thread reader = new Thread(() -> {
                try (BufferedReader in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                    in.lines().forEach(lines::add);
                } catch (IOException | UncheckedIOException ended) {
                    // The service has closed the connection.
                }
                lines.add(END);
            });
            reader.setDaemon(true);
            reader.start();
        }

        /** The revision of the next event. */
        long next() throws InterruptedException {
            while (true) {
                String line = lines.poll(60, TimeUnit.SECONDS);
                assertThat(line).isNotNull().isNotEqualTo(END);
                if (line.startsWith("id: ")) {
                    assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("event: changed");
                    long revision = Long.parseLong(line.substring("id: ".length()));
                    assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo("data: {\"revision\": " + revision + "}");
                    return revision;
                }
            }
        }

        boolean ended() throws InterruptedException {
            List<String> rest = new ArrayList<>();
            for (String line = lines.poll(60, TimeUnit.SECONDS);
                    line != null && !line.equals(END);
                    line = lines.poll(60, TimeUnit.SECONDS)) {
                rest.add(line);
                last = line.startsWith("event: ") ? line : last;
            }
            return rest.stream().noneMatch(line -> line.startsWith("id: "));
        }
    }

    private static long revision(RoomFixture room) {
        return room.get(room.facilitator(), "").at("/revision").asLong();
    }

    @Test
    void everyChangeSendsAnEvent() throws Exception {
        Member group = room.join("Kazan");
        Listener facilitator = new Listener(SERVICE, room, room.facilitator());
        Listener member = new Listener(SERVICE, room, group);
        assertThat(facilitator.next()).isEqualTo(revision(room));
        assertThat(member.next()).isEqualTo(revision(room));
        room.move(group, SANCTIONS, "4").ok();
        assertThat(facilitator.next()).isEqualTo(revision(room));
        assertThat(member.next()).isEqualTo(revision(room));
        room.command("reveal").ok();
        assertThat(member.next()).isEqualTo(revision(room));
        room.join("Omsk");
        assertThat(member.next()).isEqualTo(revision(room));
    }

    @Test
    void reconnectedListenerGetsMissedChangesOnly() throws Exception {
        long before = revision(room);
        Listener upToDate = new Listener(SERVICE, room, room.facilitator(), "Last-Event-ID", "" + before);
        room.command("pause").ok();
        assertThat(upToDate.next()).isEqualTo(before + 1);
        Listener late = new Listener(SERVICE, room, room.facilitator(), "Last-Event-ID", "" + before);
        assertThat(late.next()).isEqualTo(before + 1);
    }

    @Test
    void endedWorkshopClosesItsStreams() throws Exception {
        Listener open = new Listener(SERVICE, room, room.facilitator());
        open.next();
        room.command("end").ok();
        assertThat(open.next()).isEqualTo(revision(room));
        assertThat(open.ended()).isTrue();
        assertThat(open.last).isEqualTo("event: ended");
        Listener once = new Listener(SERVICE, room, room.facilitator());
        long last = once.next();
        assertThat(last).isEqualTo(revision(room));
        assertThat(once.ended()).isTrue();
        assertThat(new Listener(SERVICE, room, room.facilitator(), "Last-Event-ID", "" + last).status)
                .isEqualTo(204);
    }

    @Test
    void oneGroupCannotTakeTheStreamsOfOthers() throws Exception {
        Member greedy = room.join("Kazan");
        Listener first = new Listener(SERVICE, room, greedy);
        for (int i = 1; i < WorkshopEvents.MAX_PER_MEMBER; i++) {
            assertThat(new Listener(SERVICE, room, greedy).status).isEqualTo(200);
        }
        assertThat(new Listener(SERVICE, room, greedy).status).isEqualTo(503);
        assertThat(new Listener(SERVICE, room, room.join("Omsk")).status).isEqualTo(200);
        assertThat(new Listener(SERVICE, room, room.facilitator()).status).isEqualTo(200);
        // What a refused listener asks instead is answered.
        room.get(greedy, "").expect(200);
        room.command("remove", "\"groups\": [\"K\"]").ok();
        Await.holds("the streams of the group end", () -> first.lines.contains(Listener.END));
        room.get(greedy, "/events").expect(401);
        room.command("end").ok();
    }

    private static int connections() {
        return SERVICE.bean(WorkshopEvents.class).connections();
    }

    @Test
    void streamOfAClientThatHasGoneIsForgottenAtANextEvent() throws Exception {
        Member group = room.join("Kazan");
        List<Listener> gone = new ArrayList<>();
        for (int i = 0; i < WorkshopEvents.MAX_PER_MEMBER; i++) {
            gone.add(new Listener(SERVICE, room, group));
        }
        for (Listener listener : gone) {
            listener.body.close();
        }
        Await.holds("the group can listen again", () -> {
            room.command("pause").ok();
            room.command("resume").ok();
            return new Listener(SERVICE, room, group).status == 200;
        });
    }

    /** The streams block neither requests nor each other. */
    @Test
    void firstStreamOfAMemberIsOpenedInAFullWorkshop() throws Exception {
        int before = connections();
        List<Listener> listeners = new ArrayList<>();
        for (int open = 0; open < WorkshopEvents.MAX_PER_WORKSHOP; open += WorkshopEvents.MAX_PER_MEMBER) {
            Member member = room.join("Group " + open);
            for (int i = 0; i < WorkshopEvents.MAX_PER_MEMBER; i++) {
                listeners.add(new Listener(SERVICE, room, member));
            }
        }
        Member last = room.join("Omsk");
        listeners.add(new Listener(SERVICE, room, last));
        assertThat(listeners).allMatch(listener -> listener.status == 200);
        assertThat(connections()).isEqualTo(before + listeners.size());
        assertThat(new Listener(SERVICE, room, last).status).isEqualTo(503);
        room.move(last, SANCTIONS, "4").ok();
        long revision = revision(room);
        for (Listener listener : listeners) {
            long seen = listener.next();
            while (seen < revision) {
                seen = listener.next();
            }
        }
        room.command("end").ok();
        Await.holds("ended streams are forgotten", () -> connections() <= before);
    }

    @Test
    void streamsEndWhenTheServiceStops() throws Exception {
        RunningService own = RunningService.start(Map.of());
        RoomFixture room = RoomFixture.open(own);
        Listener listener = new Listener(own, room, room.facilitator());
        listener.next();
        long start = System.nanoTime();
        own.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(listener.ended()).isTrue();
    }
}
