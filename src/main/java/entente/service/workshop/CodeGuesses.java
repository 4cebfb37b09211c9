package entente.service.workshop;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.WrongAttempts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds guesses of codes: a wrong one is answered late, and after some within a minute, of one address or of all, none is
 * looked up until the minute is over. Of 2³⁰ codes, that many guesses in a day find a workshop with a chance below one in a thousand.
 */
public final class CodeGuesses {

    static final int MAX_WRONG = 10;
    static final int MAX_WRONG_OF_ALL = 600;
    static final Duration DELAY = Duration.ofMillis(400);

    /** How many codes are looked up, or answered late, at the same time; a wrong one takes part until its answer. */
    static final int MAX_CONCURRENT = 8;

    /** Requests that wait for their turn, and for how long; then they are refused without a look. */
    private static final int MAX_WAITING = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String ALL = "";

    private final WrongAttempts ofNetwork;
    private final WrongAttempts ofAll;
    private final Pause pause;
    private final Semaphore turns = new Semaphore(MAX_CONCURRENT, true);

    /** Waits before an answer. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    public CodeGuesses(InstantSource clock, Pause pause) {
        this.ofNetwork = new WrongAttempts(MAX_WRONG, clock);
        this.ofAll = new WrongAttempts(MAX_WRONG_OF_ALL, clock);
        this.pause = pause;
    }

    /**
     * Looks up a code that is not known to be right; if it is wrong, that is counted and answered late.
     *
     * @param lookup empty for a wrong code
     * @throws ProblemException TOO_MANY_ATTEMPTS, and nothing is looked up, if there were too many wrong codes of this address
     *     or of all, or too many others are looked up
     */
    <T> Optional<T> look(String address, Supplier<Optional<T>> lookup) {
        check(address);
        try {
            if (turns.getQueueLength() >= MAX_WAITING
                    || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany("Too many codes are tried at the same time.", DELAY);
            }
            try {
                Optional<T> found = counted(address, lookup);
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
    private synchronized <T> Optional<T> counted(String address, Supplier<Optional<T>> lookup) {
        check(address);
        Optional<T> found = lookup.get();
        if (found.isEmpty()) {
            ofNetwork.count(address);
            ofAll.count(ALL);
        }
        return found;
    }

    private void check(String address) {
        ofNetwork.refused(address).ifPresent(left -> {
            throw tooMany("There were too many wrong codes from this address.", left);
        });
        ofAll.refused(ALL).ifPresent(left -> {
            throw tooMany("There were too many wrong codes.", left);
        });
    }

    private static ProblemException tooMany(String sentence, Duration left) {
        return ProblemType.TOO_MANY_ATTEMPTS.problem(sentence, (int) left.toSeconds() + 1);
    }
}
