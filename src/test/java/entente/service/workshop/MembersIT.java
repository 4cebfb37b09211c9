package entente.service.workshop;

import static entente.service.workshop.RoomFixture.REACTION;
import static entente.service.workshop.RoomFixture.SANCTIONS;
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
import tools.jackson.databind.JsonNode;

/** What members of a workshop may do by their role; moves are stored once and in order, and answered with the verdict. */
@Timeout(300)
class MembersIT {

    private static final RunningService SERVICE = RunningService.shared();

    private final RoomFixture room = RoomFixture.open(SERVICE);

    private static Answer join(RoomFixture room, Member member, UUID id) {
        return room.send(member, "POST", "/groups", "{\"name\": \"Kazan\", \"id\": \"" + id + "\"}");
    }

    @Test
    void repeatedMoveGetsTheSameAnswerAndIsStoredOnce() {
        Member group = room.join("Kazan");
        UUID id = UUID.randomUUID();
        Answer first = room.move(group, id, SANCTIONS, "4").ok();
        room.move(group, SANCTIONS, "1").ok();
        assertThat(room.move(group, id, SANCTIONS, "4").ok().text()).isEqualTo(first.text());
        assertThat(room.own(group).get("revision").asInt()).isEqualTo(2);
        assertThat(room.own(group).at("/readings/0/value").asInt()).isEqualTo(1);
    }

    @Test
    void movesSetClearAndResetValues() {
        Member group = room.join("Kazan");
        assertThat(room.move(group, SANCTIONS, "4").ok().at("/moved").asInt()).isEqualTo(1);
        assertThat(room.move(group, REACTION, "null").ok().at("/moved").asInt()).isEqualTo(2);
        assertThat(room.own(group).at("/readings/0/value").isNull()).isTrue();
        Answer back = room.moves(group, UUID.randomUUID(), "\"" + SANCTIONS + "\"", "\"" + REACTION + "\"")
                .ok();
        assertThat(back.at("/moved").asInt()).isZero();
        assertThat(back.at("/revision").asInt()).isEqualTo(3);
        assertThat(room.own(group).get("readings").isEmpty()).isTrue();
    }

    @Test
    void readingAtItsBaselineIsNotCountedAsMoved() {
        Member group = room.join("Kazan");
        room.command("reveal").ok();
        room.move(group, SANCTIONS, "4").ok();
        double baseline = room.board(group).at("/findings/spread/0/baseline").asDouble();
        assertThat(room.move(group, SANCTIONS, String.valueOf(baseline))
                        .ok()
                        .at("/moved")
                        .asInt())
                .isZero();
    }

    @Test
    void movesAreValidatedLikeScenarioReadings() {
        Member group = room.join("Kazan");
        assertThat(room.move(group, SANCTIONS, "99").error()).isEqualTo("OUT_OF_RANGE");
        room.move(group, SANCTIONS, "1.5").expect(422);
        assertThat(room.move(group, SANCTIONS, "\"4\"").error()).isEqualTo("WRONG_TYPE");
        Answer misspelt = room.move(group, "western_sanctions_on_rs", "3");
        assertThat(misspelt.error()).isEqualTo("UNKNOWN_INDICATOR");
        assertThat(misspelt.at("/errors/0/pointer").asString()).isEqualTo("#/moves/0/indicator");
        assertThat(misspelt.text()).contains(SANCTIONS);
        Answer second = room.moves(
                group, UUID.randomUUID(), "\"" + SANCTIONS + "\", \"value\": 1", "\"" + REACTION + "\", \"value\": -1");
        assertThat(second.at("/errors/0/pointer").asString()).isEqualTo("#/moves/1/value");
        assertThat(room.own(group).get("revision").asInt()).isZero();
    }

    @Test
    void movesAreRefusedWhilePausedLockedOrEnded() {
        Member group = room.join("Kazan");
        UUID id = UUID.randomUUID();
        room.move(group, id, SANCTIONS, "4").ok();
        room.command("pause").ok();
        assertThat(room.move(group, REACTION, "1").error()).isEqualTo("PAUSED");
        // A stored move still gets its answer.
        room.move(group, id, SANCTIONS, "4").ok();
        room.command("resume").ok();
        room.command("lock", "\"readings\": [\"" + REACTION + "\"]").ok();
        assertThat(room.move(group, REACTION, "1").error()).isEqualTo("LOCKED");
        room.move(group, SANCTIONS, "2").ok();
        room.command("unlock", "\"readings\": [\"" + REACTION + "\"]").ok();
        room.move(group, REACTION, "1").ok();
        room.command("end").ok();
        assertThat(room.move(group, REACTION, "2").error()).isEqualTo("ENDED");
        assertThat(room.command("reveal").error()).isEqualTo("ENDED");
        assertThat(room.ask("Late").error()).isEqualTo("ENDED");
    }

    @Test
    void roundsTakeSnapshots() {
        Member group = room.join("Kazan");
        room.command("start-round").ok();
        double before = room.move(group, SANCTIONS, "4").ok().at("/percent").asDouble();
        room.command("reveal").ok();
        room.command("start-round").ok();
        assertThat(room.command("start-round").error()).isEqualTo("ROUNDS_OVER");
        room.move(group, SANCTIONS, "0").ok();
        room.command("reveal").ok();
        assertThat(room.board(group).at("/findings/groups/0/previousPercent").asDouble())
                .isEqualTo(before);
    }

