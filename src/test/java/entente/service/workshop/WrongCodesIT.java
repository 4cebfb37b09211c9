package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.RoomFixture.Answer;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers to guessed codes are delayed and uniform, then refused; members are not affected. */
@Tag("thorough")
@Timeout(300)
class WrongCodesIT {

    @Test
    void guessesAreDelayedThenRefused() {
        try (RunningService service = RunningService.start(Map.of())) {
            RoomFixture room = RoomFixture.open(service);
            Member group = room.join("Kazan");
            List<String> bodies = new ArrayList<>();
            List<String> codes = List.of("ABCDEF", "x", "234567", room.code().substring(0, 5) + "O");
            for (String code : codes) {
                long start = System.nanoTime();
                Answer answer = ask(service, code);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(CodeGuesses.DELAY);
                bodies.add(answer.text().replaceAll("occurrences/[0-9a-f-]+", ""));
            }
            assertThat(bodies).containsOnly(bodies.get(0));
            for (int i = codes.size(); i < CodeGuesses.MAX_WRONG; i++) {
                assertThat(RoomFixture.send(
                                        service,
                                        Member.STRANGER,
                                        "POST",
                                        "/api/v1/workshops/ABCDEF/groups",
                                        "{\"name\": \"Omsk\"}")
                                .status())
                        .isEqualTo(404);
            }
            Answer refused = ask(service, "ABCDEF");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
            // The right code is refused now too, except for members.
            assertThat(ask(service, room.code()).status()).isEqualTo(429);
            room.get(group, "").ok();
            room.command("pause").ok();
        }
    }

    private static Answer ask(RunningService service, String code) {
        return RoomFixture.send(service, Member.STRANGER, "GET", "/api/v1/workshops/" + code, "");
    }
}
