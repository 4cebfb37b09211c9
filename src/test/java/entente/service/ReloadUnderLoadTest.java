package entente.service;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.Evaluations.Weight;
import entente.service.WatchedBook.Habits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits, good and bad by turns, while callers ask without a pause: nobody is turned away, and each answer comes from one
 * book alone. {@code -Dentente.reload.edits=200} makes it long.
 */
@Timeout(1800)
class ReloadUnderLoadTest {

    private static final int EDITS = Integer.getInteger("entente.reload.edits", 20);
    private static final int VERSIONS = 3;
    private static final int CALLERS = 4;

    @TempDir
    private Path temp;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private void ask(Evaluations evaluations, InForce inForce) {
        while (!over) {
            try {
                // Taken outside, as a request takes it, so that an edit can come between the two.
                Edition edition = inForce.current();
                String answer = evaluations.run(Weight.LIGHT, () -> SoundBook.answer(edition));
                String digest = edition.book().sha256();
                assertThat(answer).contains("\"version\": \"" + edition.book().version() + "\"", digest);
                assertThat(answers.computeIfAbsent(digest, k -> answer)).isEqualTo(answer);
                counts.computeIfAbsent(digest, k -> new AtomicLong()).incrementAndGet();
            } catch (Throwable failed) {
                failures.add(failed);
            }
        }
    }

    private long asked(String digest) {
        return counts.getOrDefault(digest, new AtomicLong()).get();
    }

    @Test
    void nobodyIsTurnedAwayAndEachAnswerIsOfOneBook() throws Exception {
        SoundBook book = SoundBook.in(temp.resolve("book"));
        Habits quick = new Habits(Duration.ofMillis(10), Duration.ofMillis(10), false);
        List<Thread> callers = new ArrayList<>();
        // The wait is long, so that a slow machine turns nobody away.
        Bounds bounds = new Bounds(2, CALLERS, 1, Duration.ofHours(1), Duration.ofHours(1));
        try (Evaluations evaluations = new Evaluations(bounds, () -> {});
                WatchedBook watched = WatchedBook.open(book.check(temp.resolve("cache")), quick, evaluations::lost)) {
            InForce inForce = watched.inForce();
            watched.start();
            for (int i = 0; i < CALLERS; i++) {
                Thread caller = new Thread(() -> ask(evaluations, inForce), "caller");
                caller.setDaemon(true);
                callers.add(caller);
                caller.start();
            }
            String first = inForce.state().sha256();
            Until.holds("somebody is answered", () -> asked(first) > 0);
            for (int edit = 0; edit < EDITS; edit++) {
                edit(book, inForce, edit);
            }
            over = true;
            for (Thread caller : callers) {
                caller.join();
            }
        } finally {
            over = true;
        }
        assertThat(failures).isEmpty();
        assertThat(answers).hasSize(Math.min(VERSIONS, (EDITS + 1) / 2) + 1);
        assertThat(answers.values()).doesNotHaveDuplicates();
    }

    private void edit(SoundBook book, InForce inForce, int edit) throws Exception {
        String before = inForce.state().sha256();
        long asked = asked(before);
        if (edit % 2 == 0) {
            String version = "1.0." + edit / 2 % VERSIONS;
            SoundBook.in(book.folder()).version(edit / 2 % VERSIONS);
            Until.holds(
                    "in force: " + version,
                    () -> inForce.state().version().equals(version)
                            && !inForce.state().stale());
            String digest = inForce.state().sha256();
            Until.holds("somebody is answered by it", () -> asked(digest) > 0);
        } else {
            book.replace("claims.drl", "@group( shock )", "@group( shocks )");
            Until.holds("refused", () -> inForce.state().stale());
            assertThat(inForce.state().sha256()).isEqualTo(before);
            Until.holds("the book before it answers on", () -> asked(before) > asked);
        }
    }
}
