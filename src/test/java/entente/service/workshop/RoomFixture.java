package entente.service.workshop;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import entente.testkit.Answer;
import entente.testkit.Browser;
import entente.testkit.Concurrently;
import entente.testkit.RunningService;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** A workshop of a running service and its members. */
public final class RoomFixture {

    public static final String SANCTIONS = "western_sanctions_on_rus";
    public static final String REACTION = "us_reaction_severity_expected";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String API = "/api/v1/workshops";

    private final RunningService service;
    private final String code;
    private final Member facilitator;

    /** A member with a session cookie. */
    public record Member(String cookie, String letter) {

        public static final Member STRANGER = new Member("", "");
    }

    private RoomFixture(RunningService service, String code, Member facilitator) {
        this.service = service;
        this.code = code;
        this.facilitator = facilitator;
    }

    /** A new workshop over the baseline of 2018. */
    public static RoomFixture open(RunningService service) {
        return open(service, "A room", "baseline-2018");
    }

    /** A new workshop of two rounds. */
    public static RoomFixture open(RunningService service, String title, String baseline) {
        Answer created = send(
                        service,
                        Member.STRANGER,
                        "POST",
                        API,
                        "{\"title\": \"" + title + "\", \"scenario\": \"" + baseline + "\", \"rounds\": 2}")
                .ok();
        return new RoomFixture(
                service,
                created.at("/code").asString(),
                new Member(created.cookie().orElseThrow(), ""));
    }

    /** The workshop that a facilitator has opened in a browser. */
    public static RoomFixture of(RunningService service, String code, Page page) {
        Cookie cookie = page.context().cookies().stream()
                .filter(one -> one.name.contains(code))
                .findFirst()
                .orElseThrow();
        return new RoomFixture(service, code, new Member(cookie.name + "=" + cookie.value, ""));
    }

    /** The same workshop at another instance. */
    public RoomFixture at(RunningService other) {
        return new RoomFixture(other, code, facilitator);
    }

    public String code() {
        return code;
    }

    /** Of the operations of the workshop. */
    public String path() {
        return API + "/" + code;
    }

    public Member facilitator() {
        return facilitator;
    }

    /** The answer to a new group that asks to join. */
    public Answer ask(String name) {
        return send(Member.STRANGER, "POST", "/groups", "{\"name\": \"" + name + "\"}");
    }

    public Member join(String name) {
        Answer joined = ask(name).ok();
        return new Member(joined.cookie().orElseThrow(), joined.at("/letter").asString());
    }

    /** A link by which another device takes a role. */
    public JsonNode link(String role) {
        return send(facilitator, "POST", "/links", "{\"role\": \"" + role + "\"}")
                .ok()
                .json();
    }

    /** A member by a link that the facilitator makes. */
    public Member enter(String role) {
        Answer entered = send(
                        service,
                        Member.STRANGER,
                        "GET",
                        link(role).get("address").asString(),
                        "")
                .expect(303);
        return new Member(entered.cookie().orElseThrow(), "");
    }

    /** A page of the workshop in a browser of its member; {@code CODE} in the path stands for the code of the workshop. */
    public Page page(Browser browser, Member member, String path) {
        return page(browser, member, path, 1440, 900, ColorScheme.LIGHT);
    }

    public Page page(Browser browser, Member member, String path, int width, int height, ColorScheme colours) {
        Page page = browser.page(width, height, colours);
        if (!member.cookie().isEmpty()) {
            String[] cookie = member.cookie().split("=", 2);
            page.context()
                    .addCookies(List.of(new Cookie(cookie[0], cookie[1])
                            .setUrl(service.uri("/").toString())));
        }
        page.navigate(service.uri(path.replace("CODE", code)).toString());
        return page;
    }

    public Answer get(Member member, String path) {
        return send(member, "GET", path, "");
    }

    /** The group of a member, as it sees itself. */
    public JsonNode own(Member member) {
        return get(member, "").ok().json().get("own");
    }

    public Answer board(Member member) {
        return get(member, "/board");
    }

    /** @param fields beside the command, as JSON */
    public Answer command(String word, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("\"command\": \"" + word + "\"");
        return send(facilitator, "POST", "/commands", "{" + String.join(", ", all) + "}");
    }

    /** @param value as JSON */
    public Answer move(Member member, String indicator, String value) {
        return move(member, UUID.randomUUID(), indicator, value);
    }

    public Answer move(Member member, UUID id, String indicator, String value) {
        return moves(member, id, "\"" + indicator + "\", \"value\": " + value);
    }

    /** @param changes each a quoted indicator with what follows it, as JSON */
    public Answer moves(Member member, UUID id, String... changes) {
        String all = String.join("}, {\"indicator\": ", changes);
        return send(
                member, "POST", "/moves:batch", "{\"id\": \"" + id + "\", \"moves\": [{\"indicator\": " + all + "}]}");
    }

    /** So many moves of each group at each of the instances, all at the same time; again where there is no capacity. */
    static void moveAtTheSameTime(List<RoomFixture> instances, List<Member> groups, int each) throws Exception {
        List<Callable<Integer>> devices = new ArrayList<>();
        for (RoomFixture room : instances) {
            for (Member group : groups) {
                devices.add(() -> {
                    for (int i = 0; i < each; i++) {
                        UUID id = UUID.randomUUID();
                        Answer answer = room.move(group, id, SANCTIONS, String.valueOf(i % 5));
                        for (int again = 0; answer.status() == 503 && again < 50; again++) {
                            answer = room.move(group, id, SANCTIONS, String.valueOf(i % 5));
                        }
                        answer.ok();
                    }
                    return each;
                });
            }
        }
        Concurrently.run(devices);
    }

    public Answer ready(Member member, int round, boolean ready) {
        return send(member, "POST", "/ready", "{\"round\": " + round + ", \"ready\": " + ready + "}");
    }

    /** Whether each group is ready, in the order of joining, as a member sees it. */
    public List<Boolean> ready(Member member) {
        return get(member, "").ok().json().get("groups").findValues("ready").stream()
                .map(JsonNode::asBoolean)
                .toList();
    }

    /** @param path below the workshop */
    public Answer send(Member member, String method, String path, String body, String... headers) {
        return send(service, member, method, path() + path, body, headers);
    }

    public static Answer send(
            RunningService service, Member member, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = service.to(path);
        if (!member.cookie().isEmpty()) {
            request.header("Cookie", member.cookie());
        }
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return service.send(request);
    }

    /** The letters of all groups, as a member sees them. */
    public List<String> letters(Member member) {
        return get(member, "").ok().json().get("groups").findValuesAsString("letter");
    }
}
