package entente.briefing;

import entente.Shipped;
import org.junit.jupiter.api.Test;

class RulesPageTest {

    @Test
    void the_page_beside_the_rules_is_up_to_date() {
        Golden.check(
                Shipped.RULES.resolve("README.md"),
                RuleBookPage.markdown(Shipped.BOOK.book(), Shipped.BOOK.inventory()));
    }
}
