package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.CaseReport;
import entente.quality.cases.RuleCase;
import entente.testkit.DynamicTests;
import entente.testkit.Shipped;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each worked case meets its expectation. */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> caseMeetsExpectation() {
        return Cases.all().stream()
                .map(one -> DynamicTests.test(
                        one.id() + ": " + one.sentence(),
                        () -> assertThat(one.run(Shipped.ASSESSOR).failures()).isEmpty()));
    }

    @Test
    void casesCoverEveryRuleAndThreshold() {
        assertThat(CaseReport.gaps(Shipped.BOOK.book(), Shipped.ASSESSOR, Cases.all()))
                .isEmpty();
    }

    @Test
    void casesAreReadableAndDistinct() {
        assertThat(Cases.FILES.refused()).isEmpty();
        assertThat(Cases.all()).hasSizeGreaterThan(40).allSatisfy(one -> {
            assertThat(one.sentence()).hasSizeGreaterThan(20);
            assertThat(one.situations())
                    .isNotEmpty()
                    .allSatisfy(
                            situation -> assertThat(situation.expectations()).isNotEmpty());
        });
        long files = Cases.all().stream().map(RuleCase::file).distinct().count();
        assertThat(Cases.all().stream().map(RuleCase::sentence).distinct()).hasSize((int) files);
    }
}
