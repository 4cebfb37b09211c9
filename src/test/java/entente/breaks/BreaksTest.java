package entente.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.DynamicTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The breaks are of the product as it is. That each turns a test red is seen by {@code src/test/sh/breaks.sh}. */
class BreaksTest {

    @TestFactory
    Stream<DynamicTest> aBreakFitsTheProductAndNamesTests() {
        return Break.all().stream()
                .map(one -> DynamicTests.test(one.guard(), () -> {
                    assertThat(one.places())
                            .as("places of the text in " + one.in())
                            .isOne();
                    assertThat(one.broken()).isNotEqualTo(one.whole());
                    assertThat(one.red())
                            .isNotEmpty()
                            .allSatisfy(
                                    test -> assertThat(RedRun.selector(test)).isNotNull());
                }));
    }

    @Test
    void noGuardIsNamedTwice() {
        assertThat(Break.all()).extracting(Break::guard).doesNotHaveDuplicates();
    }
}
