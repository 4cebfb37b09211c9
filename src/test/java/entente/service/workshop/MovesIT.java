package entente.service.workshop;

import static entente.service.workshop.RoomFixture.REACTION;
import static entente.service.workshop.RoomFixture.SANCTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.RoomFixture.Answer;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Moves are stored once and in order, and answered with the verdict. */
@Timeout(300)
class MovesIT {

    private static final RunningService SERVICE = RunningService.shared();

    private final RoomFixture room = RoomFixture.open(SERVICE);

    @Test
    void repeatedMoveGetsTheSameAnswerAndIsStoredOnce() {
        Member group = room.join("Kazan");
        UUID id = UUID.randomUUID();
        Answer first = room.move(group, id, SANCTIONS, "4").ok();
        room.move(group, SANCTIONS, "1").ok();
        assertThat(room.move(group, id, SANCTIONS, "4").ok().text()).isEqualTo(first.text());
        assertThat(room.get(group, "").json().at("/own/revision").asInt()).isEqualTo(2);
        assertThat(room.get(group, "").json().at("/own/readings/0/value").asInt())
                .isEqualTo(1);
    }

    @Test
    void movesSetClearAndResetValues() {
        Member group = room.join("Kazan");
        assertThat(room.move(group, SANCTIONS, "4").ok().json().get("moved").asInt())
                .isEqualTo(1);
        assertThat(room.move(group, REACTION, "null").ok().json().get("moved").asInt())
                .isEqualTo(2);
        assertThat(room.get(group, "").json().at("/own/readings/0/value").isNull())
                .isTrue();
        Answer back = room.send(
                        group,
                        "POST",
                        "/moves:batch",
                        "{\"id\": \"" + UUID.randomUUID() + "\", \"moves\": [{\"indicator\": \"" + SANCTIONS
                                + "\"}, {\"indicator\": \"" + REACTION + "\"}]}")
                .ok();
        assertThat(back.json().get("moved").asInt()).isZero();
        assertThat(back.json().get("revision").asInt()).isEqualTo(3);
        assertThat(room.get(group, "").json().at("/own/readings").isEmpty()).isTrue();
    }

    @Test
    void readingAtItsBaselineIsNotCountedAsMoved() {
        Member group = room.join("Kazan");
        room.command("reveal").ok();
        room.move(group, SANCTIONS, "4").ok();
        double baseline =
                room.board(group).json().at("/findings/spread/0/baseline").asDouble();
        assertThat(room.move(group, SANCTIONS, String.valueOf(baseline))
                        .ok()
                        .json()
                        .get("moved")
                        .asInt())
                .isZero();
    }

    @Test
    void movesAreValidatedLikeScenarioReadings() {
        Member group = room.join("Kazan");
        assertThat(room.move(group, SANCTIONS, "99").error()).isEqualTo("OUT_OF_RANGE");
        assertThat(room.move(group, SANCTIONS, "1.5").status()).isEqualTo(422);
        assertThat(room.move(group, SANCTIONS, "\"4\"").error()).isEqualTo("WRONG_TYPE");
        Answer misspelt = room.move(group, "western_sanctions_on_rs", "3");
        assertThat(misspelt.error()).isEqualTo("UNKNOWN_INDICATOR");
        assertThat(misspelt.json().at("/errors/0/pointer").asString()).isEqualTo("#/moves/0/indicator");
        assertThat(misspelt.text()).contains(SANCTIONS);
        Answer second = room.send(
                group,
                "POST",
                "/moves:batch",
                "{\"id\": \"" + UUID.randomUUID() + "\", \"moves\": [{\"indicator\": \"" + SANCTIONS
                        + "\", \"value\": 1}, {\"indicator\": \"" + REACTION + "\", \"value\": -1}]}");
        assertThat(second.json().at("/errors/0/pointer").asString()).isEqualTo("#/moves/1/value");
        assertThat(room.get(group, "").json().at("/own/revision").asInt()).isZero();
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
        room.command(room.facilitator(), "\"command\": \"lock\", \"readings\": [\"" + REACTION + "\"]")
                .ok();
        assertThat(room.move(group, REACTION, "1").error()).isEqualTo("LOCKED");
        room.move(group, SANCTIONS, "2").ok();
        room.command(room.facilitator(), "\"command\": \"unlock\", \"readings\": [\"" + REACTION + "\"]")
                .ok();
        room.move(group, REACTION, "1").ok();
        room.command("end").ok();
        assertThat(room.move(group, REACTION, "2").error()).isEqualTo("ENDED");
        assertThat(room.command("reveal").error()).isEqualTo("ENDED");
        assertThat(room.send(Member.STRANGER, "POST", "/groups", "{\"name\": \"Late\"}")
                        .error())
                .isEqualTo("ENDED");
    }

