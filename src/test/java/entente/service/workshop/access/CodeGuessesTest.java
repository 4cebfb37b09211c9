package entente.service.workshop.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Guesses are delayed, then refused, for each address separately and in bounded memory. */
class CodeGuessesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Duration> pauses = new ArrayList<>();
    private final CodeGuesses guesses = new CodeGuesses(now::get, pauses::add);

    private void guess(String address, int times) {
        for (int i = 0; i < times; i++) {
            guesses.check(address);
            guesses.countWrong(address);
        }
    }

    @Test
    void wrongCodesAreDelayed() {
        guess("192.168.4.20", 3);
        assertThat(pauses).containsExactly(CodeGuesses.DELAY, CodeGuesses.DELAY, CodeGuesses.DELAY);
    }

    @Test
    void tooManyGuessesBlockTheAddressForOnePeriod() {
        guess("192.168.4.20", CodeGuesses.MAX_WRONG);
        assertThatThrownBy(() -> guesses.check("192.168.4.20"))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
                    assertThat(refusal.retryAfter().orElseThrow()).isBetween(1, 61);
                });
        assertThatCode(() -> guesses.check("192.168.4.21")).doesNotThrowAnyException();
        now.updateAndGet(before -> before.plus(CodeGuesses.PERIOD));
        assertThatCode(() -> guesses.check("192.168.4.20")).doesNotThrowAnyException();
        guess("192.168.4.20", 1);
        assertThatCode(() -> guesses.check("192.168.4.20")).doesNotThrowAnyException();
    }

    @Test
    void addressesOfOneIpv6SubnetCountTogether() {
        for (int i = 0; i < CodeGuesses.MAX_WRONG; i++) {
            guesses.countWrong("2001:db8:1:2:0:0:0:" + i);
        }
        assertThatThrownBy(() -> guesses.check("2001:db8:1:2:a:b:c:d")).isInstanceOf(ProblemException.class);
        assertThatCode(() -> guesses.check("2001:db8:1:3:a:b:c:d")).doesNotThrowAnyException();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 10_000; i++) {
            guesses.countWrong("10.0." + i / 256 + "." + i % 256);
        }
        assertThat(guesses.addresses()).isLessThanOrEqualTo(4096);
    }

    @Test
    void waitingThreadsAreLimited() {
        List<ProblemType> refused = new ArrayList<>();
        int[] depth = {0};
        CodeGuesses[] nested = new CodeGuesses[1];
        nested[0] = new CodeGuesses(now::get, duration -> {
            // Each pause lets another guess come in.
            if (depth[0]++ < 20) {
                try {
                    nested[0].countWrong("10.0.0." + depth[0]);
                } catch (ProblemException tooMany) {
                    refused.add(tooMany.type());
                }
            }
        });
        nested[0].countWrong("10.0.0.0");
        assertThat(depth[0]).isEqualTo(8);
        assertThat(refused).containsExactly(ProblemType.TOO_MANY_ATTEMPTS);
    }
}
