package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Answer;
import entente.testkit.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Permissions of the roles in a workshop. */
@Timeout(300)
class WorkshopRolesIT {

    private static final RunningService SERVICE = RunningService.shared();

    private final RoomFixture room = RoomFixture.open(SERVICE);

    /** An operation and the roles that may call it, before and after the reveal. */
    private record Line(String method, String path, String body, String before, String after) {}

    private static final List<Line> LINES = List.of(
            new Line("GET", "", "", "FGOP", "FGOP"),
            new Line("GET", "/board", "", "FP", "FGOP"),
            new Line("GET", "/difference?first=G&second=O", "", "", "FGOP"),
            new Line("GET", "/scenarios/G", "", "G", "FG"),
            new Line("GET", "/scenarios/O", "", "O", "FO"),
            new Line("GET", "/scenarios/baseline", "", "FGOP", "FGOP"),
            new Line("GET", "/result", "", "", "FGOP"),
            new Line("GET", "/qr", "", "FGOP", "FGOP"),
            new Line(
                    "POST",
                    "/moves:batch",
                    "{\"id\": \"%s\", \"moves\": [{\"indicator\": \"us_prc_gdp_ratio\"}]}",
                    "GO",
                    "GO"),
            new Line("POST", "/commands", "{\"command\": \"call\", \"message\": \"Hello\"}", "F", "F"),
            new Line("POST", "/links", "{\"role\": \"PROJECTOR\"}", "F", "F"));

    @Test
    void rolesMatchThePermissionTable() {
        Map<String, Member> members = Map.of(
                "F", room.facilitator(),
                "G", room.join("Group"),
                "O", room.join("Other"),
                "P", room.enter("PROJECTOR"));
        List<String> wrong = new ArrayList<>();
        for (boolean revealed : List.of(false, true)) {
            if (revealed) {
                room.command("reveal").ok();
            }
            for (Line line : LINES) {
                members.forEach((role, member) -> {
                    boolean allowed = (revealed ? line.after() : line.before()).contains(role);
                    int status = send(room, line, member).status();
                    if (allowed ? status / 100 != 2 : status != 403) {
                        wrong.add(role + " " + line.method() + " " + line.path() + " revealed " + revealed + ": "
                                + status);
                    }
                });
                int stranger = send(room, line, Member.STRANGER).status();
                if (stranger != 401) {
                    wrong.add("stranger " + line.path() + ": " + stranger);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Answer send(RoomFixture room, Line line, Member member) {
        String body = line.body().formatted(UUID.randomUUID());
        return room.send(
                member,
                line.method(),
                line.path(),
                body,
                "Accept",
                line.path().equals("/qr") ? "image/svg+xml" : "*/*");
    }

    @Test
    void tokensAreValidForTheirWorkshopOnly() {
        RoomFixture another = RoomFixture.open(SERVICE);
        another.get(room.facilitator(), "").expect(401);
        String renamed = room.facilitator().cookie().replace(room.code(), another.code());
        another.get(new Member(renamed, ""), "").expect(401);
        another.get(room.facilitator(), "/events").expect(401);
    }

    @Test
    void cookiesAreHttpOnlyAndSameSite() {
        Answer joined = room.ask("Minsk").ok();
        assertThat(joined.one("Set-Cookie"))
                .startsWith("workshop-" + room.code() + "=entw_")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(joined.text()).doesNotContain("entw_");
    }

    @Test
    void linksAreSingleUse() {
        String link = room.link("PROJECTOR").get("address").asString();
        Answer looked =
                RoomFixture.send(SERVICE, Member.STRANGER, "HEAD", link, "").expect(303);
        assertThat(looked.cookie()).isEmpty();
        SERVICE.get(link).expect(303);
        SERVICE.get(link).expect(404);
    }

    @Test
    void tokenOfAMemberIsNoLinkAndStaysValid() {
        Member group = room.join("Kazan");
        String token = group.cookie().substring(group.cookie().indexOf('=') + 1);
        String path = "/workshops/" + room.code() + "/enter/" + token;
        for (String method : List.of("GET", "HEAD")) {
            assertThat(RoomFixture.send(SERVICE, Member.STRANGER, method, path, "")
                            .status())
                    .as(method)
                    .isEqualTo(404);
        }
        room.get(group, "").ok();
    }

    @Test
    void linkAdmitsAGroupOnAnotherDevice() {
        room.join("Kazan");
        String link = room.send(room.facilitator(), "POST", "/links", "{\"role\": \"GROUP\", \"group\": \"K\"}")
                .ok()
                .at("/address")
                .asString();
        Member again = new Member(SERVICE.get(link).cookie().orElseThrow(), "K");
        assertThat(room.own(again).get("letter").asString()).isEqualTo("K");
        assertThat(room.send(room.facilitator(), "POST", "/links", "{\"role\": \"GROUP\", \"group\": \"X\"}")
                        .error())
                .isEqualTo("UNKNOWN_GROUP");
    }

    @Test
    void groupsHaveLettersAndAMemberDoesNotJoinAgain() {
        Member first = room.join("Kazan");
        assertThat(first.letter()).isEqualTo("K");
        assertThat(room.join("Kursk").letter()).isEqualTo("KU");
        assertThat(room.send(first, "POST", "/groups", "{\"name\": \"Omsk\"}").error())
                .isEqualTo("ALREADY_MEMBER");
        assertThat(room.letters(room.facilitator())).containsExactly("K", "KU");
    }

    /** Members are not affected. */
    @Test
    @Tag("thorough")
    void guessesAreDelayedThenRefused() {
        try (RunningService service = RunningService.start(Map.of())) {
            RoomFixture guessed = RoomFixture.open(service);
            Member group = guessed.join("Kazan");
            List<String> bodies = new ArrayList<>();
            List<String> codes = List.of("ABCDEF", "x", "234567", guessed.code().substring(0, 5) + "O");
            for (String code : codes) {
                long start = System.nanoTime();
                Answer answer = ask(service, code).expect(404);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(CodeGuesses.DELAY);
                bodies.add(answer.text().replaceAll("occurrences/[0-9a-f-]+", ""));
            }
            assertThat(bodies).containsOnly(bodies.get(0));
            for (int i = codes.size(); i < CodeGuesses.MAX_WRONG; i++) {
                String join = "/api/v1/workshops/ABCDEF/groups";
                RoomFixture.send(service, Member.STRANGER, "POST", join, "{\"name\": \"Omsk\"}")
                        .expect(404);
            }
            Answer refused = ask(service, "ABCDEF").expect(429);
            assertThat(refused.all("Retry-After")).isNotEmpty();
            // The right code is refused now too, except for members.
            ask(service, guessed.code()).expect(429);
            guessed.get(group, "").ok();
            guessed.command("pause").ok();
        }
    }

    private static Answer ask(RunningService service, String code) {
        return service.get("/api/v1/workshops/" + code);
    }
}
