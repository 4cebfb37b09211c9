package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.rules.OpenBook;
import entente.rules.RuleBookException;
import entente.rules.RuleBooks;
import org.junit.jupiter.api.Test;

class RulesPageTest {

    @Test
    void the_page_beside_the_rules_is_up_to_date() {
        Golden.check(
                Shipped.RULES.resolve("README.md"),
                RuleBookPage.markdown(Shipped.BOOK.book(), Shipped.BOOK.inventory()));
    }

    @Test
    void a_group_without_rules_is_left_out() throws RuleBookException {
        OpenBook rival = RuleBooks.open(Shipped.RULES.resolve("rival"), Shipped.CACHE);
        for (String list : new String[] {
            RuleBookPage.markdown(rival.book(), rival.inventory()), RuleText.list(rival.book(), Style.PLAIN)
        }) {
            assertThat(list)
                    .contains("Pressure from the West")
                    .doesNotContain("The reaction of the United States", "Counterbalancing by the region");
        }
    }
}
