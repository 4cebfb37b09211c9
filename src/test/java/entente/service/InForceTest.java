package entente.service;

import static org.assertj.core.api.Assertions.assertThat;

import entente.scenario.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits are counted by what became of them. */
class InForceTest {

    @TempDir
    private Path temp;

    private static final Shelf NONE = new Shelf() {
        @Override
        public Optional<byte[]> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> ids() {
            return List.of();
        }
    };

    @Test
    void anEditIsCountedOnceHoweverOftenItIsLookedAt() throws Exception {
        SoundBook book = SoundBook.in(temp.resolve("book"));
        BookCheck check = new BookCheck(book.folder(), temp.resolve("cache"), NONE);
        try (WatchedBook watched = WatchedBook.open(check, SoundBook.BY_HAND, () -> 0)) {
            InForce inForce = watched.inForce();
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
