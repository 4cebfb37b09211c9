package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits are counted by what became of them. */
class ActiveRuleBookTest {

    @TempDir
    private Path temp;

    @Test
    void anEditIsCountedOnceHoweverOftenItIsLookedAt() throws Exception {
        SoundRuleBook book = SoundRuleBook.in(temp.resolve("book"));
        RuleBookCheck check = book.check(temp.resolve("cache"));
        try (RuleBookWatcher watched = new RuleBookWatcher(check, SoundRuleBook.BY_HAND, () -> 0)) {
            ActiveRuleBook activeRuleBook = watched.activeRuleBook();
            String sound = book.read("claims.drl");
            watched.poll();
            assertThat(activeRuleBook.accepted()).isZero();
            book.version(1);
            watched.poll();
            watched.poll();
            assertThat(activeRuleBook.accepted()).isOne();
            assertThat(activeRuleBook.rejected()).isZero();
            book.write("claims.drl", sound + "rule");
            watched.poll();
            watched.poll();
            assertThat(activeRuleBook.rejected()).isOne();
            book.write("claims.drl", sound.replaceFirst("\nend\n", "\nend \n") + "rule");
            watched.poll();
            assertThat(activeRuleBook.rejected()).as("the same faults").isOne();
            book.write("claims.drl", sound);
            watched.poll();
            assertThat(activeRuleBook.accepted())
                    .as("the book that is in force is no edit")
                    .isOne();
        }
    }
}
