package entente.service.workshop.access;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import lombok.RequiredArgsConstructor;

/**
 * Slows guesses of codes: each wrong one is answered late, and after some within a minute, an address is refused until the
 * minute is over. With 2³⁰ codes, a room full of machines would need centuries.
 */
@RequiredArgsConstructor
public final class CodeGuesses {

    static final int MAX_WRONG = 10;
    static final Duration PERIOD = Duration.ofMinutes(1);
    static final Duration DELAY = Duration.ofMillis(400);

    private static final int MAX_ADDRESSES = 4096;
    /** Threads that wait at the same time; further guesses are answered at once, with a refusal. */
    private static final int MAX_WAITING = 8;

    private final InstantSource clock;
    private final Pause pause;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final Map<String, Wrong> wrongs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Wrong(Instant since, int count) {}

    /** Waits before an answer. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** @throws ProblemException TOO_MANY_ATTEMPTS if there were too many wrong codes from this address */
    void check(String address) {
        Instant now = clock.instant();
        synchronized (wrongs) {
            Wrong wrong = wrongs.get(network(address));
            if (wrong != null
                    && wrong.count() >= MAX_WRONG
                    && now.isBefore(wrong.since().plus(PERIOD))) {
                throw tooMany(Duration.between(now, wrong.since().plus(PERIOD)));
            }
        }
    }

    /**
     * Counts a wrong code, and waits.
     *
     * @throws ProblemException TOO_MANY_ATTEMPTS if too many others wait already
     */
    void countWrong(String address) {
        Instant now = clock.instant();
        synchronized (wrongs) {
            wrongs.merge(
                    network(address),
                    new Wrong(now, 1),
                    (before, one) -> now.isBefore(before.since().plus(PERIOD))
                            ? new Wrong(before.since(), before.count() + 1)
                            : one);
        }
        if (!waiting.tryAcquire()) {
            throw tooMany(DELAY);
        }
        try {
            pause.of(DELAY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }

    int addresses() {
        synchronized (wrongs) {
            return wrongs.size();
        }
    }

    /** One machine has many addresses of IPv6, which share the first half. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] parts = address.split(":", -1);
        return String.join(":", Arrays.asList(parts).subList(0, Math.min(4, parts.length)));
    }

    private static ProblemException tooMany(Duration left) {
        return ProblemException.withRetryAfter(
                ProblemType.TOO_MANY_ATTEMPTS,
                "There were too many wrong codes from this address.",
                (int) left.toSeconds() + 1);
    }
}
