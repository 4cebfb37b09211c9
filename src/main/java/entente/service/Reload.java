package entente.service;

import entente.domain.RuleBook;
import entente.rules.BookFault;
import entente.rules.RuleBookException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether what lies in the folder may take the place of the book in force. */
final class Reload {

    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

    private final InForce inForce;
    private final Callable<Edition> check;
    private final IntSupplier lost;
    private final boolean force;
    private final Duration deadline;
    private @Nullable Thread checking;
    private volatile boolean busy;

    /**
     * What was found.
     *
     * @param edition empty when there are faults
     * @param retry after how many looks it is worth another try though nothing has changed, for the fault lies in the
     *     moment and not in the folder; 0 when it is not
     */
    record Finding(Optional<Edition> edition, List<BookFault> faults, int retry) {

        static Finding fault(int retry, String code, String detail) {
            return new Finding(Optional.empty(), List.of(new BookFault("", 0, code, detail)), retry);
        }
    }

    private static final int NEVER = 0;
    private static final int SOON = 1;
    private static final int LATER = 30;

    /**
     * @param check opens the book of the folder, whatever that takes
     * @param lost evaluations that cannot be stopped: while there are any, nothing new is let in
     * @param force whether a book may lose many rules at once
     * @param deadline for the check, after which it is given up
     */
    Reload(InForce inForce, Callable<Edition> check, IntSupplier lost, boolean force, Duration deadline) {
        this.inForce = inForce;
        this.check = check;
        this.lost = lost;
        this.force = force;
        this.deadline = deadline;
    }

    /** Checks the folder as it is now, and changes nothing. */
    Finding find() throws InterruptedException {
        if (lost.getAsInt() > 0) {
            return Finding.fault(SOON, "LOST_THREADS", "No edit is taken while an evaluation cannot be stopped.");
        }
        if (busy) {
            return Finding.fault(SOON, "STILL_CHECKING", "The check of an earlier edit has not come to an end.");
        }
        FutureTask<Edition> task = new FutureTask<>(this::checked);
        checking = Places.thread(task, "rules");
        checking.start();
        try {
            return admitted(task.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException refused) {
            return refused(refused.getCause());
        } catch (TimeoutException slow) {
            return Finding.fault(
                    NEVER, "TOO_SLOW", "The book was not read, compiled and tried within " + seconds() + " seconds.");
        } finally {
            task.cancel(true);
        }
    }

    private Edition checked() throws Exception {
        busy = true;
        try {
            return check.call();
        } finally {
            busy = false;
        }
    }

    private long seconds() {
        return Math.max(1, deadline.toSeconds());
    }

    private Finding admitted(Edition edition) {
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

    /** Waits a while for a check that was given up. */
    void close() throws InterruptedException {
        if (checking != null) {
            checking.interrupt();
            checking.join(deadline.toMillis());
        }
    }
}
