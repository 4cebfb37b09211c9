package entente.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import entente.breaks.Breaks.Break;
import entente.breaks.Breaks.RedRun;
import entente.testkit.DynamicTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The breaks match the current source. {@code src/test/sh/breaks.sh} checks that each makes a test fail. */
class BreaksTest {

    @TestFactory
    Stream<DynamicTest> breakAppliesToTheSourceAndItsTestsExist() {
        return Break.all().stream()
                .map(one -> DynamicTests.test(one.guard(), () -> {
                    assertThat(one.occurrences())
                            .as("places of the text in " + one.in())
                            .isOne();
                    assertThat(one.broken()).isNotEqualTo(one.original());
                    assertThat(one.red())
                            .isNotEmpty()
                            .allSatisfy(
                                    test -> assertThat(RedRun.selector(test)).isNotNull());
                }));
    }

    @Test
    void guardsAreDistinct() {
        assertThat(Break.all()).extracting(Break::guard).doesNotHaveDuplicates();
    }
}
