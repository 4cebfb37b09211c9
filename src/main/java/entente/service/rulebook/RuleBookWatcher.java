package entente.service.rulebook;

import entente.rulebook.CompiledRuleBookCache;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.service.admission.DaemonThread;
import entente.service.rulebook.RuleBookReload.Finding;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import lombok.Getter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Watches the folder of the rule book. When an edit is complete it is checked, and if it is valid it replaces the
 * active book. Otherwise the last valid book remains active.
 */
public final class RuleBookWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBookWatcher.class);

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MAX_CACHED = 20;
    private static final int MAX_LOGGED_FAULTS = 20;

    private final RuleBookCheck check;
    private final WatchSettings settings;

    @Getter
    private final ActiveRuleBook activeRuleBook;

    private final RuleBookReload reload;
    private final Thread watcher = new DaemonThread(this::watch, "watch");
    private RuleBookSignature seen;
    private int retry;

    /**
     * Settings of the watcher.
     *
     * @param pollInterval interval between checks of the folder
     * @param quietPeriod time without changes before an edit is read
     * @param force whether an edit may drop more than 30 percent of the rules
     */
    @ConfigurationProperties("entente.reload")
    public record WatchSettings(
            @Name("watch") @DefaultValue("1s") Duration pollInterval,
            @Name("pause") @DefaultValue("500ms") Duration quietPeriod,
            boolean force) {}

    /**
     * Loads the book of the folder. Watching begins with {@link #start()}.
     *
     * @param lost number of lost threads; while there are any, no edit is accepted
     * @throws RuleBookException with every fault, if there is no valid rule book
     */
    public RuleBookWatcher(RuleBookCheck check, WatchSettings settings, IntSupplier lost) throws RuleBookException {
        this.check = check;
        this.settings = settings;
        // Taken first: changes while the book is loaded count as an edit.
        this.seen = RuleBookSignature.of(check.rules());
        RuleBookSnapshot first = check.load();
        CompiledRuleBookCache.prune(check.cache(), MAX_CACHED, first.books());
        this.activeRuleBook = new ActiveRuleBook(first);
        this.reload = new RuleBookReload(activeRuleBook, check::load, lost, settings.force(), DEADLINE);
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
                    // The active book remains; the next poll may succeed.
                    LOG.error("The folder of the rule book could not be checked.", broken);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Polls the folder once, and checks an edit that is complete. */
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
            // Changed during the check; the next poll handles it.
            return;
        }
        seen = now;
        retry = finding.retryAfterPolls();
        finding.snapshot().ifPresentOrElse(this::accept, () -> reject(finding.faults()));
    }

    private boolean outdated(RuleBookSignature checked) {
        return !checked.equals(RuleBookSignature.of(check.rules()));
    }

    private void accept(RuleBookSnapshot snapshot) {
        boolean other = snapshot != activeRuleBook.current();
        if (other || activeRuleBook.state().stale()) {
            LOG.info(
                    "Rule book {} {} is active, {}.",
                    snapshot.book().version(),
                    snapshot.book().sha256(),
                    snapshot.briefings()
                            .rival()
                            .map(rival -> "with its rival " + rival.book().version() + " "
                                    + rival.book().sha256())
                            .orElse("without a rival"));
        }
        activeRuleBook.accept(snapshot);
        if (other) {
            CompiledRuleBookCache.prune(check.cache(), MAX_CACHED, snapshot.books());
        }
    }

    private void reject(List<RuleBookFault> faults) {
        if (!faults.equals(activeRuleBook.state().faults())) {
            LOG.warn(
                    "The edit of the rule book is refused, {} remains active. Faults: {}",
                    activeRuleBook.state().sha256(),
                    faults.stream().limit(MAX_LOGGED_FAULTS).toList());
        }
        activeRuleBook.reject(faults);
    }

    /** Stops watching, and waits for a running check. */
    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join(DEADLINE.toMillis());
            reload.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
