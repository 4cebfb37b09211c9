package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.admission.EvaluationLimits;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import entente.testkit.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Valid and invalid edits alternate under constant load: no request is rejected, and each answer comes from one book.
 * {@code -Dentente.reload.edits=200} lengthens the test.
 */
@Timeout(1800)
@Tag("thorough")
class ReloadUnderLoadTest {

    private static final int EDITS = Integer.getInteger("entente.reload.edits", 20);
    private static final int VERSIONS = 3;
    private static final int CALLERS = 4;

    @TempDir
    private Path temp;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean finished;

    private void assessRepeatedly(EvaluationExecutor evaluations, ActiveRuleBook activeRuleBook) {
        while (!finished) {
            try {
                // Read outside the evaluation, as a request does, so that an edit can occur in between.
                RuleBookSnapshot snapshot = activeRuleBook.current();
                String answer = evaluations.run(Cost.LIGHT, Caller.SERVICE, () -> SoundRuleBook.answer(snapshot));
                String digest = snapshot.book().sha256();
                assertThat(answer).contains("\"version\": \"" + snapshot.book().version() + "\"", digest);
                assertThat(answers.computeIfAbsent(digest, k -> answer)).isEqualTo(answer);
                counts.computeIfAbsent(digest, k -> new AtomicLong()).incrementAndGet();
            } catch (Throwable failed) {
                failures.add(failed);
            }
        }
    }

    private long answered(String digest) {
        return counts.getOrDefault(digest, new AtomicLong()).get();
    }

    @Test
    void noRequestIsRejectedAndEachAnswerUsesOneBook() throws Exception {
        SoundRuleBook book = SoundRuleBook.in(temp.resolve("book"));
        WatchSettings quick = new WatchSettings(Duration.ofMillis(10), Duration.ofMillis(10), false);
        List<Thread> callers = new ArrayList<>();
        // The timeout is long, so that a slow machine rejects no request.
        EvaluationLimits limits = new EvaluationLimits(2, CALLERS, 1, Duration.ofHours(1), Duration.ofHours(1));
        try (EvaluationExecutor evaluations = new EvaluationExecutor(limits, () -> {});
                RuleBookWatcher watcher =
                        new RuleBookWatcher(book.check(temp.resolve("cache")), quick, evaluations::lost)) {
            ActiveRuleBook activeRuleBook = watcher.activeRuleBook();
            watcher.start();
            for (int i = 0; i < CALLERS; i++) {
                Thread caller = new Thread(() -> assessRepeatedly(evaluations, activeRuleBook), "caller");
                caller.setDaemon(true);
                callers.add(caller);
                caller.start();
            }
            String first = activeRuleBook.state().sha256();
            Await.holds("a request is answered", () -> answered(first) > 0);
            for (int edit = 0; edit < EDITS; edit++) {
                edit(book, activeRuleBook, edit);
            }
            finished = true;
            for (Thread caller : callers) {
                caller.join();
            }
        } finally {
            finished = true;
        }
        assertThat(failures).isEmpty();
        assertThat(answers).hasSize(Math.min(VERSIONS, (EDITS + 1) / 2) + 1);
        assertThat(answers.values()).doesNotHaveDuplicates();
    }

    private void edit(SoundRuleBook book, ActiveRuleBook activeRuleBook, int edit) throws Exception {
        String before = activeRuleBook.state().sha256();
        long answered = answered(before);
        if (edit % 2 == 0) {
            String version = "1.0." + edit / 2 % VERSIONS;
            SoundRuleBook.in(book.folder()).version(edit / 2 % VERSIONS);
            Await.holds(
                    "in force: " + version,
                    () -> activeRuleBook.state().version().equals(version)
                            && !activeRuleBook.state().stale());
            String digest = activeRuleBook.state().sha256();
            Await.holds("a request is answered by it", () -> answered(digest) > 0);
        } else {
            book.replace("claims.drl", "@group( shock )", "@group( shocks )");
            Await.holds("refused", () -> activeRuleBook.state().stale());
            assertThat(activeRuleBook.state().sha256()).isEqualTo(before);
            Await.holds("the previous book still answers", () -> answered(before) > answered);
        }
    }
}
