package entente.service.workshop.access;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;

/**
 * Bounds guesses of codes: a wrong one is answered late, and after some within a minute, of one address or of all, none is
 * looked up until the minute is over. Of 2³⁰ codes, that many guesses in a day find a workshop with a chance below one in a thousand.
 */
@RequiredArgsConstructor
public final class CodeGuesses {

    static final int MAX_WRONG = 10;
    static final int MAX_WRONG_OF_ALL = 600;
    static final Duration PERIOD = Duration.ofMinutes(1);
    static final Duration DELAY = Duration.ofMillis(400);

    /** How many codes are looked up, or answered late, at the same time; a wrong one takes part until its answer. */
    static final int MAX_CONCURRENT = 8;

    private static final int MAX_ADDRESSES = 4096;
    /** Requests that wait for their turn, and for how long; then they are refused without a look. */
    private static final int MAX_WAITING = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String ALL = "";

    private final InstantSource clock;
    private final Pause pause;
    private final Semaphore turns = new Semaphore(MAX_CONCURRENT, true);
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

    /**
     * Looks up a code that is not known to be right; if it is wrong, that is counted and answered late.
     *
     * @param lookup empty for a wrong code
     * @throws ProblemException TOO_MANY_ATTEMPTS, and nothing is looked up, if there were too many wrong codes of this address
     *     or of all, or too many others are looked up
     */
    <T> Optional<T> look(String address, Supplier<Optional<T>> lookup) {
        String network = network(address);
        check(network);
        try {
            if (turns.getQueueLength() >= MAX_WAITING
                    || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany("Too many codes are tried at the same time.", DELAY);
            }
            try {
                Optional<T> found = counted(network, lookup);
                if (found.isEmpty()) {
                    pause.of(DELAY);
                }
                return found;
            } finally {
                turns.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw tooMany("The service stops.", DELAY);
        }
    }

    /** Counts before the next is looked up, so that no more than the maximum are. */
    private <T> Optional<T> counted(String network, Supplier<Optional<T>> lookup) {
        synchronized (wrongs) {
            check(network);
            Optional<T> found = lookup.get();
            if (found.isEmpty()) {
                count(network);
                count(ALL);
            }
            return found;
        }
    }

    private void check(String network) {
        Instant now = clock.instant();
        synchronized (wrongs) {
            check(network, MAX_WRONG, now, "There were too many wrong codes from this address.");
            check(ALL, MAX_WRONG_OF_ALL, now, "There were too many wrong codes.");
        }
    }

    private void check(String key, int most, Instant now, String sentence) {
        Wrong wrong = wrongs.get(key);
        if (wrong != null && wrong.count() >= most && now.isBefore(wrong.since().plus(PERIOD))) {
            throw tooMany(sentence, Duration.between(now, wrong.since().plus(PERIOD)));
        }
    }

    private void count(String key) {
        Instant now = clock.instant();
        wrongs.merge(
                key,
                new Wrong(now, 1),
                (before, one) -> now.isBefore(before.since().plus(PERIOD))
                        ? new Wrong(before.since(), before.count() + 1)
                        : one);
    }

    int addresses() {
        synchronized (wrongs) {
            return wrongs.size();
        }
    }

    /** One machine has many addresses of IPv6, which share the first half. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] parts = address.split(":", -1);
        return String.join(":", Arrays.asList(parts).subList(0, Math.min(4, parts.length)));
    }

    private static ProblemException tooMany(String sentence, Duration left) {
        return ProblemException.withRetryAfter(ProblemType.TOO_MANY_ATTEMPTS, sentence, (int) left.toSeconds() + 1);
    }
}
