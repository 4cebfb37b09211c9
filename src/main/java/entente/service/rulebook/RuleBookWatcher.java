package entente.service.rulebook;

import entente.document.Digest;
import entente.model.Problem;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.CaseFiles.RefusedFile;
import entente.quality.cases.RuleCase;
import entente.quality.cases.RuleCase.CaseResult;
import entente.quality.cases.RuleCase.Expectation;
import entente.quality.cases.RuleCase.FailedExpectation;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.Linter;
import entente.report.wording.LintSentences;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.service.admission.DaemonThread;
import entente.service.rulebook.RuleBookWatcher.RuleBookReload.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
     * @param watch interval between checks of the folder
     * @param pause time without changes before an edit is read
     * @param force whether an edit may drop more than 30 percent of the rules
     */
    @ConfigurationProperties("entente.reload")
    public record WatchSettings(
            @DefaultValue("1s") Duration watch,
            @DefaultValue("500ms") Duration pause,
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
        RuleBooks.prune(check.cache(), MAX_CACHED);
        this.activeRuleBook = new ActiveRuleBook(first);
        this.reload = new RuleBookReload(activeRuleBook, check::load, lost, settings.force(), DEADLINE);
    }

    public void start() {
        watcher.start();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(settings.watch().toMillis());
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
        Thread.sleep(settings.pause().toMillis());
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
            RuleBooks.prune(check.cache(), MAX_CACHED);
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

    /**
     * The state of a rules folder without its content: names, sizes and times. The folder is polled, because mounted
     * folders do not report changes.
     */
    record RuleBookSignature(Map<String, String> files) {

        private static final String UNREADABLE = "unreadable";

        static RuleBookSignature of(Path rules) {
            Map<String, String> files = new TreeMap<>();
            addBook(rules, "", files);
            addBook(rules.resolve(RuleBooks.RIVAL), RuleBooks.RIVAL + "/", files);
            // A book without a catalogue uses that of the parent folder.
            files.put("..", stamp(rules.resolve("../indicators.yaml")));
            return new RuleBookSignature(files);
        }

        private static void addBook(Path folder, String prefix, Map<String, String> files) {
            add(folder, prefix, "(?s)[^.].*\\.(drl|yaml)", files);
            add(folder.resolve("cases"), prefix + "cases/", "(?s)[^.].*\\.json", files);
        }

        private static void add(Path folder, String prefix, String wanted, Map<String, String> files) {
            try (Stream<Path> listing = Files.list(folder)) {
                listing.filter(file -> file.getFileName().toString().matches(wanted))
                        .forEach(file -> files.put(prefix + file.getFileName(), stamp(file)));
            } catch (IOException | UncheckedIOException unreadable) {
                files.put(prefix, UNREADABLE);
            }
        }

        private static String stamp(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return now.size() + " " + now.lastModifiedTime() + " " + now.fileKey();
            } catch (IOException unreadable) {
                return UNREADABLE;
            }
        }
    }

    /** Checks whether the rule book in the folder can replace the active one. */
    @RequiredArgsConstructor
    static final class RuleBookReload {

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
                return Finding.fault(
                        SOON, "LOST_THREADS", "No edit is accepted while an evaluation cannot be stopped.");
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
                    NEVER,
                    "TOO_SLOW",
                    "The rule book was not loaded, compiled and tested within " + seconds + " seconds.");
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

    /**
     * Loads and checks a rule book and its rival one: they compile, the linter finds no error, and their cases pass.
     *
     * @param rules folder of the book
     * @param cache compiled books
     * @param scenarioSource the scenarios that can be extended
     */
    public record RuleBookCheck(Path rules, Path cache, ScenarioSource scenarioSource) {

        private static final String CASES = "cases/";

        /**
         * Loads the book; compiling takes seconds. Files that have passed before are not checked again.
         *
         * @throws RuleBookException with every fault
         */
        public RuleBookSnapshot load() throws RuleBookException {
            String before = digest();
            LoadedRuleBook open = RuleBooks.open(rules, cache);
            Optional<LoadedRuleBook> rival = RuleBooks.openRival(rules, open, cache);
            RuleBookSnapshot snapshot = new RuleBookSnapshot(open, rival, scenarioSource);
            if (before.equals(digest()) && RuleBooks.isValid(cache, before)) {
                return snapshot;
            }
            check(snapshot);
            if (rival.isPresent()) {
                try {
                    rivalCheck().check(snapshot.of(rival.get()));
                } catch (RuleBookException wrong) {
                    throw wrong.in(RuleBooks.RIVAL);
                }
            }
            if (before.equals(digest())) {
                RuleBooks.markValid(cache, before);
            }
            return snapshot;
        }

        private RuleBookCheck rivalCheck() {
            return new RuleBookCheck(rules.resolve(RuleBooks.RIVAL), cache, scenarioSource);
        }

        private void check(RuleBookSnapshot snapshot) throws RuleBookException {
            List<RuleBookFault> faults = lint(snapshot.loadedRuleBook());
            if (faults.isEmpty()) {
                faults = cases(snapshot);
            }
            if (!faults.isEmpty()) {
                throw new RuleBookException(faults);
            }
        }

        /** Digest of the books, their cases and the scenarios that they can extend. */
        private String digest() throws RuleBookException {
            StringBuilder sum = new StringBuilder("entente-sound-1 ").append(digestOfBook());
            if (RuleBooks.rival(rules).isPresent()) {
                sum.append("\nrival ").append(rivalCheck().digestOfBook());
            }
            for (String id : scenarioSource.ids()) {
                sum.append('\n').append(id).append(' ').append(digest(scenarioSource.find(id)));
            }
            return Digest.sha256(sum.toString());
        }

        private String digestOfBook() throws RuleBookException {
            StringBuilder sum = new StringBuilder(RuleBooks.key(rules));
            for (Path file : FolderScenarioSource.scenarioFiles(CaseFiles.folder(rules))) {
                sum.append('\n').append(file.getFileName()).append(' ').append(digest(FolderScenarioSource.read(file)));
            }
            return sum.toString();
        }

        private static String digest(Optional<byte[]> bytes) {
            return bytes.map(Digest::sha256).orElse("none");
        }

        private List<RuleBookFault> lint(LoadedRuleBook open) throws RuleBookException {
            return Linter.lint(open.book(), RuleBooks.locations(rules)).findings().stream()
                    .filter(finding -> finding.severity() == LintCode.Severity.ERROR)
                    .map(finding -> new RuleBookFault(
                            finding.location().file(),
                            finding.location().line(),
                            finding.code().name(),
                            LintSentences.of(finding)))
                    .toList();
        }

        private List<RuleBookFault> cases(RuleBookSnapshot snapshot) {
            Path folder = CaseFiles.folder(rules);
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            List<RuleBookFault> faults = externalLinks(folder);
            if (!faults.isEmpty()) {
                return faults;
            }
            CaseFiles files = CaseFiles.read(folder, snapshot.book(), scenarioSource);
            for (RefusedFile file : files.refused()) {
                file.problems().forEach(problem -> faults.add(fault(file.name(), problem)));
            }
            for (RuleCase one : files.cases()) {
                CaseResult result = one.run(snapshot.assessor());
                result.failures().forEach(miss -> faults.add(fault(result, miss)));
            }
            return faults;
        }

        /** Case files that are links out of the folder. */
        private List<RuleBookFault> externalLinks(Path folder) {
            List<RuleBookFault> faults = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                Path home = rules.toRealPath();
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.toRealPath().startsWith(home)) {
                        faults.add(new RuleBookFault(
                                CASES + file.getFileName(), 0, "FOREIGN_LINK", "This link leads out of the folder."));
                    }
                }
            } catch (IOException unreadable) {
                faults.add(new RuleBookFault(CASES, 0, "UNREADABLE", "The folder of the cases cannot be read."));
            }
            return faults;
        }

        private static RuleBookFault fault(String file, Problem problem) {
            return new RuleBookFault(
                    CASES + file, problem.line(), problem.code(), problem.pointer() + ": " + problem.detail());
        }

        private static RuleBookFault fault(CaseResult result, FailedExpectation miss) {
            String file = result.id().split("/", 2)[0] + ".json";
            Expectation expected = miss.expectation();
            return new RuleBookFault(
                    CASES + file,
                    expected.at().location().line(),
                    "CASE",
                    expected.pointer() + ": "
                            + miss.given()
                                    .map(given -> "With " + given + " the")
                                    .orElse("The") + " case expects "
                            + expected.expected() + "; the result is " + miss.actual() + ".");
        }
    }
}
