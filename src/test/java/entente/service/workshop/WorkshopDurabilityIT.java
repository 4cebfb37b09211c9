package entente.service.workshop;

import static entente.service.workshop.RoomFixture.REACTION;
import static entente.service.workshop.RoomFixture.SANCTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Answer;
import entente.testkit.RunningService;
import entente.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The archive holds all state of a workshop: a restart and a second instance lose nothing. */
@Timeout(300)
class WorkshopDurabilityIT {

    @Test
    void restartDuringAWorkshopLosesNothing() {
        Map<String, String> archive =
                Map.of("entente.archive.url", RunningService.folder("archive").toString());
        RunningService first = RunningService.start(archive);
        RoomFixture room = RoomFixture.open(first);
        Member one = room.join("Kazan");
        Member other = room.join("Omsk");
        room.command("start-round").ok();
        UUID id = UUID.randomUUID();
        Answer answer = room.move(one, id, SANCTIONS, "4").ok();
        room.move(other, REACTION, "null").ok();
        room.command("lock", "\"readings\": [\"us_prc_gdp_ratio\"]").ok();
        room.ready(other, 1, true).ok();
        room.command("reveal").ok();
        String board = room.board(one).ok().text();
        String own = room.get(one, "").ok().text();
        first.close();
        try (RunningService second = RunningService.start(archive)) {
            RoomFixture again = room.at(second);
            assertThat(again.get(one, "").ok().text()).isEqualTo(own);
            assertThat(again.ready(again.facilitator())).containsExactly(false, true);
            assertThat(again.board(one).ok().text()).isEqualTo(board);
            assertThat(again.move(one, id, SANCTIONS, "4").ok().text()).isEqualTo(answer.text());
            assertThat(again.move(one, "us_prc_gdp_ratio", "1").error()).isEqualTo("LOCKED");
            assertThat(again.move(one, SANCTIONS, "0").ok().at("/revision").asInt())
                    .isEqualTo(2);
            again.command("pause").ok();
        }
    }

    @Test
    @Tag("thorough")
    void twoInstancesServeOneWorkshop() throws Exception {
        Map<String, String> archive = Map.of("entente.archive.url", TestDatabase.address());
        try (RunningService first = RunningService.start(archive);
                RunningService second = RunningService.start(archive)) {
            RoomFixture room = RoomFixture.open(first);
            RoomFixture same = room.at(second);
            Member one = room.join("Kazan");
            Member other = same.join("Kursk");
            assertThat(other.letter()).isEqualTo("KU");
            assertThat(same.ask("kazan").error()).isEqualTo("NAME_TAKEN");
            room.command("start-round").ok();
            RoomFixture.moveAtTheSameTime(List.of(room, same), List.of(one, other), 10);
            for (Member member : List.of(one, other)) {
                assertThat(room.own(member).get("revision").asInt()).isEqualTo(20);
            }
            same.command("reveal").ok();
            assertThat(room.board(one).ok().text())
                    .isEqualTo(same.board(one).ok().text());
            UUID id = UUID.randomUUID();
            String answer = room.move(one, id, REACTION, "1").ok().text();
            assertThat(same.move(one, id, REACTION, "1").ok().text()).isEqualTo(answer);
            String last = room.get(one, "").at("/revision").asString();
            EventsIT.Listener listener = new EventsIT.Listener(first, room, one, "Last-Event-ID", last);
            same.command("pause").ok();
            assertThat(listener.next()).isEqualTo(Long.parseLong(last) + 1);
            assertThat(room.move(one, REACTION, "2").error()).isEqualTo("PAUSED");
        }
    }
}
