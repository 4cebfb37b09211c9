package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.service.workshop.RoomFixture.Member;
import entente.testkit.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** How probable each verdict is if each reading may be as any of the groups rates it. */
@Timeout(120)
class RoomProbabilitiesIT {

    private static JsonNode findings(RoomFixture room) {
        return room.board(room.facilitator()).ok().json().get("findings");
    }

    private static JsonNode probabilities(RoomFixture room) {
        return findings(room).get("probabilities");
    }

    @Test
    void groupsThatDifferInOneReadingHaveTheirVerdictsAlikeProbable() {
        RoomFixture room = RoomFixture.open(RunningService.shared(), "A room", "status-quo-2025");
        Member first = room.join("First");
        room.command("reveal").ok();
        assertThat(probabilities(room)).as("one group").isNull();
        room.join("Second");
        room.move(first, RoomFixture.REACTION, "1").ok();
        JsonNode findings = findings(room);
        JsonNode probabilities = findings.get("probabilities");
        assertThat(probabilities.get("readings").asInt()).isOne();
        assertThat(probabilities.get("groups").asInt()).isEqualTo(2);
        assertThat(probabilities.get("exact").asBoolean()).isTrue();
        double sum = 0;
        for (JsonNode group : findings.get("groups")) {
            sum += group.get("percent").asDouble();
            assertThat(probabilities
                            .get("bands")
                            .get(group.get("band").asString())
                            .asDouble())
                    .isCloseTo(0.5, within(1e-9));
        }
        assertThat(probabilities.get("meanPercent").asDouble()).isCloseTo(sum / 2, within(0.05));
    }

    @Test
    void groupsThatAreNotReadyAreLeftOutOnceTwoAre() {
        RoomFixture room = RoomFixture.open(RunningService.shared(), "A room", "status-quo-2025");
        Member first = room.join("First");
        Member second = room.join("Second");
        Member third = room.join("Third");
        room.command("start-round").ok();
        room.move(third, RoomFixture.REACTION, "1").ok();
        room.ready(first, 1, true).ok();
        room.ready(second, 1, true).ok();
        room.command("reveal").ok();
        JsonNode ready = probabilities(room);
        assertThat(ready.get("groups").asInt()).isEqualTo(2);
        assertThat(ready.get("onlyReady").asBoolean()).isTrue();
        assertThat(ready.get("readings").asInt()).isZero();
        room.ready(third, 1, true).ok();
        JsonNode all = probabilities(room);
        assertThat(all.get("groups").asInt()).isEqualTo(3);
        assertThat(all.get("onlyReady").asBoolean()).isFalse();
        assertThat(all.get("readings").asInt()).isOne();
    }
}
