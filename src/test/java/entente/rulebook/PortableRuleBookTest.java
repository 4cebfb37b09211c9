package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;

class PortableRuleBookTest {

    @Test
    void bookArrivesWithRulesTablesAndDigest() {
        LoadedRuleBook arrived = PortableRuleBook.of(Shipped.BOOK).load();
        assertThat(arrived.book()).isEqualTo(Shipped.BOOK.book());
        assertThat(arrived.book().sha256()).isEqualTo(Shipped.BOOK.book().sha256());
        assertThat(arrived.tables().text()).isEqualTo(Shipped.BOOK.tables().text());
    }
}
