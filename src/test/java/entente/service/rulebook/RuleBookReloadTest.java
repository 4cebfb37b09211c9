package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.rulebook.InferenceCounts;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.scenario.ScenarioSource;
import entente.service.admission.Await;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An edit takes the place of the book in force as a whole, when it has come to rest, and when there is nobody to harm.
 */
@Timeout(300)
class RuleBookReloadTest {

    /** Compiled books, shared by all tests: compiling takes a second. */
    @TempDir
    private static Path cache;

    @TempDir
    private Path temp;

    private final AtomicInteger lost = new AtomicInteger();
    private final Trick trick = new Trick();
    private SoundRuleBook book;
    private RuleBookWatcher watched;

    /** Is asked for its scenarios in the middle of every check, and can do something else first. */
    private static final class Trick implements ScenarioSource {

        private volatile Runnable first = () -> {};

        @Override
        public Optional<byte[]> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> ids() {
            first.run();
            return List.of();
        }
    }

    @BeforeEach
    void sound() throws IOException {
        book = SoundRuleBook.in(temp.resolve("book"));
    }

    private void open(WatchSettings settings) throws RuleBookException {
        watched = RuleBookWatcher.open(new RuleBookCheck(book.folder(), cache, trick, new InferenceCounts()), settings, lost::get);
    }

    private void open() throws RuleBookException {
        open(SoundRuleBook.BY_HAND);
    }

    @AfterEach
    void close() {
        if (watched != null) {
            watched.close();
        }
    }

    private RuleBookState state() {
        return watched.activeRuleBook().state();
    }

    private List<String> codes() {
        return state().faults().stream().map(RuleBookFault::code).toList();
    }

    @Test
    void aSoundEditIsInForceAtTheNextLookAndWhatHasBegunKeepsItsOwn() throws Exception {
        open();
        RuleBookSnapshot before = watched.activeRuleBook().current();
        String answer = SoundRuleBook.answer(before);
        book.version(1);
        assertThat(state().version()).isEqualTo("0.0.1");
        watched.poll();
        assertThat(state().version()).isEqualTo("1.0.1");
        assertThat(state().stale()).isFalse();
        RuleBookSnapshot after = watched.activeRuleBook().current();
        assertThat(state().sha256())
                .isEqualTo(after.book().sha256())
                .isNotEqualTo(before.book().sha256());
        assertThat(SoundRuleBook.answer(after)).contains(after.book().sha256()).isNotEqualTo(answer);
        assertThat(SoundRuleBook.answer(before)).isEqualTo(answer);
    }

    @Test
    void whatDoesNotChangeTheBookDoesNotChangeTheEdition() throws Exception {
        open();
        RuleBookSnapshot before = watched.activeRuleBook().current();
        book.write("claims.drl", book.read("claims.drl") + "\n// a remark\n");
        watched.poll();
        assertThat(state().stale()).isFalse();
        assertThat(watched.activeRuleBook().current()).isSameAs(before);
    }

    @Test
    void whatAnEditorKeepsForItselfIsNotLookedAt() throws Exception {
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
        watched.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(state().version()).isEqualTo("1.0.2");
    }

    @Test
    void whatChangesWhileItIsReadIsReadAgain() throws Exception {
        open();
        book.version(1);
        // The writing goes on in the middle of the check, whose finding is then of half an edit.
        AtomicInteger times = new AtomicInteger();
        trick.first = () -> {
            if (times.getAndIncrement() == 0) {
                write("claims.drl", "rule nonsense");
            }
        };
        watched.poll();
        assertThat(times).as("the check was under way").hasPositiveValue();
        assertThat(state().faults()).as("nothing is made of it").isEmpty();
        assertThat(state().version()).isEqualTo("0.0.1");
        watched.poll();
        assertThat(codes()).as("and once it has come to rest it is").contains("SYNTAX");
    }

