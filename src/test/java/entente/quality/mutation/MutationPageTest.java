package entente.quality.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.quality.mutation.Fate.State;
import entente.testkit.Shipped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scores in the documentation are replaced with the version of the book that they are of. */
class MutationPageTest {

    private static final String PAGE =
            "Before.\nThe last full run was of rule book 1.0.0:\n\n| what |\n| 5 |\n\nAfter.\n";

    @Test
    void fullRunReplacesVersionAndScores() throws IOException {
        Mutant mutant = MutationRun.mutants(Shipped.BOOK.book(), Shipped.RULES).get(0);
        List<Fate> fates = List.of(new Fate(mutant, State.SURVIVED, Optional.empty()));
        assertThat(MutationPage.with(PAGE, "1.1.0", fates))
                .startsWith("Before.\nThe last full run was of rule book 1.1.0:\n\n| what is wrong |")
                .contains("| **all that affects the verdict** | 1 | 0 | 0 | 0 | 1 | 0 % |\n\nAfter.\n")
                .doesNotContain("| what |");
    }

    @Test
    void pageWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> MutationPage.with("The last full run:\n", "1.1.0", List.of()))
                .hasMessageContaining("which rule book");
    }
}
