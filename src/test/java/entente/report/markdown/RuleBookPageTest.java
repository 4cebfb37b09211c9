package entente.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.TextStyle;
import entente.report.text.RuleText;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;

class RuleBookPageTest {

    @Test
    void the_page_beside_the_rules_is_up_to_date() {
        Golden.checkExactly(
                Shipped.RULES.resolve("README.md"),
                RuleBookPage.markdown(Shipped.BOOK.book(), Shipped.BOOK.inventory()));
    }

    @Test
    void a_group_without_rules_is_left_out() throws RuleBookException {
        LoadedRuleBook rival = RuleBooks.open(Shipped.RULES.resolve("rival"), Shipped.CACHE);
        for (String list : new String[] {
            RuleBookPage.markdown(rival.book(), rival.inventory()), RuleText.list(rival.book(), TextStyle.PLAIN)
        }) {
            assertThat(list)
                    .contains("Pressure from the West")
                    .doesNotContain("The reaction of the United States", "Counterbalancing by the region");
        }
    }
}
