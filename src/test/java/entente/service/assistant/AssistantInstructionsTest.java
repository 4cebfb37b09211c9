package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import entente.rulebook.RuleBooks;
import entente.testkit.Shipped;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an assistant is told of the texts that a rule book rests on. */
class AssistantInstructionsTest {

    @TempDir
    private Path cache;

    @Test
    void bookOnSeveralTextsAttributesEachToItsAuthor() throws Exception {
        for (String name : new String[] {"us-india", "rival"}) {
            var article =
                    RuleBooks.open(Shipped.RULES.resolve(name), cache).about().article();
            assertThat(AssistantServer.encoded(article))
                    .contains(
                            "rests on what was read of " + article.cited(), "§6 ", "Attribute a citation to its text.")
                    .doesNotContain("encodes");
        }
    }

    @Test
    void bookOnOneArticleNamesIt() {
        assertThat(AssistantServer.encoded(Shipped.BOOK.about().article()))
                .startsWith(" The rule book encodes Paszak (2019), \"Sino-Russian")
                .endsWith("whose paragraphs rules cite.");
    }
}
