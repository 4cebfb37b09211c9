package entente.service.api;

import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Workshops for valid requests, and for requests of members without permission. */
final class ValidWorkshopRequests {

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String CREATION = "{\"title\": \"Room\", \"scenario\": \"baseline-2018\", \"rounds\": 3}";

    private final ValidRequests good;

    /** With three groups, A, B and C; revealed. */
    private final Workshop open;

    /** With two groups; not revealed. */
    private final Workshop hidden;

    private final Workshop ended;

    /** A workshop with the tokens of its members. */
    private record Workshop(String path, String facilitator, List<String> groups) {}

    ValidWorkshopRequests(ValidRequests good) {
        this.good = good;
        this.open = workshop("A", "B", "C");
        move(open, 0, "4");
        move(open, 1, "0");
        send(open, open.facilitator(), "/commands", "{\"command\": \"reveal\"}");
        this.hidden = workshop("A", "B");
        this.ended = workshop();
        send(ended, ended.facilitator(), "/commands", "{\"command\": \"end\"}");
    }

    void addTo(Map<String, List<ValidRequests.Good>> all) {
        String link = send(open, open.facilitator(), "/links", "{\"role\": \"PROJECTOR\"}")
                .text()
                .replaceAll("(?s).*\"address\": \"([^\"]*)\".*", "$1");
        all.put("createWorkshop", List.of(ok(ValidRequests.post("/workshops", bytes(CREATION)), 201)));
        all.put("listWorkshops", List.of(ok(HttpSample.of("GET", "/api/v1/workshops"), 200)));
        all.put("facilitateWorkshop", List.of(ok(HttpSample.of("POST", open.path() + "/facilitators"), 201)));
        all.put("readyForWorkshop", List.of(ok(post(0, "/ready", "{\"round\": 0, \"ready\": true}"), 200)));
        all.put("getWorkshop", List.of(ok(get(""), 200)));
        all.put(
                "joinWorkshop",
                List.of(ok(
                        ValidRequests.post("/workshops", bytes("{\"name\": \"" + UUID.randomUUID() + "\"}"))
                                .at(open.path() + "/groups"),
                        201)));
        String move = "\"indicator\": \"western_sanctions_on_rus\", \"value\": 2}";
        all.put(
                "moveReadings",
                List.of(ok(
                        post(0, "/moves:batch", "{\"id\": \"" + UUID.randomUUID() + "\", \"moves\": [{" + move + "]}"),
                        200)));
        all.put(
                "commandWorkshop",
                List.of(ok(post(-1, "/commands", "{\"command\": \"call\", \"message\": \"Hello\"}"), 200)));
        all.put("linkWorkshop", List.of(ok(post(-1, "/links", "{\"role\": \"PROJECTOR\"}"), 201)));
        all.put(
                "enterWorkshop",
                List.of(ok(page(link), 303), ok(page(link.replaceFirst("/enter/.*", "/enter/unknown")), 404)));
        all.put("getBoard", List.of(ok(get("/board"), 200)));
        all.put("getDifference", List.of(ok(get("/difference?first=A&second=B"), 200)));
        all.put("getGroupScenario", List.of(ok(get("/scenarios/A"), 200)));
        all.put(
                "getResult",
                List.of(
                        ok(get("/result").header("Accept", "text/html"), 200),
                        ok(get("/result").header("Accept", WORKBOOK), 200)));
        String code = open.path().substring(open.path().lastIndexOf('/') + 1);
        all.put("joinPage", List.of(ok(page("/w"), 200)));
        all.put("groupPage", List.of(ok(page("/w/" + code), 200), ok(page("/w/222222"), 404)));
        all.put("workshopsPage", List.of(ok(page("/workshops"), 200)));
        all.put("boardPage", List.of(ok(page("/workshops/" + code), 200)));
        all.put("lobbyPage", List.of(ok(page("/workshops/" + code + "/lobby"), 200)));
        all.put("projectorPage", List.of(ok(page("/workshops/" + code + "/projector"), 200)));
        all.put("getQrCode", List.of(ok(get("/qr").header("Accept", "image/svg+xml"), 200)));
        HttpSample events = HttpSample.of("GET", ended.path() + "/events")
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + ended.facilitator());
        all.put("listenToWorkshop", List.of(ok(events, 200), ok(events.header("Last-Event-ID", "1000"), 204)));
    }

    /** The same request by a member of another workshop without permission. */
    HttpSample forbidden(HttpSample sample) {
        boolean moves = sample.path().contains("/moves") || sample.path().endsWith("/ready");
        String token = moves ? hidden.facilitator() : hidden.groups().get(1);
        return sample.at(sample.path().replace(open.path(), hidden.path())).header("Authorization", "Bearer " + token);
    }

    private static HttpSample page(String path) {
        return HttpSample.of("GET", path).header("Accept", "text/html");
    }

    private HttpSample get(String path) {
        return HttpSample.of("GET", open.path() + path).header("Authorization", "Bearer " + open.facilitator());
    }

    /** @param group below 0 for the facilitator */
    private HttpSample post(int group, String path, String body) {
        String token = group < 0 ? open.facilitator() : open.groups().get(group);
        return ValidRequests.post("/workshops", bytes(body))
                .at(open.path() + path)
                .header("Authorization", "Bearer " + token);
    }

    private static ValidRequests.Good ok(HttpSample sample, int status) {
        return new ValidRequests.Good(sample, status);
    }

    private Workshop workshop(String... names) {
        HttpWire.Answer created = good.send(ValidRequests.post("/workshops", bytes(CREATION)));
        Workshop workshop = new Workshop(created.headers().get("location"), token(created), List.of());
        return new Workshop(
                workshop.path(),
                workshop.facilitator(),
                List.of(names).stream()
                        .map(name ->
                                token(good.send(ValidRequests.post("/workshops", bytes("{\"name\": \"" + name + "\"}"))
                                        .at(workshop.path() + "/groups"))))
                        .toList());
    }

    private void move(Workshop workshop, int group, String value) {
        send(
                workshop,
                workshop.groups().get(group),
                "/moves:batch",
                "{\"id\": \"" + UUID.randomUUID()
                        + "\", \"moves\": [{\"indicator\": \"western_sanctions_on_rus\", \"value\": " + value + "}]}");
    }

    private HttpWire.Answer send(Workshop workshop, String token, String path, String body) {
        HttpWire.Answer answer = good.send(ValidRequests.post("/workshops", bytes(body))
                .at(workshop.path() + path)
                .header("Authorization", "Bearer " + token));
        if (answer.status() >= 300) {
            throw new AssertionError(path + ": " + answer.text());
        }
        return answer;
    }

    private static String token(HttpWire.Answer answer) {
        String cookie = answer.headers().get("set-cookie");
        if (cookie == null) {
            throw new AssertionError(answer.text());
        }
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private static byte[] bytes(String text) {
        return ValidRequests.bytes(text);
    }
}
