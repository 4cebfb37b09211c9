package entente.report.question;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.TextStyle;
import entente.report.markdown.MarkdownPage;
import entente.report.text.TextRenderer;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void pageInRulesFolderIsUpToDate() {
        Golden.checkExactly(
                Shipped.RULES.resolve("README.md"),
                MarkdownPage.render(Answers.rules(Shipped.BOOK.book(), Shipped.BOOK.inventory())));
    }

    @Test
    void groupWithoutRulesIsOmitted() throws RuleBookException {
        LoadedRuleBook rival = RuleBooks.open(Shipped.RULES.resolve("rival"), Shipped.CACHE);
        for (String list : new String[] {
            MarkdownPage.render(Answers.rules(rival.book(), rival.inventory())),
            TextRenderer.render(Answers.rules(rival.book(), rival.inventory()), TextStyle.PLAIN)
        }) {
            assertThat(list)
                    .contains("Pressure from the West")
                    .doesNotContain("The reaction of the United States", "Counterbalancing by the region");
        }
    }
}
