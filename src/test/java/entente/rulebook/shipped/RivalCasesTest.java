package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.RuleCase;
import entente.testkit.DynamicTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each worked case of the rival book meets its expectation. */
class RivalCasesTest {

    @TestFactory
    Stream<DynamicTest> caseMeetsExpectation() {
        return RivalBook.CASES.cases().stream()
                .map(one -> DynamicTests.test(
                        one.id() + ": " + one.sentence(),
                        () -> assertThat(one.run(RivalBook.ASSESSOR).failures()).isEmpty()));
    }

    @Test
    void casesAreReadableAndDistinct() {
        assertThat(RivalBook.CASES.refused()).isEmpty();
        assertThat(RivalBook.CASES.cases())
                .hasSizeBetween(6, 40)
                .extracting(RuleCase::id)
                .doesNotHaveDuplicates();
    }
}
