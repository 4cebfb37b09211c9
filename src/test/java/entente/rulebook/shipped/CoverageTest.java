package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageRun;
import entente.testkit.Shipped;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked cases cover every condition of every rule, met and not met. */
class CoverageTest {

    @Test
    void casesCoverEveryConditionOfEveryRule() {
        Coverage coverage = CoverageRun.of(Shipped.BOOK.book(), Shipped.ASSESSOR, Cases.all(), List.of());
        assertThat(coverage.uncovered()).isEmpty();
        assertThat(coverage.items()).hasSizeGreaterThan(600);
    }
}