    @Test
    void roundsTakeSnapshots() {
        Member group = room.join("Kazan");
        room.command("start-round").ok();
        double before =
                room.move(group, SANCTIONS, "4").ok().json().get("percent").asDouble();
        room.command("reveal").ok();
        Answer second = room.command(room.facilitator(), "\"command\": \"start-round\", \"round\": 2")
                .ok();
        assertThat(second.json().get("round").asInt()).isEqualTo(2);
        assertThat(second.json().get("revealed").asBoolean()).isFalse();
        // A repetition changes nothing.
        assertThat(room.command(room.facilitator(), "\"command\": \"start-round\", \"round\": 2")
                        .ok()
                        .json()
                        .get("round")
                        .asInt())
                .isEqualTo(2);
        assertThat(room.command("start-round").error()).isEqualTo("ROUNDS_OVER");
        room.move(group, SANCTIONS, "0").ok();
        room.command("reveal").ok();
        assertThat(room.board(group)
                        .json()
                        .at("/findings/groups/0/previousPercent")
                        .asDouble())
                .isEqualTo(before);
    }

    @Test
    void callsAndTimersAreShownToGroups() {
        Member group = room.join("Kazan");
        room.command(room.facilitator(), "\"command\": \"call\", \"message\": \"Two minutes left\"")
                .ok();
        room.command(room.facilitator(), "\"command\": \"timer\", \"seconds\": 120")
                .ok();
        Answer seen = room.get(group, "").ok();
        assertThat(seen.json().get("call").asString()).isEqualTo("Two minutes left");
        assertThat(seen.json().get("remainingSeconds").asInt()).isBetween(60, 120);
        room.command(room.facilitator(), "\"command\": \"timer\", \"seconds\": 0")
                .ok();
        assertThat(room.get(group, "").json().has("remainingSeconds")).isFalse();
        assertThat(room.command(room.facilitator(), "\"command\": \"call\"").error())
                .isEqualTo("MISSING_FIELD");
        assertThat(room.command(room.facilitator(), "\"command\": \"finish\"").status())
                .isEqualTo(422);
    }

    @Test
    void concurrentMovesAreAllStored() {
        List<Member> groups = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            groups.add(room.join("Group " + i));
        }
        int each = 12;
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (Member group : groups) {
            // Two devices of each group.
            for (int device = 0; device < 2; device++) {
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < each / 2; i++) {
                                UUID id = UUID.randomUUID();
                                Answer answer = room.move(group, id, SANCTIONS, String.valueOf(i % 5));
                                for (int again = 0; answer.status() == 503 && again < 50; again++) {
                                    answer = room.move(group, id, SANCTIONS, String.valueOf(i % 5));
                                }
                                answer.ok();
                            }
                        },
                        threads));
            }
        }
        running.forEach(CompletableFuture::join);
        threads.shutdown();
        for (Member group : groups) {
            assertThat(room.get(group, "").json().at("/own/revision").asInt()).isEqualTo(each);
        }
    }
}
