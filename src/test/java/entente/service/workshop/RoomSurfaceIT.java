package entente.service.workshop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiEndpoint;
import entente.service.keys.Role;
import entente.service.problem.ProblemException;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Answer;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import entente.testkit.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The room address serves the listed operations and nothing else. */
@Timeout(300)
@Tag("thorough")
class RoomSurfaceIT {

    private static final String SCENARIO =
            "{\"schemaVersion\": \"1\", \"id\": \"x\", \"title\": \"X\", \"extends\": \"baseline-2018\", \"readings\": {}}";

    /** On this machine all of 127.0.0.0/8 is local; the second address stands for that of the room. */
    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of(
            "entente.room.open", "true",
            "entente.room.address", "127.0.0.2",
            "entente.room.scenario", "baseline-2018",
            "entente.room.resume-options", "--archive 'a folder' --port 9000"));

    private static String base;
    private static Member facilitator;

    @BeforeAll
    static void start() {
        base = SERVICE.bean(RoomConnector.class).base().orElseThrow();
        facilitator = RoomFixture.open(SERVICE).facilitator();
    }

    @Test
    void announcementNamesTheRoomAndTheCommandThatResumes() {
        assertThat(SERVICE.bean(RoomAnnouncement.class).lines())
                .contains("Groups join at  " + base + "/w")
                .last()
                .asString()
                .matches("Stop with Ctrl\\+C\\. To go on later: ./entente workshop --resume "
                        + "[A-Z0-9]{6} --archive 'a folder' --port 9000");
    }

    private static Answer ask(String method, String path, Member member, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        request.method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(SCENARIO));
        request.header("Content-Type", "application/json");
        if (!member.cookie().isEmpty()) {
            request.header("Cookie", member.cookie());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return SERVICE.send(request);
    }

    private static Answer wire(String room, String head) throws IOException {
        URI address = URI.create(room);
        return HttpWire.send(
                InetAddress.getByName(address.getHost()), address.getPort(), head + "Connection: close\n", new byte[0]);
    }

    private static int status(String method, String path, Member member) {
        return ask(method, path, member).status();
    }

    @ParameterizedTest
    @CsvSource({"/, /w", "/w/, /w", "/W, /w", "/W/k7m42p, /w/k7m42p", "/w/k7m42p/, /w/k7m42p"})
    void nearMissesOfAnAddressLeadToIt(String path, String meant) {
        Answer answer = ask("GET", path, Member.STRANGER).expect(302);
        assertThat(answer.one("Location")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/w/", "/W", "/W/", "/w", "/nowhere"})
    void foreignHostIsRefusedBeforeAnythingElse(String path) throws IOException {
        Answer answer =
                wire(base, "GET " + path + " HTTP/1.1\nHost: evil.example\n").expect(421);
        assertThat(answer.all("Location")).isEmpty();
        assertThat(answer.text()).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w/K7M42P/foo", "/w?code=K7M42P"})
    void browserGetsAPageForAWrongAddress(String path) {
        Answer page = ask("GET", path, Member.STRANGER, "Accept", "text/html,*/*;q=0.8");
        assertThat(page.one("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.text()).contains("<a href=\"/w\">Join a workshop</a>");
        Answer json = ask("GET", path, Member.STRANGER);
        assertThat(json.one("Content-Type")).isEqualTo("application/problem+json");
        assertThat(page.status()).isEqualTo(json.status());
    }

    @Test
    void linkForAnotherDeviceHasACode() {
        assertThat(RoomFixture.open(SERVICE).link("PROJECTOR").get("qrCode").asString())
                .startsWith("<svg");
        assertThat(RoomFixture.open(RunningService.shared()).link("PROJECTOR").has("qrCode"))
                .isFalse();
    }

    @Test
    void linkThatOpensNothingLeadsToThePageForJoining() {
        Answer answer = ask(
                        "GET", "/workshops/" + RoomFixture.open(SERVICE).code() + "/enter/0123456789", Member.STRANGER)
                .expect(404);
        assertThat(answer.text()).contains("<workshop-join", "used already");
    }

    /** The reviewed list says in a fourth word what a request needs at the address of a room. */
    @Test
    void listMatchesTheReviewedEntries() throws IOException {
        assertThat(RoomFilter.ENTRIES)
                .extracting(entry -> entry.method() + " " + entry.pattern() + " " + entry.need())
                .as("entries of RoomFilter, against the lines of src/test/resources/surface.txt with a fourth word")
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(Path.of("src/test/resources/surface.txt")).stream()
                                .filter(line -> line.matches("[A-Z]+ /\\S* [A-Z]+ [A-Z_]+"))
                                .map(line -> line.replaceFirst(" [A-Z]+ (?=[A-Z_]+$)", " "))
                                .toList());
    }

    @Test
    void workshopOperationsAreListedAndOthersGet404() {
        Set<String> listed = RoomFilter.ENTRIES.stream()
                .map(entry -> entry.method() + " " + entry.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> wrong = new ArrayList<>();
        for (ApiEndpoint endpoint : ApiEndpoint.of(SERVICE.context().getBeanFactory())) {
            String call = endpoint.method() + " " + endpoint.path();
            // The way back into a workshop is for this machine only.
            boolean expected = endpoint.path().contains("/workshops/{code}")
                    && !endpoint.path().endsWith("/facilitators");
            if (expected != listed.contains(call) && endpoint.path().startsWith("/api/v1/workshops")) {
                wrong.add(call + " is not on the list");
            }
            // The front page leads to joining, which another test checks.
            if (!listed.contains(call) && !call.equals("GET /")) {
                String path = endpoint.path().replaceAll("\\{[a-z]+}", "x-1");
                int status = status(endpoint.method(), path, facilitator);
                if (status != 404) {
                    wrong.add(call + ": " + status);
                }
            }
        }
        for (String path : List.of(
                "/try",
                "/workbench",
                "/workshops",
                "/actuator/health",
                "/actuator/prometheus",
                "/api/v1/openapi.json",
                "/problems",
                "/w/../api/v1/rules",
                "/page/../actuator/info",
                "/briefings")) {
            int status = status("GET", path, facilitator);
            if (status != 404 && status != 400) {
                wrong.add(path + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void otherMethodsGet404() {
        List<String> wrong = new ArrayList<>();
        for (RoomFilter.Entry entry : RoomFilter.ENTRIES) {
            for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
                int status = status(
                        method, entry.pattern().replaceAll("\\{[a-z]+}", "x-1").replace("**", "x"), facilitator);
                if (status != 404) {
                    wrong.add(method + " " + entry.pattern() + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void evaluationsNeedAMember() {
        Map<String, Integer> asked = Map.of(
                "/api/v1/assessments?keep=false", 200,
                "/api/v1/assessments", 404,
                "/api/v1/assessments?keep=true", 404,
                "/api/v1/sensitivities", 200);
        asked.forEach((path, expected) -> {
            assertThat(status("POST", path, facilitator)).as(path).isEqualTo(expected);
            assertThat(status("POST", path, Member.STRANGER)).as(path).isEqualTo(404);
        });
        Member forged = new Member("workshop-ABCDEF=entw_" + "x".repeat(43), "");
        assertThat(status("POST", "/api/v1/sensitivities", forged)).isEqualTo(404);
    }

    /** Not of the loopback interface. A machine without a network has none; its workshop is local. */
    @Test
    void roomOpensAtTheAddressOfANetwork() throws IOException {
        try (RunningService own =
                RunningService.start(Map.of("entente.room.open", "true", "entente.room.scenario", "baseline-2018"))) {
            for (String room : own.bean(RoomConnector.class).base().stream().toList()) {
                String host = "Host: " + URI.create(room).getAuthority();
                assertThat(wire(room, "GET /w HTTP/1.1\n" + host + "\n").status())
                        .as(room)
                        .isEqualTo(200);
            }
        }
    }

    /** Although this address is one of a proxy: none stands before the address of a room. */
    @Test
    void guestIsWhereItsConnectionComesFrom() throws IOException {
        TestKeys keys = new TestKeys(Map.of("ada", Role.READER));
        try (RunningService own = RunningService.start(Map.of(
                "entente.room.open", "true",
                "entente.room.address", "127.0.0.3",
                "entente.room.scenario", "baseline-2018",
                "entente.access.keys", keys.file().toString(),
                "entente.access.proxies", "127.0.0.0/8"))) {
            String room = own.bean(RoomConnector.class).base().orElseThrow();
            int status = 0;
            for (int i = 0; i <= 10; i++) {
                status = wire(
                                room,
                                "GET /w/AAAAA" + "BCDEFGHJKMN".charAt(i) + " HTTP/1.1\nHost: "
                                        + URI.create(room).getAuthority() + "\nX-Forwarded-For: 10.1.1." + i + "\n")
                        .status();
            }
            assertThat(status).isEqualTo(429);
        }
    }

    /** So that others have capacity, whatever all guests of a room do together, or one of them alone. */
    @Test
    void guestsEvaluateAsGuestsAndEachAsItself() {
        RoomFixture room = RoomFixture.open(SERVICE);
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        int number = room.own(kazan).get("number").asInt();
        String sensitivities = "/api/v1/sensitivities";
        Deque<Caller> admitted = fill(turn -> new Caller("guest " + turn, true, () -> false));
        assertThat(ask("POST", sensitivities, kazan).text()).contains("Your share of the service is in use");
        SERVICE.post(sensitivities, SCENARIO.getBytes(UTF_8)).expect(200);
        release(admitted);
        Caller own = new Caller("workshop " + room.code() + " group " + number, true, () -> false);
        admitted = fill(turn -> own);
        assertThat(ask("POST", sensitivities, kazan).text()).contains("Your share of the service is in use");
        assertThat(status("POST", sensitivities, omsk)).isEqualTo(200);
        release(admitted);
    }

    /** Admits such callers until one is refused. */
    private static Deque<Caller> fill(IntFunction<Caller> callers) {
        EvaluationExecutor evaluations = SERVICE.bean(EvaluationExecutor.class);
        Deque<Caller> admitted = new ArrayDeque<>();
        try {
            while (true) {
                evaluations.admit(Cost.HEAVY, callers.apply(admitted.size()));
                admitted.add(callers.apply(admitted.size()));
            }
        } catch (ProblemException full) {
            return admitted;
        }
    }

    private static void release(Deque<Caller> admitted) {
        admitted.forEach(caller -> SERVICE.bean(EvaluationExecutor.class).release(Cost.HEAVY, caller));
    }

    @Test
    void guestStoresNothingByAKey() {
        int before = SERVICE.rows("idempotent_response");
        for (String path :
                List.of("/api/v1/assessments?keep=false", "/api/v1/sensitivities", "/api/v1/flips?keep=false")) {
            Answer answer = ask("POST", path, facilitator, "Idempotency-Key", "a-key");
            assertThat(answer.status()).as(path).isNotEqualTo(404);
            assertThat(answer.all("Idempotency-Replayed")).isEmpty();
        }
        assertThat(SERVICE.rows("idempotent_response")).isEqualTo(before);
    }

    private static final Map<String, String> BODIES = Map.of(
            "/groups", "{\"name\": \"Newcomer\"}",
            "/moves:batch",
                    "{\"id\": \"00000000-0000-4000-8000-000000000002\", \"moves\": [{\"indicator\": \"us_prc_gdp_ratio\"}]}",
            "/ready", "{\"round\": 0, \"ready\": true}",
            "/commands", "{\"command\": \"call\", \"message\": \"Hello\"}",
            "/links", "{\"role\": \"PROJECTOR\"}");

    /**
     * Two rooms in which one group has set other values get the same answers, by any operation and for any role but that of
     * the group.
     */
    @Test
    void nothingThatAGroupSetsLeavesBeforeTheReveal() {
        Map<String, String> one = answersWhere("0", "7.31");
        Map<String, String> other = answersWhere("4", "12.9");
        assertThat(one).hasSizeGreaterThan(100);
        assertThat(one.keySet()).isEqualTo(other.keySet());
        assertThat(one.keySet()).allMatch(call -> one.get(call).equals(other.get(call)));
    }

    private static Map<String, String> answersWhere(String reaction, String exports) {
        RoomFixture room = RoomFixture.open(SERVICE);
        Member kazan = room.join("Kazan");
        Map<String, Member> members = new LinkedHashMap<>();
        members.put("group", room.join("Omsk"));
        members.put("stranger", Member.STRANGER);
        members.put("projector", room.enter("PROJECTOR"));
        members.put("facilitator", room.facilitator());
        room.move(kazan, RoomFixture.REACTION, reaction).ok();
        room.move(kazan, "prc_export_share_us_pct", exports).ok();
        room.command("start-round").ok();
        room.move(kazan, RoomFixture.REACTION, "2").ok();
        assertThat(room.get(kazan, "").text()).contains(exports);
        Set<String> calls = new TreeSet<>();
        RoomFilter.ENTRIES.forEach(entry -> calls.add(entry.method() + " " + entry.pattern()));
        ApiEndpoint.of(SERVICE.context().getBeanFactory()).stream()
                .filter(endpoint -> endpoint.path().contains("{code}"))
                .forEach(endpoint -> calls.add(endpoint.method() + " " + endpoint.path()));
        // A link lets the facilitator act as a group, and the room cannot make one.
        calls.removeIf(call -> call.endsWith("/facilitators") || call.endsWith("/qr") || call.contains("**"));
        Map<String, String> answers = new TreeMap<>();
        members.forEach((role, member) -> {
            for (String call : calls) {
                for (String group : call.contains("{group}") ? List.of("K", "O", "baseline") : List.of("")) {
                    String method = call.substring(0, call.indexOf(' '));
                    String path = call.substring(call.indexOf(' ') + 1)
                            .replace("{code}", room.code())
                            .replace("{group}", group)
                            .replace("{key}", "unknown")
                            .replace("{id}", "baseline-2018");
                    assertThat(path).doesNotContain("{");
                    String query = path.endsWith("/difference")
                            ? "?first=K&second=O"
                            : path.endsWith("/assessments") ? "?keep=false" : "";
                    String body = method.equals("GET")
                            ? ""
                            : BODIES.getOrDefault(path.substring(path.lastIndexOf('/')), SCENARIO);
                    for (String accept :
                            path.endsWith("/events") ? List.of("text/plain") : List.of("*/*", RoomFixture.WORKBOOK)) {
                        Answer answer = RoomFixture.send(SERVICE, member, method, path + query, body, "Accept", accept);
                        answers.put(
                                role + " " + call + " " + group + " " + accept,
                                answer.status() + " "
                                        + answer.text()
                                                .replaceAll(
                                                        "(?i)" + room.code().substring(0, 3) + " ?"
                                                                + room.code().substring(3),
                                                        "CODE")
                                                .replaceAll("occurrences/[0-9a-f-]+", "")
                                                .replaceAll("enter/entw_[A-Za-z0-9_-]+", "")
                                                .replaceAll("\"qrCode\": \"(?:[^\"\\\\]|\\\\.)*+\"", "")
                                                .replaceAll("\"(silentSeconds|revision)\": \\d+", ""));
                    }
                }
            }
        });
        return answers;
    }

    @Test
    void baselineIsTheOnlyScenario() {
        assertThat(status("GET", "/api/v1/scenarios/baseline-2018", facilitator))
                .isEqualTo(200);
        assertThat(status("GET", "/api/v1/scenarios/taiwan-war", facilitator)).isEqualTo(404);
        assertThat(status("GET", "/api/v1/scenarios/baseline-2018", Member.STRANGER))
                .isEqualTo(404);
        assertThat(status("GET", "/api/v1/indicators", Member.STRANGER)).isEqualTo(200);
    }

    @Test
    void groupsJoinAndMoveAtTheRoomAddress() throws IOException, InterruptedException {
        RoomFixture room = RoomFixture.open(SERVICE);
        Answer joined =
                SERVICE.send(HttpRequest.newBuilder(URI.create(base + "/api/v1/workshops/" + room.code() + "/groups"))
                        .header("Content-Type", "application/json")
                        .header("Origin", base)
                        .POST(BodyPublishers.ofString("{\"name\": \"Kazan\"}")));
        Member group = new Member(joined.expect(201).cookie().orElseThrow(), "K");
        assertThat(status("GET", "/api/v1/workshops/" + room.code(), group)).isEqualTo(200);
    }

    @Test
    void foreignPagesAreRefused() {
        ask("POST", "/api/v1/sensitivities", facilitator, "Origin", "http://elsewhere.example")
                .expect(403);
    }
}
