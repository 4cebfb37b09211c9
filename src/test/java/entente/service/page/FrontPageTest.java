package entente.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Band;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBooks;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the front page says of the rule book is true of each book. */
class FrontPageTest {

    @TempDir
    private Path cache;

    private static FrontPage page(LoadedRuleBook book) {
        return new FrontPage(book, List.of(), 0, Optional.empty());
    }

    /** Rows of the front page and the yardsticks of other pages have the same places, even in log odds. */
    @Test
    void placesOnTheYardstick() {
        assertThat(FrontPage.place(0)).isEqualTo(FrontPage.place(0.1)).isEqualTo("0.0%");
        assertThat(FrontPage.place(50)).isEqualTo("50.0%");
        assertThat(FrontPage.place(99.9)).isEqualTo("100.0%");
        assertThat(FrontPage.length(1, 10)).isEqualTo(FrontPage.length(90, 99));
        assertThat(FrontPage.tinted())
                .containsExactly(Band.ALMOST_NO_CHANCE, Band.UNLIKELY, Band.LIKELY, Band.ALMOST_CERTAIN);
    }

    @Test
    void bookOnOneArticle() {
        FrontPage page = page(Shipped.BOOK);
        assertThat(page.lead()).startsWith("An article names the barriers that keep China and Russia ");
        long citing = Shipped.BOOK.book().cards().stream()
                .filter(rule -> !rule.cites().isEmpty())
                .count();
        assertThat(page.rules())
                .startsWith("of " + Shipped.BOOK.book().cards().size() + " rules " + citing + " cite a passage, ")
                .endsWith(" are this project's own");
    }

    @Test
    void bookOnSeveralTexts() throws Exception {
        LoadedRuleBook book = RuleBooks.open(Shipped.RULES.resolve("us-india"), cache);
        assertThat(page(book).lead())
                .startsWith("Published texts name the barriers that keep the United States and India ")
                .contains(" turns them into " + book.book().cards().size() + " rules, ");
    }
}
