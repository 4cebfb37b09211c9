package entente.service.api;

import static entente.service.api.ValidRequests.bytes;
import static entente.service.api.ValidRequests.page;

import entente.testkit.Answer;
import entente.testkit.HttpSample;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Workshops for valid requests, and for requests of members without permission. */
final class ValidWorkshopRequests {

    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String CREATION = "{\"title\": \"Room\", \"scenario\": \"baseline-2018\", \"rounds\": 3}";
    private static final String MOVE = "{\"indicator\": \"western_sanctions_on_rus\", \"value\": ";

    private final ValidRequests good;

    /** With three groups, A, B and C; revealed. */
    private final Workshop open;

    /** With two groups; not revealed. */
    private final Workshop hidden;

    private final Workshop ended;

    /** A workshop with the tokens of its members. */
    private record Workshop(String path, String facilitator, List<String> groups) {

        HttpSample get(String path) {
            return HttpSample.of("GET", path() + path).header("Authorization", "Bearer " + facilitator);
        }

        HttpSample post(String token, String path, String body) {
            return HttpSample.of("POST", path() + path).body(bytes(body)).header("Authorization", "Bearer " + token);
        }

        HttpSample command(String command) {
            return post(facilitator, "/commands", "{\"command\": " + command + "}");
        }

        HttpSample move(int group, int value) {
            String moves = "{\"id\": \"" + UUID.randomUUID() + "\", \"moves\": [" + MOVE + value + "}]}";
            return post(groups.get(group), "/moves:batch", moves);
        }

        HttpSample projector() {
            return post(facilitator, "/links", "{\"role\": \"PROJECTOR\"}");
        }
    }

    ValidWorkshopRequests(ValidRequests good) {
        this.good = good;
        this.open = workshop("A", "B", "C");
        send(open.move(0, 4));
        send(open.move(1, 0));
        send(open.command("\"reveal\""));
        this.hidden = workshop("A", "B");
        this.ended = workshop();
        send(ended.command("\"end\""));
    }

    void add() {
        String link = send(open.projector()).text().replaceAll("(?s).*\"address\": \"([^\"]*)\".*", "$1");
        good.put("createWorkshop", 201, ValidRequests.post("/workshops", bytes(CREATION)));
        good.put("listWorkshops", 200, ValidRequests.get("/api/v1/workshops"));
        good.put("facilitateWorkshop", 201, HttpSample.of("POST", open.path() + "/facilitators"));
        good.put("readyForWorkshop", 200, open.post(open.groups().get(0), "/ready", "{\"round\": 0, \"ready\": true}"));
        good.put("getWorkshop", 200, open.get(""));
        good.put("joinWorkshop", 201, joining(open.path(), UUID.randomUUID().toString()));
        good.put("moveReadings", 200, open.move(0, 2));
        good.put("commandWorkshop", 200, open.command("\"call\", \"message\": \"Hello\""));
        good.put("linkWorkshop", 201, open.projector());
        good.put("enterWorkshop", 303, page(link));
        good.put("enterWorkshop", 404, page(link.replaceFirst("/enter/.*", "/enter/unknown")));
        good.put("getBoard", 200, open.get("/board"));
        good.put("getDifference", 200, open.get("/difference?first=A&second=B"));
        good.put("getGroupScenario", 200, open.get("/scenarios/A"));
        good.put(
                "getResult",
                200,
                open.get("/result").header("Accept", "text/html"),
                open.get("/result").header("Accept", WORKBOOK));
        String code = open.path().substring(open.path().lastIndexOf('/') + 1);
        good.put("joinPage", 200, page("/w"));
        good.put("groupPage", 200, page("/w/" + code));
        good.put("groupPage", 404, page("/w/222222"));
        good.put("workshopsPage", 200, page("/workshops"));
        good.put("boardPage", 200, page("/workshops/" + code));
        good.put("lobbyPage", 200, page("/workshops/" + code + "/lobby"));
        good.put("projectorPage", 200, page("/workshops/" + code + "/projector"));
        good.put("getQrCode", 200, open.get("/qr").header("Accept", "image/svg+xml"));
        HttpSample events = ended.get("/events").header("Accept", "text/event-stream");
        good.put("listenToWorkshop", 200, events);
        good.put("listenToWorkshop", 204, events.header("Last-Event-ID", "1000"));
    }

    /** The same request by a member of another workshop without permission. */
    HttpSample forbidden(HttpSample sample) {
        boolean moves = sample.path().contains("/moves") || sample.path().endsWith("/ready");
        String token = moves ? hidden.facilitator() : hidden.groups().get(1);
        return sample.at(sample.path().replace(open.path(), hidden.path())).header("Authorization", "Bearer " + token);
    }

    private static HttpSample joining(String workshop, String name) {
        return HttpSample.of("POST", workshop + "/groups").body(bytes("{\"name\": \"" + name + "\"}"));
    }

    private Workshop workshop(String... names) {
        Answer created = send(ValidRequests.post("/workshops", bytes(CREATION)));
        String path = created.headers().get("location");
        return new Workshop(
                path,
                token(created),
                Stream.of(names).map(name -> token(send(joining(path, name)))).toList());
    }

    private Answer send(HttpSample sample) {
        Answer answer = good.send(sample);
        if (answer.status() >= 300) {
            throw new AssertionError(sample.path() + ": " + answer.text());
        }
        return answer;
    }

    private static String token(Answer answer) {
        String cookie = Objects.requireNonNull(answer.headers().get("set-cookie"), answer::text);
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }
}
