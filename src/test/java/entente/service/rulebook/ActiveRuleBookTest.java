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
        try (RuleBookWatcher watched = RuleBookWatcher.open(check, SoundRuleBook.BY_HAND, () -> 0)) {
            ActiveRuleBook inForce = watched.inForce();
            String sound = book.read("claims.drl");
            watched.look();
            assertThat(inForce.taken()).isZero();
            book.version(1);
            watched.look();
            watched.look();
            assertThat(inForce.taken()).isOne();
            assertThat(inForce.refused()).isZero();
            book.write("claims.drl", sound + "rule");
            watched.look();
            watched.look();
            assertThat(inForce.refused()).isOne();
            book.write("claims.drl", sound + "rule ");
            watched.look();
            assertThat(inForce.refused()).as("the same faults").isOne();
            book.write("claims.drl", sound);
            watched.look();
            assertThat(inForce.taken())
                    .as("the book that is in force is no edit")
                    .isOne();
        }
    }
}
