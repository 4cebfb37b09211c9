package entente.service.rulebook;

import entente.model.rule.RuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.service.admission.DaemonThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks whether the rule book in the folder can replace the active one. */
@RequiredArgsConstructor
final class RuleBookReload {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBookReload.class);

    private final ActiveRuleBook activeRuleBook;

    /** Loads the book of the folder. */
    private final Callable<RuleBookSnapshot> check;

    /** While there are any, no edit is accepted. */
    private final IntSupplier lostThreads;

    /** Whether an edit may drop many rules. */
    private final boolean force;

    private final Duration deadline;
    private final List<Thread> checks = new ArrayList<>();

    /**
     * The result of a check.
     *
     * @param snapshot empty if there are faults
     * @param retryAfterPolls number of polls after which to retry without a change, because the fault is temporary; 0 for never
     */
    record Finding(Optional<RuleBookSnapshot> snapshot, List<RuleBookFault> faults, int retryAfterPolls) {

        static Finding fault(int retry, String code, String detail) {
            return new Finding(Optional.empty(), List.of(new RuleBookFault("", 0, code, detail)), retry);
        }
    }

    /** One abandoned check that has not ended, and one beside it. */
    private static final int MAX_CHECKS = 2;

    /** Interval of polling the folder during a check. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private static final int NEVER = 0;
    private static final int SOON = 1;
    private static final int LATER = 30;

    /**
     * Checks the folder without changing anything. A check that exceeds the deadline, or whose files have changed
     * meanwhile, is interrupted and abandoned: the rule compiler cannot be interrupted and may run for minutes, which
     * must not delay a later edit.
     *
     * @param outdated whether the folder has changed since the check began
     * @return the result; {@code SUPERSEDED} if the folder has changed, which is not reported
     */
    Finding checkFolder(BooleanSupplier outdated) throws InterruptedException {
        if (lostThreads.getAsInt() > 0) {
            return Finding.fault(SOON, "LOST_THREADS", "No edit is accepted while an evaluation cannot be stopped.");
        }
        checks.removeIf(one -> !one.isAlive());
        if (checks.size() >= MAX_CHECKS) {
            return Finding.fault(SOON, "STILL_CHECKING", "The checks of earlier edits have not ended.");
        }
        FutureTask<RuleBookSnapshot> task = new FutureTask<>(check);
        Thread checking = new DaemonThread(task, "rules");
        checks.add(checking);
        checking.start();
        try {
            return await(task, outdated);
        } finally {
            task.cancel(true);
        }
    }

    private Finding await(FutureTask<RuleBookSnapshot> task, BooleanSupplier outdated) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        for (long left = deadline.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                return admitted(task.get(Math.min(left, POLL_INTERVAL.toNanos()), TimeUnit.NANOSECONDS));
            } catch (ExecutionException refused) {
                return refused(refused.getCause());
            } catch (TimeoutException running) {
                if (replaceable() && outdated.getAsBoolean()) {
                    return Finding.fault(SOON, "SUPERSEDED", "The files have changed while they were checked.");
                }
            }
        }
        long seconds = Math.max(1, deadline.toSeconds());
        return Finding.fault(
                NEVER, "TOO_SLOW", "The rule book was not loaded, compiled and tested within " + seconds + " seconds.");
    }

    /** Whether another check could begin at once if this one were abandoned. */
    private boolean replaceable() {
        return checks.stream().filter(Thread::isAlive).count() < MAX_CHECKS;
    }

    private Finding admitted(RuleBookSnapshot snapshot) {
        int fresh = snapshot.book().rules().size();
        RuleBook old = activeRuleBook.current().book();
        int before = old.rules().size();
        if (!force && 10 * fresh < 7 * before) {
            return Finding.fault(
                    NEVER,
                    "FEWER_RULES",
                    "The folder has " + fresh + " rules, the active book has " + before
                            + ". To drop so many, restart the service or set entente.reload.force.");
        }
        boolean same = keys(snapshot).equals(keys(activeRuleBook.current()));
        return new Finding(Optional.of(same ? activeRuleBook.current() : snapshot), List.of(), NEVER);
    }

    /** Of the book and its rival one. */
    private static List<String> keys(RuleBookSnapshot snapshot) {
        return snapshot.books().stream().map(book -> book.book().key()).toList();
    }

    private static Finding refused(@Nullable Throwable why) {
        if (why instanceof RuleBookException wrong) {
            return new Finding(Optional.empty(), wrong.faults(), NEVER);
        }
        LOG.error("The rule book in the folder could not be checked.", why);
        return Finding.fault(
                LATER,
                "BROKEN",
                "The rule book could not be checked because of an internal error; see the log of the service.");
    }

    /** Waits until the checks have ended, for at most the deadline. */
    void close() throws InterruptedException {
        for (Thread one : checks) {
            one.interrupt();
            one.join(deadline.dividedBy(MAX_CHECKS).toMillis());
        }
    }
}
