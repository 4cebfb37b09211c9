package entente.service.rulebook;

import entente.model.rule.RuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.service.admission.EvaluationThreads;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether what lies in the folder may take the place of the book in force. */
final class RuleBookReload {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBookReload.class);

    private final ActiveRuleBook inForce;
    private final Callable<RuleBookSnapshot> check;
    private final IntSupplier lostThreads;
    private final boolean force;
    private final Duration deadline;
    private final List<Thread> checks = new ArrayList<>();

    /**
     * What was found.
     *
     * @param edition empty when there are faults
     * @param retry after how many looks it is worth another try though nothing has changed, for the fault lies in the
     *     moment and not in the folder; 0 when it is not
     */
    record Finding(Optional<RuleBookSnapshot> edition, List<RuleBookFault> faults, int retryAfterPolls) {

        static Finding fault(int retry, String code, String detail) {
            return new Finding(Optional.empty(), List.of(new RuleBookFault("", 0, code, detail)), retry);
        }
    }

    /** A check that was abandoned and has not ended, and one beside it. */
    private static final int MAX_CHECKS = 2;

    /** How often the folder is looked at while a check runs. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private static final int NEVER = 0;
    private static final int SOON = 1;
    private static final int LATER = 30;

    /**
     * @param check opens the book of the folder, whatever that takes
     * @param lost evaluations that cannot be stopped: while there are any, nothing new is let in
     * @param force whether a book may lose many rules at once
     * @param deadline for the check, after which it is given up
     */
    RuleBookReload(
            ActiveRuleBook inForce,
            Callable<RuleBookSnapshot> check,
            IntSupplier lost,
            boolean force,
            Duration deadline) {
        this.inForce = inForce;
        this.check = check;
        this.lostThreads = lost;
        this.force = force;
        this.deadline = deadline;
    }

    /**
     * Checks the folder as it is now, and changes nothing. A check that exceeds the deadline, or whose files have changed
     * meanwhile, is interrupted and abandoned: the compiler of rules cannot be interrupted and may run on for minutes, which
     * must not delay the check of a better edit.
     *
     * @param outdated whether the folder has changed since the check began
     * @return the result; {@code SUPERSEDED} if the folder has changed, which nobody needs to be told
     */
    Finding checkFolder(BooleanSupplier outdated) throws InterruptedException {
        if (lostThreads.getAsInt() > 0) {
            return Finding.fault(SOON, "LOST_THREADS", "No edit is taken while an evaluation cannot be stopped.");
        }
        checks.removeIf(one -> !one.isAlive());
        if (checks.size() >= MAX_CHECKS) {
            return Finding.fault(SOON, "STILL_CHECKING", "The checks of earlier edits have not ended.");
        }
        FutureTask<RuleBookSnapshot> task = new FutureTask<>(check);
        Thread checking = EvaluationThreads.newDaemonThread(task, "rules");
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
        return Finding.fault(
                NEVER, "TOO_SLOW", "The book was not read, compiled and tried within " + seconds() + " seconds.");
    }

    /** Whether another check could begin at once if this one were abandoned. */
    private boolean replaceable() {
        return checks.stream().filter(Thread::isAlive).count() < MAX_CHECKS;
    }

    private long seconds() {
        return Math.max(1, deadline.toSeconds());
    }

    private Finding admitted(RuleBookSnapshot edition) {
        int fresh = edition.book().rules().size();
        RuleBook old = inForce.current().book();
        int before = old.rules().size();
        if (!force && 10 * fresh < 7 * before) {
            return Finding.fault(
                    NEVER,
                    "FEWER_RULES",
                    "The folder has " + fresh + " rules, the book in force " + before
                            + ". So many are not dropped in passing: restart the service, or set entente.reload.force.");
        }
        boolean same = edition.book().sha256().equals(old.sha256());
        return new Finding(Optional.of(same ? inForce.current() : edition), List.of(), NEVER);
    }

    private static Finding refused(@Nullable Throwable why) {
        if (why instanceof RuleBookException wrong) {
            return new Finding(Optional.empty(), wrong.faults(), NEVER);
        }
        LOG.error("The rule book in the folder could not be checked.", why);
        return Finding.fault(
                LATER, "BROKEN", "The book could not be checked. This is a bug; the log of the service holds more.");
    }

    /** Waits until the checks have ended, for at most the deadline. */
    void close() throws InterruptedException {
        for (Thread one : checks) {
            one.interrupt();
            one.join(deadline.dividedBy(MAX_CHECKS).toMillis());
        }
    }
}
