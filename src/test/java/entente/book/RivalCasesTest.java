package entente.book;

import static org.assertj.core.api.Assertions.assertThat;

import entente.upkeep.CaseRun;
import entente.upkeep.RuleCase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each worked case of the rival book comes out as it says. */
class RivalCasesTest {

    @TestFactory
    Stream<DynamicTest> aCaseHolds() {
        return Rival.CASES.cases().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.id() + ": " + one.sentence(),
                        () -> assertThat(CaseRun.run(one, Rival.ASSESSOR).misses())
                                .isEmpty()));
    }

    @Test
    void everyFileIsReadAndSaysWhatNoOtherDoes() {
        assertThat(Rival.CASES.refused()).isEmpty();
        assertThat(Rival.CASES.cases())
                .hasSizeBetween(6, 12)
                .extracting(RuleCase::sentence)
                .doesNotHaveDuplicates();
    }
}
