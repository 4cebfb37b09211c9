package entente.service.rulebook;

import entente.rulebook.CompiledRuleBookCache;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.service.admission.EvaluationThreads;
import entente.service.rulebook.RuleBookReload.Finding;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule book in force and the folder that it came from. Somebody looks at the folder again and again; once an edit
 * has come to rest it is checked, and if it is sound it takes the place of the book in force. Whatever goes wrong, the
 * last sound book stays.
 */
public final class RuleBookWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBookWatcher.class);

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MAX_CACHED = 20;
    private static final int MAX_LOGGED_FAULTS = 20;

    private final RuleBookCheck check;
    private final Habits settings;
    private final ActiveRuleBook inForce;
    private final RuleBookReload reload;
    private final Thread watcher = EvaluationThreads.newDaemonThread(this::watch, "watch");
    private RuleBookSignature seen;
    private int retry;

    /**
     * How the folder is watched.
     *
     * @param watch time between two looks
     * @param pause how long an edit has to be at rest before it is read
     * @param force whether an edit may drop more than 30 in 100 rules
     */
    public record Habits(Duration pollInterval, Duration quietPeriod, boolean force) {

        /** A look a second, and half a second of rest. */
        public static final Habits DEFAULT = new Habits(Duration.ofSeconds(1), Duration.ofMillis(500), false);
    }

    private RuleBookWatcher(
            RuleBookCheck check, Habits habits, IntSupplier lost, RuleBookSignature seen, RuleBookSnapshot first) {
        this.check = check;
        this.settings = habits;
        this.seen = seen;
        this.inForce = new ActiveRuleBook(first);
        this.reload = new RuleBookReload(inForce, check::load, lost, habits.force(), DEADLINE);
    }

    /**
     * Opens the book of the folder. Nothing is watched before {@link #start()}.
     *
     * @param lost how many evaluations cannot be stopped; while there are any, no edit is taken
     * @throws RuleBookException with every fault, when there is no sound book to begin with
     */
    public static RuleBookWatcher open(RuleBookCheck check, Habits habits, IntSupplier lost) throws RuleBookException {
        // Looked at first: what changes while the book is opened is an edit already.
        RuleBookSignature seen = RuleBookSignature.of(check.rules());
        RuleBookSnapshot first = check.load();
        CompiledRuleBookCache.prune(check.cache(), MAX_CACHED, first.loadedRuleBook());
        return new RuleBookWatcher(check, habits, lost, seen, first);
    }

    public ActiveRuleBook inForce() {
        return inForce;
    }

    public void start() {
        watcher.start();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(settings.pollInterval().toMillis());
                try {
                    poll();
                } catch (RuntimeException | Error broken) {
                    // The book in force stays, and the next look may fare better.
                    LOG.error("The folder of the rule book could not be looked at.", broken);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the folder once, and takes up what has changed and come to rest. */
    void poll() throws InterruptedException {
        RuleBookSignature now = RuleBookSignature.of(check.rules());
        if (now.equals(seen) && (retry == 0 || --retry > 0)) {
            return;
        }
        Thread.sleep(settings.quietPeriod().toMillis());
        if (now.equals(RuleBookSignature.of(check.rules()))) {
            checkEdit(now);
        }
    }

    private void checkEdit(RuleBookSignature now) throws InterruptedException {
        Finding finding = reload.checkFolder(() -> outdated(now));
        if (outdated(now)) {
            // Read while it was being written: the next look takes it up as a whole.
            return;
        }
        seen = now;
        retry = finding.retryAfterPolls();
        finding.edition().ifPresentOrElse(this::accept, () -> reject(finding.faults()));
    }

    private boolean outdated(RuleBookSignature checked) {
        return !checked.equals(RuleBookSignature.of(check.rules()));
    }

    private void accept(RuleBookSnapshot edition) {
        boolean other = edition != inForce.current();
        if (other || inForce.state().stale()) {
            LOG.info(
                    "Rule book {} {} is in force.",
                    edition.book().version(),
                    edition.book().sha256());
        }
        inForce.accept(edition);
        if (other) {
            CompiledRuleBookCache.prune(check.cache(), MAX_CACHED, edition.loadedRuleBook());
        }
    }

    private void reject(List<RuleBookFault> faults) {
        if (!faults.equals(inForce.state().faults())) {
            LOG.warn(
                    "The edit of the rule book is refused, {} stays in force. Faults: {}",
                    inForce.state().sha256(),
                    faults.stream().limit(MAX_LOGGED_FAULTS).toList());
        }
        inForce.reject(faults);
    }

    /** Stops watching, and waits for a check that is under way. */
    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join(DEADLINE.toMillis());
            reload.close();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
