package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits are counted by their outcome. */
class ActiveRuleBookTest {

    @TempDir
    private Path temp;

    @Test
    void repeatedPollsCountAnEditOnce() throws Exception {
        SoundRuleBook book = SoundRuleBook.in(temp.resolve("book"));
        RuleBookCheck check = book.check(temp.resolve("cache"));
        try (RuleBookWatcher watcher = new RuleBookWatcher(check, SoundRuleBook.BY_HAND, () -> 0)) {
            ActiveRuleBook activeRuleBook = watcher.activeRuleBook();
            String sound = book.read("claims.drl");
            watcher.poll();
            assertThat(activeRuleBook.accepted()).isZero();
            book.version(1);
            watcher.poll();
            watcher.poll();
            assertThat(activeRuleBook.accepted()).isOne();
            assertThat(activeRuleBook.rejected()).isZero();
            book.write("claims.drl", sound + "rule");
            watcher.poll();
            watcher.poll();
            assertThat(activeRuleBook.rejected()).isOne();
            book.write("claims.drl", sound.replaceFirst("\nend\n", "\nend \n") + "rule");
            watcher.poll();
            assertThat(activeRuleBook.rejected()).as("the same faults").isOne();
            book.write("claims.drl", sound);
            watcher.poll();
            assertThat(activeRuleBook.accepted())
                    .as("the book that is in force is no edit")
                    .isOne();
        }
    }
}
