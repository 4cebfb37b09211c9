package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.rule.RuleBookFault;
import entente.rulebook.RuleBookException;
import entente.service.rulebook.RuleBookWatcher.RuleBookSignature;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import entente.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the folder of the active rule book is watched. */
@Timeout(300)
class RuleBookWatcherTest extends ReloadFixture {

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
}
