package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import entente.model.rule.ArticleReference;
import entente.testkit.BookFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book on several texts says what each section of its citations stands for. */
class CitedTextsTest {

    private static final String PARAGRAPHS = "paragraphs: {\"1\": 3, \"2\": 6, \"5\": 3, \"6\": 3}";

    @TempDir
    private Path folder;

    private BookFolder book;

    @BeforeEach
    void copyBook() {
        book = BookFolder.copy(BookFolder.BASE, folder.resolve("book"));
    }

    private BookFolder with(String texts) {
        return book.replace("inventory.yaml", PARAGRAPHS, PARAGRAPHS + "\n  texts: " + texts);
    }

    @Test
    void eachSectionIsNamed() throws Exception {
        ArticleReference article = RuleBooks.open(
                        with("{\"1\": \"A: abstract\", \"2\": \"B: all\", \"5\": \"C: beginning\", \"6\": \"D: contents\"}")
                                .folder(),
                        folder.resolve("cache"))
                .about()
                .article();
        assertThat(article.textsOf(List.of("§2 ¶1", "§6 ¶3"))).containsExactly("§2 B: all", "§6 D: contents");
        assertThat(article.allTexts()).endsWith(": §1 A: abstract; §2 B: all; §5 C: beginning; §6 D: contents.");
    }

    @Test
    void bookOnOneArticleNamesNone() throws Exception {
        ArticleReference article =
                RuleBooks.open(book.folder(), folder.resolve("cache")).about().article();
        assertThat(article.allTexts()).isEmpty();
        assertThat(article.textsOf(List.of("§1 ¶1"))).isEmpty();
    }

    @Test
    void listWithGapsOrOtherSectionsIsRefused() {
        assertThat(codes("{\"1\": \"A\", \"2\": \"B\", \"5\": \"C\"}")).containsExactly("MISSING_FIELD");
        copyAgain();
        assertThat(codes("{\"1\": \"A\", \"2\": \"B\", \"5\": \"C\", \"6\": \"D\", \"7\": \"E\"}"))
                .containsExactly("UNKNOWN_FIELD");
        copyAgain();
        assertThat(codes("\"A\"")).containsExactly("WRONG_TYPE");
    }

    private void copyAgain() {
        book.replace("inventory.yaml", "\n  texts: ", "\n  # ");
    }

    private List<String> codes(String texts) {
        return catchThrowableOfType(
                        RuleBookException.class,
                        () -> RuleBooks.open(with(texts).folder(), folder.resolve("cache")))
                .faults()
                .stream()
                .map(RuleBookFault::code)
                .toList();
    }
}
