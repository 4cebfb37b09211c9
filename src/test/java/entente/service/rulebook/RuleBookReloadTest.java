package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.model.Grade;
import entente.model.rule.RuleBookFault;
import entente.quality.lint.Linter;
import entente.rulebook.Inference;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.admission.EvaluationLimits;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import entente.service.rulebook.RuleBookWatcher.RuleBookCheck;
import entente.service.rulebook.RuleBookWatcher.RuleBookReload;
import entente.service.rulebook.RuleBookWatcher.RuleBookSignature;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import entente.testkit.Await;
import entente.testkit.BookFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the folder of the active rule book is watched, and replaced as a whole by a valid edit once its files are stable. A
 * check that exceeds its deadline is abandoned, and delays no later edit.
 */
@Timeout(300)
class RuleBookReloadTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    /** Compiled books, shared by all tests: compiling takes a second. */
    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private final AtomicInteger lost = new AtomicInteger();
    private final HookedScenarioSource source = new HookedScenarioSource();
    private SoundRuleBook book;
    private RuleBookWatcher watcher;

    /** A scenario source that runs a hook during each check. */
    private static final class HookedScenarioSource implements ScenarioSource {

        volatile Runnable onCheck = () -> {};

        @Override
        public Optional<byte[]> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> ids() {
            onCheck.run();
            return List.of();
        }
    }

    @BeforeEach
    void createBook() throws IOException {
        book = SoundRuleBook.in(temp.resolve("book"));
    }

    private void open(WatchSettings settings) throws RuleBookException {
        watcher = new RuleBookWatcher(new RuleBookCheck(book.folder(), cache, source), settings, lost::get);
    }

    private void open() throws RuleBookException {
        open(SoundRuleBook.BY_HAND);
    }

    @AfterEach
    void close() {
        if (watcher != null) {
            watcher.close();
        }
    }

    private RuleBookState state() {
        return watcher.activeRuleBook().state();
    }

    private List<String> codes() {
        return state().faults().stream().map(RuleBookFault::code).toList();
    }

    @Test
    @Tag("thorough")
    void nextPollActivatesAValidEditAndKeepsOldSnapshots() throws Exception {
        open();
        RuleBookSnapshot before = watcher.activeRuleBook().current();
        String answer = SoundRuleBook.answer(before);
        book.version(1);
        assertThat(state().version()).isEqualTo("0.0.1");
        watcher.poll();
        assertThat(state().version()).isEqualTo("1.0.1");
        assertThat(state().stale()).isFalse();
        RuleBookSnapshot after = watcher.activeRuleBook().current();
        assertThat(state().sha256())
                .isEqualTo(after.book().sha256())
                .isNotEqualTo(before.book().sha256());
        assertThat(SoundRuleBook.answer(after)).contains(after.book().sha256()).isNotEqualTo(answer);
        assertThat(SoundRuleBook.answer(before)).isEqualTo(answer);
    }

    @Test
    @Tag("thorough")
    void editWithoutEffectKeepsTheSnapshot() throws Exception {
        open();
        RuleBookSnapshot before = watcher.activeRuleBook().current();
        book.write("claims.drl", book.read("claims.drl") + "\n// a remark\n");
        watcher.poll();
        assertThat(state().stale()).isFalse();
        assertThat(watcher.activeRuleBook().current()).isSameAs(before);
    }

    @Test
    @Tag("thorough")
    void theRivalBookIsLoadedCheckedAndReplacedWithItsBook() throws Exception {
        open();
        assertThat(rivalVersion()).isEmpty();
        BookFolder.small(Files.createDirectories(book.folder().resolve("rival")));
        watcher.poll();
        assertThat(codes()).as("the rival book has a lint fault").isNotEmpty();
        assertThat(state().faults())
                .allSatisfy(fault -> assertThat(fault.file()).startsWith("rival/"));
        assertThat(rivalVersion()).as("the book before stays, without a rival").isEmpty();

        SoundRuleBook rival = SoundRuleBook.in(book.folder().resolve("rival")).version(7);
        watcher.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(rivalVersion()).contains("1.0.7");

        rival.version(8);
        watcher.poll();
        assertThat(rivalVersion()).contains("1.0.8");

        rival.write("claims.drl", "rule nonsense");
        watcher.poll();
        assertThat(codes()).contains("SYNTAX");
        assertThat(rivalVersion()).as("the last valid one stays").contains("1.0.8");
        close();
        assertThatThrownBy(this::open)
                .as("a service does not start with a broken rival")
                .isInstanceOfSatisfying(
                        RuleBookException.class,
                        refused -> assertThat(refused.faults().get(0).file()).isEqualTo("rival/claims.drl"));

        String catalogue = book.read("indicators.yaml") + "\nsubject:\n  alliance: \"an alliance\"\n  pair: ";
        book.write("indicators.yaml", catalogue + "\"A and B\"\n");
        SoundRuleBook.in(book.folder().resolve("rival")).write("indicators.yaml", catalogue + "\"A and C\"\n");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        RuleBookException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(RuleBookFault::code)
                                .containsExactly("OTHER_PAIR"));
    }

    private Optional<String> rivalVersion() {
        return watcher.activeRuleBook()
                .current()
                .briefings()
                .rival()
                .map(rival -> rival.book().version());
    }

    @Test
    @Tag("thorough")
    void rewordedTextsAreActivatedAlthoughTheDigestIsTheSame() throws Exception {
        open();
        String digest = state().sha256();
        for (List<String> edit : List.of(
                List.of("indicators.yaml", "label: \"", "label: \"+"),
                List.of("claims.drl", "rule \"", "rule \"Reworded: "),
                List.of("weights.yaml", "reason: \"", "reason: \"Reworded "))) {
            RuleBookSnapshot before = watcher.activeRuleBook().current();
            book.replace(edit.get(0), edit.get(1), edit.get(2));
            watcher.poll();
            assertThat(state().faults()).isEmpty();
            assertThat(state().sha256()).as(edit.get(0)).isEqualTo(digest);
            assertThat(watcher.activeRuleBook().current()).as(edit.get(0)).isNotSameAs(before);
        }
        assertThat(watcher.activeRuleBook().current().book().rules())
                .anyMatch(rule -> rule.claim().startsWith("Reworded: "));
    }

    @Test
    @Tag("thorough")
    void filesChangedDuringACheckAreCheckedAgain() throws Exception {
        open();
        book.version(1);
        // A file changes during the check, which has then read half an edit.
        AtomicInteger times = new AtomicInteger();
        source.onCheck = () -> {
            if (times.getAndIncrement() == 0) {
                Uncheck.run(() -> book.write("claims.drl", "rule nonsense"));
            }
        };
        watcher.poll();
        assertThat(times).as("the check was under way").hasPositiveValue();
        assertThat(state().faults()).as("the finding is discarded").isEmpty();
        assertThat(state().version()).isEqualTo("0.0.1");
        watcher.poll();
        assertThat(codes()).as("reported once the files are stable").contains("SYNTAX");
    }

    @Test
    @Tag("thorough")
    void laterEditIsActivatedWhileAnEarlierCheckRuns() throws Exception {
        open(new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(5), false));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        source.onCheck = () -> {
            started.countDown();
            Await.ignoringInterrupts(released);
        };
        watcher.start();
        book.version(1);
        started.await();
        source.onCheck = () -> {};
        book.version(2);
        Await.holds("the later edit is in force", () -> state().version().equals("1.0.2"));
        assertThat(state().stale()).isFalse();
        released.countDown();
    }

    @Test
    @Tag("thorough")
    void editThatDropsAThirdOfTheRulesNeedsForce() throws Exception {
        open();
        removeThreeRules();
        watcher.poll();
        assertThat(codes()).containsExactly("FEWER_RULES");
        assertThat(state().faults().get(0).detail())
                .contains("has 6 rules", "active book has 9", "entente.reload.force");
        close();
        open(new WatchSettings(Duration.ofDays(1), Duration.ZERO, true));
        assertThat(watcher.activeRuleBook().current().book().rules())
                .as("a start accepts any number of rules")
                .hasSize(6);
        SoundRuleBook.in(book.folder());
        watcher.poll();
        assertThat(watcher.activeRuleBook().current().book().rules()).hasSize(9);
        removeThreeRules();
        watcher.poll();
        assertThat(state().stale()).as("with force").isFalse();
        assertThat(watcher.activeRuleBook().current().book().rules()).hasSize(6);
    }

    /** Leaves 6 of 9 rules, one fewer than the limit allows. */
    private void removeThreeRules() throws IOException {
        String text = book.read("interplay.drl");
        book.write(
                "interplay.drl",
                text.substring(0, text.indexOf("rule \"A great blow"))
                        + text.substring(text.indexOf("rule \"A treaty of defence"), text.indexOf("rule \"Deaths")));
    }

    @Test
    @Tag("thorough")
    void editMayDropAFewRules() throws Exception {
        open();
        String text = book.read("interplay.drl");
        book.write("interplay.drl", text.substring(0, text.indexOf("rule \"Deaths")));
        watcher.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(watcher.activeRuleBook().current().book().rules()).hasSize(8);
    }

    @Test
    @Tag("thorough")
    void editsAreRejectedWhileAThreadIsLost() throws Exception {
        open();
        lost.set(1);
        book.version(1);
        watcher.poll();
        assertThat(codes()).containsExactly("LOST_THREADS");
        assertThat(state().version()).isEqualTo("0.0.1");
        watcher.poll();
        assertThat(state().stale()).isTrue();
        lost.set(0);
        watcher.poll();
        assertThat(state().stale()).as("once it is back, without another edit").isFalse();
        assertThat(state().version()).isEqualTo("1.0.1");
    }

    @Test
    @Tag("thorough")
    void failedCheckIsRetriedAfterThirtyPolls() throws Exception {
        open();
        for (Error error : List.of(
                new StackOverflowError("by hand"), new OutOfMemoryError("by hand"), new NoClassDefFoundError("x"))) {
            source.onCheck = () -> {
                throw error;
            };
            book.write("claims.drl", book.read("claims.drl") + "// " + error + "\n");
            watcher.poll();
            assertThat(codes()).containsExactly("BROKEN");
            assertThat(state().faults().get(0).detail()).doesNotContain("by hand", "Error");
            source.onCheck = () -> {};
            for (int poll = 1; poll < 30; poll++) {
                watcher.poll();
                assertThat(state().stale()).isTrue();
            }
            watcher.poll();
            assertThat(state().stale()).as("after thirty polls").isFalse();
        }
    }

    @Test
    @Tag("thorough")
    void caseIsCheckedAgainWhenItsParentScenarioChanges() throws Exception {
        Path parent = Files.createDirectory(temp.resolve("scenarios")).resolve("parent.json");
        String scenario = "{\"id\": \"parent\", \"title\": \"P\", \"readings\": {\"export_share_pct\": %s}}";
        Files.writeString(parent, String.format(scenario, "18"));
        RuleBookCheck check =
                new RuleBookCheck(book.folder(), cache, new FolderScenarioSource(List.of(parent.getParent())));
        String expecting =
                "{\"sentence\": \"A case.\", \"extends\": \"parent\", \"readings\": {}, \"expect\": {\"sum\": %s}}";
        book.write("cases/first.json", String.format(expecting, "7"));
        RuleBookException wrong = catchThrowableOfType(RuleBookException.class, check::load);
        String sum = wrong.faults().get(0).detail().replaceFirst(".* the result is (.*)\\.", "$1");
        book.write("cases/first.json", String.format(expecting, sum));
        assertThat(check.load().book().rules()).hasSize(9);
        Files.writeString(parent, String.format(scenario, "\"much\""));
        assertThatThrownBy(check::load).isInstanceOf(RuleBookException.class);
    }

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private volatile boolean finished;

    /** Under constant load, no request is rejected, and each answer comes from one book. */
    @Test
    @Tag("thorough")
    void requestsAreAnsweredWhileValidAndInvalidEditsAlternate() throws Exception {
        open(new WatchSettings(Duration.ofMillis(10), Duration.ofMillis(10), false));
        watcher.start();
        // The timeout is long, so that a slow machine rejects no request.
        EvaluationLimits limits = new EvaluationLimits(2, 4, 1, Duration.ofHours(1), Duration.ofHours(1));
        try (EvaluationExecutor evaluations = new EvaluationExecutor(limits, () -> {})) {
            List<CompletableFuture<Void>> callers = Stream.generate(() ->
                            CompletableFuture.runAsync(() -> assessRepeatedly(evaluations), runnable -> {
                                Thread caller = new Thread(runnable, "caller");
                                caller.setDaemon(true);
                                caller.start();
                            }))
                    .limit(4)
                    .toList();
            String first = state().sha256();
            Await.holds("a request is answered", () -> answered(first) > 0);
            for (int edit = 0; edit < 10; edit++) {
                validEdit(edit % 3);
                invalidEdit();
            }
            finished = true;
            callers.forEach(CompletableFuture::join);
        } finally {
            finished = true;
        }
        assertThat(answers.values()).hasSize(1 + 3).doesNotHaveDuplicates();
    }

    private void assessRepeatedly(EvaluationExecutor evaluations) {
        while (!finished) {
            // Read outside the evaluation, as a request does, so that an edit can occur in between.
            RuleBookSnapshot snapshot = watcher.activeRuleBook().current();
            String answer = evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> SoundRuleBook.answer(snapshot));
            String digest = snapshot.book().sha256();
            assertThat(answer).contains("\"version\": \"" + snapshot.book().version() + "\"", digest);
            assertThat(answers.computeIfAbsent(digest, none -> answer)).isEqualTo(answer);
            counts.computeIfAbsent(digest, none -> new AtomicLong()).incrementAndGet();
        }
    }

    private long answered(String digest) {
        return counts.getOrDefault(digest, new AtomicLong()).get();
    }

    private void validEdit(int version) throws Exception {
        SoundRuleBook.in(book.folder()).version(version);
        Await.holds("in force", () -> state().version().equals("1.0." + version) && !state().stale());
        String digest = state().sha256();
        Await.holds("a request is answered by it", () -> answered(digest) > 0);
    }

    private void invalidEdit() throws Exception {
        String before = state().sha256();
        long answered = answered(before);
        book.replace("claims.drl", "@group( shock )", "@group( shocks )");
        Await.holds("refused", () -> state().stale());
        assertThat(state().sha256()).isEqualTo(before);
        Await.holds("the previous book still answers", () -> answered(before) > answered);
    }

    @Test
    void editorTemporaryFilesAreIgnored() throws Exception {
        Files.createDirectory(book.folder().resolve("cases"));
        open();
        RuleBookSignature before = RuleBookSignature.of(book.folder());
        for (String name : List.of(
                ".claims.drl",
                ".claims.drl.swp",
                "claims.drl~",
                "claims.tmp",
                "#claims.drl#",
                "4913",
                "._claims.drl")) {
            book.write(name, "rule half of it");
        }
        Files.createSymbolicLink(book.folder().resolve(".#claims.drl"), Path.of("me@here.1234"));
        book.write("cases/.first.json", "{");
        assertThat(RuleBookSignature.of(book.folder()).files()).isEqualTo(before.files());
        book.version(2);
        watcher.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(state().version()).isEqualTo("1.0.2");
    }

    @Test
    void editIsNotReadBeforeItIsStable() throws Exception {
        open(new WatchSettings(Duration.ofDays(1), Duration.ofDays(1), false));
        AtomicInteger times = new AtomicInteger();
        source.onCheck = times::incrementAndGet;
        book.version(1);
        Thread polling = new Thread(() -> {
            try {
                watcher.poll();
            } catch (InterruptedException interrupted) {
                // Ends the wait of one day.
            }
        });
        polling.start();
        Await.holds("the poll waits", () -> !polling.isAlive() || sleeps(polling));
        assertThat(polling.isAlive()).isTrue();
        polling.interrupt();
        polling.join();
        assertThat(times).hasValue(0);
        assertThat(state().version()).isEqualTo("0.0.1");
    }

    private static boolean sleeps(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("sleep"));
    }

    @Test
    void failedPollDoesNotStopTheWatcher() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        watcher = new RuleBookWatcher(
                new RuleBookCheck(book.folder(), cache, source),
                new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(5), false),
                () -> {
                    if (polls.getAndIncrement() == 0) {
                        throw new IllegalStateException("by hand");
                    }
                    return 0;
                });
        watcher.start();
        book.version(1);
        Await.holds("the edit is in force", () -> state().version().equals("1.0.1"));
        assertThat(polls).hasValueGreaterThan(1);
    }

    @Test
    void removedAndRestoredFolderIsReadAgain() throws Exception {
        open();
        Path away = temp.resolve("away");
        Files.move(book.folder(), away);
        watcher.poll();
        assertThat(codes()).containsExactly("UNREADABLE");
        Files.move(away, book.folder());
        watcher.poll();
        assertThat(state().stale()).isFalse();
    }

    /** Like a mounted Kubernetes ConfigMap: links to links that are swapped atomically. */
    @Test
    @Tag("thorough")
    void linksWithinAMountedFolderAreFollowed() throws Exception {
        Path mount = Files.createDirectory(temp.resolve("mount"));
        SoundRuleBook one = SoundRuleBook.in(mount.resolve("..one"));
        SoundRuleBook.in(mount.resolve("..two")).version(2);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..one"));
        for (String file :
                List.of("claims.drl", "interplay.drl", "indicators.yaml", "inventory.yaml", "weights.yaml")) {
            Files.createSymbolicLink(mount.resolve(file), Path.of("..data", file));
        }
        assertThat(one.folder()).exists();
        book = new SoundRuleBook(mount);
        open();
        assertThat(state().version()).isEqualTo("0.0.1");
        Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..two"));
        Files.move(mount.resolve("..data_tmp"), mount.resolve("..data"), StandardCopyOption.REPLACE_EXISTING);
        watcher.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(state().version()).isEqualTo("1.0.2");
    }

    @Test
    void watcherAppliesEditsAndStopsOnClose() throws Exception {
        Set<Thread> others = watchers();
        open(new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(5), false));
        watcher.start();
        assertThat(watchers()).containsAll(others).hasSizeGreaterThan(others.size());
        book.version(1);
        Await.holds("the edit is in force", () -> state().version().equals("1.0.1"));
        String sound = book.read("claims.drl");
        book.write("claims.drl", sound.substring(0, sound.length() / 2));
        Await.holds("the fault is reported", () -> state().stale());
        assertThat(state().version()).isEqualTo("1.0.1");
        book.write("claims.drl", sound);
        Await.holds("the fault is gone", () -> !state().stale());
        source.onCheck = () -> {
            throw new IllegalStateException("by hand");
        };
        book.version(2);
        Await.holds("the failed check is reported", () -> codes().contains("BROKEN"));
        source.onCheck = () -> {};
        book.version(3);
        Await.holds("the watcher continues", () -> state().version().equals("1.0.3"));
        watcher.close();
        assertThat(watchers()).isSubsetOf(others);
    }

    /** Includes the watchers of services of other tests. */
    private static Set<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("entente-watch"))
                .collect(Collectors.toSet());
    }

    @Test
    void startNeedsAValidRuleBook() throws Exception {
        book.overlay("several-faults");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        RuleBookException.class,
                        wrong -> assertThat(wrong.faults()).hasSizeGreaterThan(1));
        SoundRuleBook.in(book.folder())
                .write("cases/first.json", "{\"sentence\": \"A case.\", \"readings\": {}, \"expect\": {\"sum\": 7}}");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        RuleBookException.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(RuleBookFault::code)
                                .containsExactly("CASE"));
    }

    private static String code(RuleBookReload.Finding finding) {
        return finding.faults().stream().map(RuleBookFault::code).findFirst().orElse("valid");
    }

    private static RuleBookReload reload(RuleBookSnapshot active, Callable<RuleBookSnapshot> check, Duration deadline) {
        return new RuleBookReload(new ActiveRuleBook(active), check, () -> 0, false, deadline);
    }

    @Test
    void validEditIsCheckedBesideAnAbandonedCheck() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean(true);
        RuleBookSnapshot snapshot = book.check(cache).load();
        RuleBookReload reload = reload(
                snapshot,
                () -> {
                    if (slow.get()) {
                        Await.ignoringInterrupts(released);
                    }
                    return snapshot;
                },
                SHORT);
        RuleBookReload.Finding first = reload.checkFolder(() -> false);
        assertThat(code(first)).isEqualTo("TOO_SLOW");
        assertThat(first.retryAfterPolls())
                .as("the same files would be as slow again")
                .isZero();
        slow.set(false);
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("valid");
        released.countDown();
        reload.close();
    }

    @Test
    void atMostTwoChecksRunConcurrently() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        RuleBookSnapshot snapshot = book.check(cache).load();
        RuleBookReload reload = reload(
                snapshot,
                () -> {
                    started.incrementAndGet();
                    Await.ignoringInterrupts(released);
                    return snapshot;
                },
                SHORT);
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        RuleBookReload.Finding third = reload.checkFolder(() -> false);
        assertThat(code(third)).isEqualTo("STILL_CHECKING");
        assertThat(third.retryAfterPolls()).isEqualTo(1);
        assertThat(started).hasValueLessThanOrEqualTo(2);
        released.countDown();
        Await.holds(
                "another check is begun",
                () -> code(reload.checkFolder(() -> false)).equals("valid"));
    }

    @ParameterizedTest
    @CsvSource({"true, PT1H, SUPERSEDED", "false, PT0.05S, TOO_SLOW"})
    @Timeout(100)
    void outdatedOrOverdueCheckIsInterrupted(boolean outdated, Duration deadline, String code) throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        RuleBookSnapshot snapshot = book.check(cache).load();
        RuleBookReload reload = reload(
                snapshot,
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stopped) {
                        interrupted.countDown();
                    }
                    return snapshot;
                },
                deadline);
        assertThat(code(reload.checkFolder(() -> outdated))).isEqualTo(code);
        interrupted.await();
        reload.close();
    }

    @Test
    void longLoopsStopOnInterrupt() throws Exception {
        LoadedRuleBook open = book.check(cache).load().loadedRuleBook();
        RuleBookLocations locations = RuleBooks.locations(book.folder());
        Inference drools = open.drools();
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> drools.satisfiedRules(new Grade[0])).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> Linter.lint(open.book(), locations)).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
