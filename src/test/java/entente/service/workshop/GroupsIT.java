package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Database;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Answer;
import entente.testkit.Concurrently;
import entente.testkit.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a facilitator does to groups: rename, merge, remove and shut out; settle a reading for all; show them at once. */
@Timeout(300)
class GroupsIT {

    /** Two that evaluate for each page would be refused. */
    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of(
            "entente.limits.max-concurrency", "1",
            "entente.limits.queue-capacity", "1",
            "entente.limits.heavy-queue-capacity", "1"));

    private final RoomFixture room = RoomFixture.open(SERVICE);

    private JsonNode findings() {
        return room.board(room.facilitator()).ok().json().get("findings");
    }

    @Test
    void removedGroupIsOutOfTheBoardAndItsTokenIsNotValid() {
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        Member perm = room.join("Perm");
        room.move(kazan, RoomFixture.REACTION, "0").ok();
        room.move(omsk, RoomFixture.REACTION, "2").ok();
        room.command("start-round").ok();
        room.command("reveal").ok();
        double before = findings().at("/middle/highestPercent").asDouble();
        room.command("remove", "\"groups\": [\"K\", \"P\"]").ok();
        assertThat(SERVICE.bean(Database.class)
                        .sql()
                        .sql("select member from workshop_move where workshop = ?")
                        .param(room.code())
                        .query(Integer.class)
                        .list())
                .as("moves that are left: those of Omsk")
                .containsExactly(2);
        JsonNode after = findings();
        assertThat(after.get("groups").findValuesAsString("name")).containsExactly("Omsk");
        assertThat(after.at("/middle/medianPercent").asDouble())
                .isEqualTo(after.at("/middle/highestPercent").asDouble())
                .isLessThan(before);
        for (String path : List.of("", "/board", "/scenarios/K", "/events")) {
            assertThat(room.get(kazan, path).status()).as(path).isEqualTo(401);
        }
        room.move(perm, RoomFixture.REACTION, "1").expect(401);
        assertThat(room.get(omsk, "/result").ok().text()).contains("Omsk").doesNotContain("Kazan");
        assertThat(room.command("remove", "\"groups\": [\"K\"]").error()).isEqualTo("UNKNOWN_GROUP");
        // Its name is free again, and its number is not used again.
        Member again = room.join("Kazan");
        assertThat(room.own(again).get("number").asInt()).isEqualTo(4);
        assertThat(room.own(again).get("revision").asInt()).isZero();
    }

    @Test
    void renamedGroupKeepsItsMovesAndGetsTheLetterOfItsName() {
        Member kazan = room.join("Kazan");
        room.join("Omsk");
        room.move(kazan, RoomFixture.REACTION, "0").ok();
        room.command("rename", "\"group\": \"K\", \"name\": \" Nizhny  Tagil \"")
                .ok();
        JsonNode own = room.own(kazan);
        assertThat(own.get("name").asString()).isEqualTo("Nizhny Tagil");
        assertThat(own.get("letter").asString()).isEqualTo("N");
        assertThat(own.get("number").asInt()).isEqualTo(1);
        assertThat(own.get("revision").asInt()).isEqualTo(1);
        assertThat(room.command("rename", "\"group\": \"N\", \"name\": \"OMSK\"")
                        .error())
                .isEqualTo("NAME_TAKEN");
        room.command("rename", "\"group\": \"N\", \"name\": \"Nizhny Tagil\"").expect(200);
    }

    @Test
    void devicesOfAMergedGroupGoOnWithTheOther() {
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        room.move(kazan, RoomFixture.REACTION, "0").ok();
        room.move(omsk, RoomFixture.REACTION, "2").ok();
        room.command("merge", "\"group\": \"K\", \"into\": \"O\"").ok();
        assertThat(room.letters(room.facilitator())).containsExactly("O");
        assertThat(room.own(kazan).at("/readings/0/value").asDouble()).isEqualTo(2);
        room.move(kazan, RoomFixture.REACTION, "1").ok();
        assertThat(room.own(omsk).get("revision").asInt()).isEqualTo(2);
        assertThat(room.command("merge", "\"group\": \"O\", \"into\": \"O\"").error())
                .isEqualTo("SAME_GROUP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rename", "merge", "remove", "settle", "joining", "lock", "timer", "call"})
    void commandsNeedTheirFields(String command) {
        room.command(command).expect(422);
    }

    @Test
    void joiningIsClosedOpenedAndBoundedByAddress() {
        room.command("joining", "\"joining\": \"CLOSED\"").ok();
        assertThat(room.ask("Kazan").error()).isEqualTo("JOINING_CLOSED");
        room.command("joining", "\"joining\": \"OPEN\"").ok();
        for (int i = 0; i < 30; i++) {
            room.ask("Group " + i).ok();
        }
        assertThat(room.ask("Kazan").error()).isEqualTo("TOO_MANY_FROM_ADDRESS");
        room.command("joining", "\"joining\": \"UNLIMITED\"").ok();
        for (int i = 30; i < 64; i++) {
            room.ask("Group " + i).ok();
        }
        assertThat(room.ask("Kazan").error()).isEqualTo("FULL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "Ka\u200Bzan",
                "Kazan\u202E",
                "\u3164",
                "Kazan\uDB40\uDC41",
                "\u2066Kazan\u2069",
                "Ka\\nzan"
            })
    void namesOfInvisibleCharactersOrSeveralLinesAreRefused(String name) {
        assertThat(room.ask(name).error()).isEqualTo("FORBIDDEN_CHARACTER");
    }

    @Test
    void namesThatLookAlikeAreTheSame() {
        room.join("Saint Petersburg");
        for (String name : List.of("Saint\u00A0Petersburg", " saint  petersburg ", "\uFF33aint Petersburg")) {
            assertThat(room.ask(name).error()).as(name).isEqualTo("NAME_TAKEN");
        }
        assertThat(room.ask("\u00A0").error()).isEqualTo("BLANK");
        room.ask("\uFDFA".repeat(40)).ok();
    }

    @Test
    void facilitatorSeesWhenAGroupWasLastHeardOf() {
        Member kazan = room.join("Kazan");
        assertThat(room.get(room.facilitator(), "")
                        .at("/groups/0/silentSeconds")
                        .asInt(-1))
                .isBetween(0, 60);
        assertThat(room.get(kazan, "").text()).doesNotContain("silentSeconds");
    }

    @Test
    void readingIsSettledForAllGroupsAndLocked() {
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        Member perm = room.join("Perm");
        room.move(kazan, RoomFixture.REACTION, "0").ok();
        room.move(omsk, RoomFixture.REACTION, "2").ok();
        room.move(omsk, RoomFixture.SANCTIONS, "4").ok();
        room.ready(omsk, 0, true).ok();
        String moves = "\"moves\": [{\"indicator\": \"" + RoomFixture.REACTION + "\", \"value\": 2}]";
        room.command("settle", moves).ok();
        assertThat(room.move(kazan, RoomFixture.REACTION, "1").error()).isEqualTo("LOCKED");
        assertThat(room.ready(room.facilitator())).containsExactly(false, true, false);
        Map<Member, Integer> numbers = Map.of(kazan, 2, omsk, 2, perm, 1);
        numbers.forEach((group, number) -> {
            JsonNode own = room.own(group);
            assertThat(own.get("readings").findValue("value").asDouble()).isEqualTo(2);
            assertThat(own.get("revision").asInt()).isEqualTo(number);
        });
        // The verdict of a settled group is that of its own move to the same value.
        assertThat(room.own(perm).get("verdict")).isEqualTo(room.own(kazan).get("verdict"));
        room.command("settle", moves).ok();
        assertThat(room.own(perm).get("revision").asInt()).isEqualTo(1);
        room.command("settle", "\"moves\": [{\"indicator\": \"" + RoomFixture.REACTION + "\", \"value\": 99}]")
                .expect(422);
    }

    /** Each page asks for the view, the board, the widest difference and then the file. */
    @Test
    void allPagesAreAnsweredAtTheReveal() throws Exception {
        List<Member> groups = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Member group = room.join("Group " + (char) ('A' + i));
            room.move(group, RoomFixture.REACTION, "" + i % 5).ok();
            room.move(group, RoomFixture.SANCTIONS, "" + i / 5).ok();
            groups.add(group);
        }
        String first = groups.get(0).letter();
        String last = groups.get(19).letter();
        room.command("reveal").ok();
        for (String path : List.of("/board", "/difference?first=" + first + "&second=" + last, "/result")) {
            List<Answer> answers =
                    Concurrently.times(20, page -> room.send(groups.get(page), "GET", path, "", "Accept", "*/*"));
            assertThat(answers).as(path).extracting(Answer::status).containsOnly(200);
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        }
    }
}
