package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.WrongAttempts;
import entente.testkit.Concurrently;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guesses are delayed, then refused, for each address separately. */
class CodeGuessesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Duration> pauses = new ArrayList<>();
    private final CodeGuesses guesses = new CodeGuesses(now::get, pauses::add);

    private int looked;

    private Optional<String> look(String address, Optional<String> found) {
        return guesses.look(address, () -> {
            looked++;
            return found;
        });
    }

    private void guess(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(look(address, Optional.empty())).isEmpty();
        }
    }

    private void refuses(String address) {
        int before = looked;
        assertThatThrownBy(() -> look(address, Optional.of("K7M42P")))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
                    assertThat(refusal.retryAfter().orElseThrow()).isBetween(1, 61);
                });
        assertThat(looked).isEqualTo(before);
    }

    private void accepts(String address) {
        assertThat(look(address, Optional.of("K7M42P"))).contains("K7M42P");
    }

    @Test
    void wrongCodesAreDelayedAndRightOnesAreNot() {
        guess("192.168.4.20", 3);
        accepts("192.168.4.20");
        assertThat(pauses).containsExactly(CodeGuesses.DELAY, CodeGuesses.DELAY, CodeGuesses.DELAY);
    }

    @Test
    void tooManyGuessesBlockTheAddressForOnePeriod() {
        guess("192.168.4.20", CodeGuesses.MAX_WRONG);
        refuses("192.168.4.20");
        accepts("192.168.4.21");
        now.updateAndGet(before -> before.plus(WrongAttempts.PERIOD));
        accepts("192.168.4.20");
        guess("192.168.4.20", 1);
        accepts("192.168.4.20");
    }

    @Test
    void tooManyGuessesOfAllBlockEveryAddressForOnePeriod() {
        for (int i = 0; i < CodeGuesses.MAX_WRONG_OF_ALL; i++) {
            guess("10.0." + i / 256 + "." + i % 256, 1);
        }
        refuses("192.168.4.20");
        now.updateAndGet(before -> before.plus(WrongAttempts.PERIOD));
        accepts("192.168.4.20");
    }

    @Test
    void addressesOfOneIpv6SubnetCountTogether() {
        for (int i = 0; i < CodeGuesses.MAX_WRONG; i++) {
            guess("2001:db8:1:2:0:0:0:" + i, 1);
        }
        refuses("2001:db8:1:2:a:b:c:d");
        accepts("2001:db8:1:3:a:b:c:d");
    }

    /** However many are sent at once, from however many addresses. */
    @Test
    @Timeout(60)
    void concurrentGuessesAreLookedUpInTurnsOrNotAtAll() throws Exception {
        int senders = 60;
        AtomicInteger lookups = new AtomicInteger();
        // Answers come when the others have waited in vain, or were refused at once.
        CountDownLatch refusals = new CountDownLatch(senders - CodeGuesses.MAX_CONCURRENT);
        CodeGuesses slow = new CodeGuesses(now::get, duration -> refusals.await());
        Concurrently.times(senders, sender -> {
            try {
                slow.look("10.0.0." + sender, () -> {
                    lookups.incrementAndGet();
                    return Optional.empty();
                });
            } catch (ProblemException tooMany) {
                refusals.countDown();
            }
            return sender;
        });
        assertThat(lookups).hasValue(CodeGuesses.MAX_CONCURRENT);
    }

    /** All have passed the first check before the first of them is counted. */
    @Test
    void guessesAtTheSameTimeAreCountedBeforeTheNextIsLookedUp() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(1);
        AtomicBoolean held = new AtomicBoolean();
        CodeGuesses slow = new CodeGuesses(now::get, duration -> {
            if (held.get()) {
                turns.await();
            }
        });
        for (int i = 1; i < CodeGuesses.MAX_WRONG; i++) {
            slow.look("192.168.4.20", Optional::empty);
        }
        held.set(true);
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < CodeGuesses.MAX_CONCURRENT; i++) {
            String address = "10.0.0." + i;
            others.add(new Thread(() -> slow.look(address, Optional::empty)));
        }
        startAndAwait(others, Thread.State.WAITING);
        AtomicInteger lookups = new AtomicInteger();
        List<Thread> same = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            same.add(new Thread(() -> {
                try {
                    slow.look("192.168.4.20", () -> {
                        lookups.incrementAndGet();
                        return Optional.empty();
                    });
                } catch (ProblemException tooMany) {
                    // As it is to be.
                }
            }));
        }
        startAndAwait(same, Thread.State.TIMED_WAITING);
        turns.countDown();
        for (Thread thread : same) {
            thread.join();
        }
        assertThat(lookups).hasValue(1);
    }

    private static void startAndAwait(List<Thread> threads, Thread.State state) throws InterruptedException {
        threads.forEach(Thread::start);
        while (!threads.stream().allMatch(thread -> thread.getState() == state)) {
            Thread.sleep(1);
        }
    }
}