    @Test
    void callsAndTimersAreShownToGroups() {
        Member group = room.join("Kazan");
        room.command("call", "\"message\": \"Two minutes left\"").ok();
        room.command("timer", "\"seconds\": 120").ok();
        Answer seen = room.get(group, "").ok();
        assertThat(seen.at("/call").asString()).isEqualTo("Two minutes left");
        assertThat(seen.at("/remainingSeconds").asInt()).isBetween(60, 120);
        room.command("timer", "\"seconds\": 0").ok();
        assertThat(room.get(group, "").json().has("remainingSeconds")).isFalse();
        assertThat(room.command("call").error()).isEqualTo("MISSING_FIELD");
        room.command("finish").expect(422);
    }

    @Test
    void concurrentMovesAreAllStored() throws Exception {
        List<Member> groups = List.of(room.join("Kazan"), room.join("Omsk"), room.join("Perm"), room.join("Tver"));
        RoomFixture.moveAtTheSameTime(List.of(room, room, room), groups, 6);
        for (Member group : groups) {
            assertThat(room.own(group).get("revision").asInt()).isEqualTo(18);
        }
    }

    @Test
    void repeatedJoinIsTheSameGroup() {
        UUID id = UUID.randomUUID();
        Answer first = join(room, Member.STRANGER, id).ok();
        Answer lost = join(room, Member.STRANGER, id).ok();
        assertThat(lost.text()).isEqualTo(first.text());
        Member group = new Member(lost.cookie().orElseThrow(), "K");
        room.move(group, SANCTIONS, "4").ok();
        assertThat(join(room, group, id).ok().at("/moves").asInt()).isEqualTo(1);
        assertThat(room.own(new Member(first.cookie().orElseThrow(), "K"))
                        .get("revision")
                        .asInt())
                .isEqualTo(1);
        assertThat(room.letters(room.facilitator())).containsExactly("K");
        assertThat(join(room, Member.STRANGER, UUID.randomUUID()).error()).isEqualTo("NAME_TAKEN");
        join(RoomFixture.open(SERVICE), Member.STRANGER, id).expect(201);
    }

    @Test
    void repeatedJoinsAddNoTokensWithoutBound() {
        UUID id = UUID.randomUUID();
        Answer last = join(room, Member.STRANGER, id).ok();
        for (int i = 0; i < 30; i++) {
            last = join(room, Member.STRANGER, id).ok();
        }
        assertThat(SERVICE.rows("workshop_token where holder = 'GROUP' and workshop = '" + room.code() + "'"))
                .isEqualTo(16);
        room.get(new Member(last.cookie().orElseThrow(), "K"), "").ok();
    }

    @Test
    void readyHoldsForOneRoundAndUntilTheNextMove() {
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        room.command("start-round").ok();
        assertThat(room.ready(kazan, 1, true).ok().at("/ready").asBoolean()).isTrue();
        room.ready(kazan, 1, true).ok();
        room.ready(omsk, 1, true).ok();
        assertThat(room.ready(omsk)).containsExactly(true, true);
        room.move(omsk, SANCTIONS, "4").ok();
        room.ready(kazan, 1, false).ok();
        assertThat(room.ready(room.facilitator())).containsExactly(false, false);
        room.ready(kazan, 1, true).ok();
        room.command("start-round").ok();
        assertThat(room.ready(kazan)).containsExactly(false, false);
        assertThat(room.ready(kazan, 1, true).error()).isEqualTo("OTHER_ROUND");
        room.ready(room.facilitator(), 2, true).expect(403);
        room.ready(Member.STRANGER, 2, true).expect(401);
        room.command("end").ok();
        assertThat(room.ready(kazan, 2, true).error()).isEqualTo("ENDED");
    }

    @Test
    void workshopsAreListedAndOpenedAgain() {
        room.join("Kazan");
        Answer list = SERVICE.get("/api/v1/workshops").ok();
        JsonNode latest = list.at("/workshops/0");
        assertThat(latest.get("code").asString()).isEqualTo(room.code());
        assertThat(latest.get("groups").asInt()).isEqualTo(1);
        assertThat(latest.get("ended").asBoolean()).isFalse();
        assertThat(list.text()).doesNotContain("entw_");
        String link = room.send(Member.STRANGER, "POST", "/facilitators", "")
                .ok()
                .at("/address")
                .asString();
        Answer entered = SERVICE.get(link);
        Member again = new Member(entered.cookie().orElseThrow(), "");
        assertThat(room.get(again, "").ok().at("/role").asString()).isEqualTo("FACILITATOR");
    }

    @Test
    void retentionDeletesOldWorkshops() {
        room.join("Kazan");
        WorkshopTable workshops = SERVICE.bean(WorkshopTable.class);
        workshops.sweep(Duration.ofDays(2));
        room.get(room.facilitator(), "").expect(200);
        workshops.sweep(Duration.ofSeconds(-60));
        room.get(room.facilitator(), "").expect(404);
        assertThat(workshops.latest(10)).isEmpty();
    }

    // Permissions of the roles in a workshop.

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
