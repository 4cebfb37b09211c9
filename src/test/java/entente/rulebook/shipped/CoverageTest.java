package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No part of a rule is there for show: the cases alone know each of them both ways. */
class CoverageTest {

    @Test
    void theCasesShowEveryPartOfEveryRule() {
        Coverage coverage = CoverageRun.of(Shipped.BOOK.book(), Shipped.ASSESSOR, Cases.all(), List.of());
        assertThat(coverage.uncovered()).isEmpty();
        assertThat(coverage.items()).hasSizeGreaterThan(600);
    }
}
