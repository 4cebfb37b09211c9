package entente.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.quality.mutation.Fate.State;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Scores of an older rule book are marked as such. */
class MutationPageTest {

    private static final String PAGE =
            "Before.\nThe last full run was of rule book 1.0.0:\n\n| what |\n| 5 |\n\nAfter.\n";

    @Test
    void pageNamesThePresentVersionBesideTheMeasuredOne() throws IOException {
        Golden.checkExactly(
                MutationPage.FILE,
                MutationPage.with(
                        Files.readString(MutationPage.FILE), Shipped.BOOK.book().version()));
    }

    @Test
    void otherVersionIsMarked() {
        assertThat(MutationPage.with(PAGE, "1.0.0")).isEqualTo(PAGE);
        String marked = PAGE.replace("1.0.0", "1.0.0 (now 1.1.0)");
        assertThat(MutationPage.with(PAGE, "1.1.0")).isEqualTo(marked);
        assertThat(MutationPage.with(marked, "1.2.0")).isEqualTo(PAGE.replace("1.0.0", "1.0.0 (now 1.2.0)"));
        assertThat(MutationPage.with(marked, "1.0.0")).isEqualTo(PAGE);
    }

    @Test
    void fullRunReplacesVersionAndScores() throws IOException {
        Mutant mutant = MutationRun.mutants(Shipped.BOOK.book(), Shipped.RULES).get(0);
        List<Fate> fates = List.of(new Fate(mutant, State.SURVIVED, Optional.empty()));
        assertThat(MutationPage.with(PAGE.replace(":", " (now 1.1.0):"), "1.1.0", fates))
                .startsWith("Before.\nThe last full run was of rule book 1.1.0:\n\n| what is wrong |")
                .contains("| **all that affects the verdict** | 1 | 0 | 0 | 0 | 1 | 0 % |\n\nAfter.\n")
                .doesNotContain("| what |", "now");
    }

    @Test
    void pageWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> MutationPage.with("The last full run:\n", "1.1.0"))
                .hasMessageContaining("which rule book");
    }
}