    @Test
    void aLaterEditIsInForceThoughTheCheckOfAnEarlierOneRunsOn() throws Exception {
        open(new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(5), false));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        trick.first = () -> {
            begun.countDown();
            Await.ignoringInterrupts(released);
        };
        watched.start();
        book.version(1);
        begun.await();
        trick.first = () -> {};
        book.version(2);
        Await.holds("the later edit is in force", () -> state().version().equals("1.0.2"));
        assertThat(state().stale()).isFalse();
        released.countDown();
    }

    private void write(String file, String text) {
        try {
            book.write(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void aThirdOfTheRulesIsNotDroppedInPassing() throws Exception {
        open();
        BrokenRuleBooksTest.threeFewer(book);
        watched.poll();
        assertThat(codes()).containsExactly("FEWER_RULES");
        assertThat(state().faults().get(0).detail())
                .contains("has 6 rules", "active book has 9", "entente.reload.force");
        close();
        open(new WatchSettings(Duration.ofDays(1), Duration.ZERO, true));
        assertThat(watched.activeRuleBook().current().book().rules())
                .as("at a start it is what there is")
                .hasSize(6);
        SoundRuleBook.in(book.folder());
        watched.poll();
        assertThat(watched.activeRuleBook().current().book().rules()).hasSize(9);
        BrokenRuleBooksTest.threeFewer(book);
        watched.poll();
        assertThat(state().stale()).as("with force").isFalse();
        assertThat(watched.activeRuleBook().current().book().rules()).hasSize(6);
    }

    @Test
    void aFewRulesLessAreAnEdit() throws Exception {
        open();
        String text = book.read("interplay.drl");
        book.write("interplay.drl", text.substring(0, text.indexOf("rule \"Deaths")));
        watched.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(watched.activeRuleBook().current().book().rules()).hasSize(8);
    }

    @Test
    void nothingNewIsLetInWhileAThreadIsLost() throws Exception {
        open();
        lost.set(1);
        book.version(1);
        watched.poll();
        assertThat(codes()).containsExactly("LOST_THREADS");
        assertThat(state().version()).isEqualTo("0.0.1");
        watched.poll();
        assertThat(state().stale()).isTrue();
        lost.set(0);
        watched.poll();
        assertThat(state().stale()).as("once it is back, without another edit").isFalse();
        assertThat(state().version()).isEqualTo("1.0.1");
    }

    @Test
    void whatBreaksTheCheckItselfIsTriedAgainLater() throws Exception {
        open();
        for (Error error : List.of(
                new StackOverflowError("by hand"), new OutOfMemoryError("by hand"), new NoClassDefFoundError("x"))) {
            trick.first = () -> {
                throw error;
            };
            book.write("claims.drl", book.read("claims.drl") + "// " + error + "\n");
            watched.poll();
            assertThat(codes()).containsExactly("BROKEN");
            assertThat(state().faults().get(0).detail()).doesNotContain("by hand", "Error");
            trick.first = () -> {};
            for (int look = 1; look < 30; look++) {
                watched.poll();
                assertThat(state().stale()).isTrue();
            }
            watched.poll();
            assertThat(state().stale()).as("after thirty looks").isFalse();
        }
    }

    @Test
    void aScenarioThatACaseExtendsHasTheCaseTriedAgainWhenItChanges() throws Exception {
        AtomicReference<String> reading = new AtomicReference<>("18");
        ScenarioSource shelf = new ScenarioSource() {
            @Override
            public Optional<byte[]> find(String id) {
                return Optional.of(("{\"id\": \"parent\", \"title\": \"P\", \"readings\": {\"export_share_pct\": "
                                + reading.get() + "}}")
                        .getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public List<String> ids() {
                return List.of("parent");
            }
        };
        RuleBookCheck check = new RuleBookCheck(book.folder(), cache, shelf, new InferenceCounts());
        String expecting =
                "{\"sentence\": \"A case.\", \"extends\": \"parent\", \"readings\": {}, \"expect\": {\"sum\": %s}}";
        book.write("cases/first.json", String.format(expecting, "7"));
        RuleBookException wrong = catchThrowableOfType(RuleBookException.class, check::load);
        String sum = wrong.faults().get(0).detail().replaceFirst(".* the result is (.*)\\.", "$1");
        book.write("cases/first.json", String.format(expecting, sum));
        assertThat(check.load().book().rules()).hasSize(9);
        reading.set("\"much\"");
        assertThatThrownBy(check::load).isInstanceOf(RuleBookException.class);
    }

    @Test
    void anEditIsNotReadBeforeItHasComeToRest() throws Exception {
        open(new WatchSettings(Duration.ofDays(1), Duration.ofDays(1), false));
        AtomicInteger times = new AtomicInteger();
        trick.first = times::incrementAndGet;
        book.version(1);
        Thread looking = new Thread(() -> {
            try {
                watched.poll();
            } catch (InterruptedException interrupted) {
                // So that nobody waits for a day.
            }
        });
        looking.start();
        Await.holds("it rests", () -> !looking.isAlive() || rests(looking));
        assertThat(looking.isAlive()).isTrue();
        looking.interrupt();
        looking.join();
        assertThat(times).hasValue(0);
        assertThat(state().version()).isEqualTo("0.0.1");
    }

    private static boolean rests(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("sleep"));
    }

    @Test
    void aLookThatBreaksEndsNoWatcher() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        watched = RuleBookWatcher.open(
                new RuleBookCheck(book.folder(), cache, trick, new InferenceCounts()),
                new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(5), false),
                () -> {
                    if (looks.getAndIncrement() == 0) {
                        throw new IllegalStateException("by hand");
                    }
                    return 0;
                });
        watched.start();
        book.version(1);
        Await.holds("the edit is in force", () -> state().version().equals("1.0.1"));
        assertThat(looks).hasValueGreaterThan(1);
    }

    @Test
    void aFolderThatComesAndGoesIsTakenUpAgain() throws Exception {
        open();
        Path away = temp.resolve("away");
        Files.move(book.folder(), away);
        watched.poll();
        assertThat(codes()).containsExactly("UNREADABLE");
        Files.move(away, book.folder());
        watched.poll();
        assertThat(state().stale()).isFalse();
    }

    /** As a cluster mounts a folder of settings: links to links that are swapped at once. */
    @Test
    void aMountedFolderOfLinksIsFollowedWithinItself() throws Exception {
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
        watched.poll();
        assertThat(state().faults()).isEmpty();
        assertThat(state().version()).isEqualTo("1.0.2");
    }

    @Test
    void theWatcherTakesUpWhatChangesAndEndsWhenToldTo() throws Exception {
        Set<Thread> others = watchers();
        open(new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(5), false));
        watched.start();
        assertThat(watchers()).containsAll(others).hasSizeGreaterThan(others.size());
        book.version(1);
        Await.holds("the edit is in force", () -> state().version().equals("1.0.1"));
        String sound = book.read("claims.drl");
        book.write("claims.drl", sound.substring(0, sound.length() / 2));
        Await.holds("the fault is told", () -> state().stale());
        assertThat(state().version()).isEqualTo("1.0.1");
        book.write("claims.drl", sound);
        Await.holds("the fault is gone", () -> !state().stale());
        trick.first = () -> {
            throw new IllegalStateException("by hand");
        };
        book.version(2);
        Await.holds("what breaks the check is told", () -> codes().contains("BROKEN"));
        trick.first = () -> {};
        book.version(3);
        Await.holds("and ends no watcher", () -> state().version().equals("1.0.3"));
        watched.close();
        assertThat(watchers()).isSubsetOf(others);
    }

    /** Those of other tests' services among them. */
    private static Set<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("entente-watch"))
                .collect(Collectors.toSet());
    }

    @Test
    void aServiceDoesNotBeginWithoutASoundBook() throws Exception {
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
}
