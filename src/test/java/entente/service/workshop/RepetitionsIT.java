package entente.service.workshop;

import static entente.service.workshop.RoomFixture.SANCTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Database;
import entente.service.workshop.RoomFixture.Answer;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.RunningService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Requests that a nervous finger repeats do no harm; groups are ready for one round; workshops are listed. */
@Timeout(300)
class RepetitionsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private final RoomFixture room = RoomFixture.open(service);

    private static Answer join(RoomFixture room, Member member, UUID id) {
        return room.send(member, "POST", "/groups", "{\"name\": \"Kazan\", \"id\": \"" + id + "\"}");
    }

    @Test
    void repeatedJoinIsTheSameGroup() {
        UUID id = UUID.randomUUID();
        Answer first = join(room, Member.STRANGER, id).ok();
        Answer lost = join(room, Member.STRANGER, id).ok();
        assertThat(lost.text()).isEqualTo(first.text());
        Member group = new Member(lost.cookie().orElseThrow(), "K");
        room.move(group, SANCTIONS, "4").ok();
        assertThat(join(room, group, id).ok().json().get("moves").asInt()).isEqualTo(1);
        assertThat(room.get(new Member(first.cookie().orElseThrow(), "K"), "")
                        .json()
                        .at("/own/revision")
                        .asInt())
                .isEqualTo(1);
        assertThat(room.letters(room.facilitator())).containsExactly("K");
        assertThat(join(room, Member.STRANGER, UUID.randomUUID()).error()).isEqualTo("NAME_TAKEN");
        assertThat(join(RoomFixture.open(service), Member.STRANGER, id).status())
                .isEqualTo(201);
    }

    @Test
    void repeatedJoinsAddNoTokensWithoutBound() {
        UUID id = UUID.randomUUID();
        Answer last = join(room, Member.STRANGER, id).ok();
        for (int i = 0; i < 30; i++) {
            last = join(room, Member.STRANGER, id).ok();
        }
        assertThat(rows("workshop_token where holder = 'GROUP' and workshop = '" + room.code() + "'"))
                .isEqualTo(16);
        room.get(new Member(last.cookie().orElseThrow(), "K"), "").ok();
    }

    private static int rows(String of) {
        Database database = service.bean(Database.class);
        return database.read(() -> database.sql()
                .sql("select count(*) from " + of)
                .query(Integer.class)
                .single());
    }

    @Test
    void repeatedCommandsLeaveTheState() {
        room.join("Kazan");
        for (String fields : List.of(
                "\"command\": \"start-round\", \"round\": 1",
                "\"command\": \"pause\"",
                "\"command\": \"resume\"",
                "\"command\": \"lock\", \"readings\": [\"" + SANCTIONS + "\"]",
                "\"command\": \"call\", \"message\": \"Quiet\"",
                "\"command\": \"reveal\"",
                "\"command\": \"hide\"")) {
            String once =
                    withoutRevision(room.command(room.facilitator(), fields).ok());
            String twice =
                    withoutRevision(room.command(room.facilitator(), fields).ok());
            assertThat(twice).as(fields).isEqualTo(once);
        }
        room.command("end").ok();
        String ended = room.get(room.facilitator(), "").ok().text();
        assertThat(room.command("end").error()).isEqualTo("ENDED");
        assertThat(room.get(room.facilitator(), "").ok().text()).isEqualTo(ended);
    }

    private static String withoutRevision(Answer answer) {
        return answer.text().replaceAll("\"revision\": \\d+", "");
    }

    @Test
    void readyHoldsForOneRoundAndUntilTheNextMove() {
        Member kazan = room.join("Kazan");
        Member omsk = room.join("Omsk");
        room.command("start-round").ok();
        assertThat(room.ready(kazan, 1, true).ok().json().get("ready").asBoolean())
                .isTrue();
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
        assertThat(room.ready(room.facilitator(), 2, true).status()).isEqualTo(403);
        assertThat(room.ready(Member.STRANGER, 2, true).status()).isEqualTo(401);
        room.command("end").ok();
        assertThat(room.ready(kazan, 2, true).error()).isEqualTo("ENDED");
    }

    @Test
    void workshopsAreListedAndOpenedAgain() {
        room.join("Kazan");
        Answer list = RoomFixture.send(service, Member.STRANGER, "GET", "/api/v1/workshops", "")
                .ok();
        JsonNode latest = list.json().at("/workshops/0");
        assertThat(latest.get("code").asString()).isEqualTo(room.code());
        assertThat(latest.get("groups").asInt()).isEqualTo(1);
        assertThat(latest.get("ended").asBoolean()).isFalse();
        assertThat(list.text()).doesNotContain("entw_");
        String link = room.send(Member.STRANGER, "POST", "/facilitators", "")
                .ok()
                .json()
                .get("address")
                .asString();
        Answer entered = RoomFixture.send(service, Member.STRANGER, "GET", link, "");
        Member again = new Member(entered.cookie().orElseThrow(), "");
        assertThat(room.get(again, "").ok().json().get("role").asString()).isEqualTo("FACILITATOR");
    }

    @Test
    void retentionDeletesOldWorkshops() {
        room.join("Kazan");
        WorkshopTable workshops = service.bean(WorkshopTable.class);
        workshops.sweep(Duration.ofDays(2));
        assertThat(room.get(room.facilitator(), "").status()).isEqualTo(200);
        workshops.sweep(Duration.ofSeconds(-60));
        assertThat(room.get(room.facilitator(), "").status()).isEqualTo(404);
        assertThat(workshops.latest(10)).isEmpty();
    }
}
