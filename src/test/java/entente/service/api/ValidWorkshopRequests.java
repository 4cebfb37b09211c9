package entente.service.api;

import static entente.service.api.ValidRequests.bytes;
import static entente.service.api.ValidRequests.page;
import static entente.service.workshop.RoomFixture.SANCTIONS;

import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.HttpSample;
import entente.testkit.RunningService;
import java.util.UUID;

/** Workshops for valid requests, and for requests of members without permission. */
final class ValidWorkshopRequests {

    private static final String CREATION = "{\"title\": \"Room\", \"scenario\": \"baseline-2018\", \"rounds\": 3}";

    private final ValidRequests good;

    /** With three groups, A, B and C; revealed. */
    private final RoomFixture open;

    private final Member group;

    /** Not revealed: its group B may not see what A has set. */
    private final RoomFixture hidden;

    private final Member hiddenGroup;
    private final RoomFixture ended;

    ValidWorkshopRequests(ValidRequests good, RunningService service) {
        this.good = good;
        this.open = RoomFixture.open(service);
        this.group = open.join("A");
        open.move(group, SANCTIONS, "4").ok();
        open.move(open.join("B"), SANCTIONS, "0").ok();
        open.join("C");
        open.command("reveal").ok();
        this.hidden = RoomFixture.open(service);
        hidden.join("A");
        this.hiddenGroup = hidden.join("B");
        this.ended = RoomFixture.open(service);
        ended.command("end").ok();
    }

    void add() {
        good.put("createWorkshop", 201, ValidRequests.post("/workshops", bytes(CREATION)));
        good.put("listWorkshops", 200, ValidRequests.get("/api/v1/workshops"));
        good.put("facilitateWorkshop", 201, HttpSample.of("POST", open.path() + "/facilitators"));
        good.put("readyForWorkshop", 200, post(group, "/ready", "{\"round\": 0, \"ready\": true}"));
        good.put("getWorkshop", 200, get(open, ""));
        String name = "{\"name\": \"" + UUID.randomUUID() + "\"}";
        good.put(
                "joinWorkshop",
                201,
                HttpSample.of("POST", open.path() + "/groups").body(bytes(name)));
        String move = "{\"id\": \"" + UUID.randomUUID() + "\", \"moves\": [{\"indicator\": \"" + SANCTIONS
                + "\", \"value\": 2}]}";
        good.put("moveReadings", 200, post(group, "/moves:batch", move));
        good.put(
                "commandWorkshop",
                200,
                post(open.facilitator(), "/commands", "{\"command\": \"call\", \"message\": \"Hello\"}"));
        good.put("linkWorkshop", 201, post(open.facilitator(), "/links", "{\"role\": \"PROJECTOR\"}"));
        String link = open.link("PROJECTOR").get("address").asString();
        good.put("enterWorkshop", 303, page(link));
        good.put("enterWorkshop", 404, page(link.replaceFirst("/enter/.*", "/enter/unknown")));
        good.put("getBoard", 200, get(open, "/board"));
        good.put("getDifference", 200, get(open, "/difference?first=A&second=B"));
        good.put("getGroupScenario", 200, get(open, "/scenarios/A"));
        good.put(
                "getResult",
                200,
                get(open, "/result").header("Accept", "text/html"),
                get(open, "/result").header("Accept", ScenarioBody.XLSX));
        good.put("joinPage", 200, page("/w"));
        good.put("groupPage", 200, page("/w/" + open.code()));
        good.put("groupPage", 404, page("/w/222222"));
        good.put("workshopsPage", 200, page("/workshops"));
        good.put("boardPage", 200, page("/workshops/" + open.code()));
        good.put("lobbyPage", 200, page("/workshops/" + open.code() + "/lobby"));
        good.put("projectorPage", 200, page("/workshops/" + open.code() + "/projector"));
        good.put("getQrCode", 200, get(open, "/qr").header("Accept", "image/svg+xml"));
        HttpSample events = get(ended, "/events").header("Accept", "text/event-stream");
        good.put("listenToWorkshop", 200, events);
        good.put("listenToWorkshop", 204, events.header("Last-Event-ID", "1000"));
    }

    private static HttpSample get(RoomFixture room, String path) {
        return by(room.facilitator(), HttpSample.of("GET", room.path() + path));
    }

    private HttpSample post(Member member, String path, String body) {
        return by(member, HttpSample.of("POST", open.path() + path).body(bytes(body)));
    }

    private static HttpSample by(Member member, HttpSample sample) {
        String token = member.cookie().substring(member.cookie().indexOf('=') + 1);
        return sample.header("Authorization", "Bearer " + token);
    }

    /** The same request by a member of another workshop without permission. */
    HttpSample forbidden(HttpSample sample) {
        boolean moves = sample.path().contains("/moves") || sample.path().endsWith("/ready");
        return by(
                moves ? hidden.facilitator() : hiddenGroup,
                sample.at(sample.path().replace(open.path(), hidden.path())));
    }
}
