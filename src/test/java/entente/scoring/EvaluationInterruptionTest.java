package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import entente.analysis.comparison.ShapleyValues;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.Band;
import entente.testkit.Shipped;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long evaluations end when their thread is interrupted, before they start or while they run. */
@Timeout(120)
class EvaluationInterruptionTest {

    /** Loads the rule book outside of the tests. */
    @BeforeAll
    static void open() {
        Shipped.assess("baseline-2018");
    }

    @AfterEach
    void forget() {
        Thread.interrupted();
    }

    static Stream<Named<Runnable>> longEvaluations() {
        String id = "baseline-2018";
        return Stream.of(
                named("an assessment", () -> Shipped.assess(id)),
                named(
                        "flips",
                        () -> new FlipSearch(Shipped.ASSESSOR)
                                .find(
                                        Shipped.scenario(id),
                                        FlipTarget.to(Band.ALMOST_CERTAIN),
                                        Set.of(),
                                        FlipSearch.MAX_SIZE)),
                named("swings", () -> new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario(id))),
                named(
                        "a split among many",
                        () -> ShapleyValues.of(
                                ShapleyValues.MAX_PLAYERS, set -> BigInteger.valueOf(Integer.bitCount(set)))));
    }

    @ParameterizedTest
    @MethodSource("longEvaluations")
    void interruptedThreadDoesNotStart(Runnable evaluation) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(evaluation::run).isInstanceOf(CancellationException.class);
        assertThat(Thread.currentThread().isInterrupted())
                .as("interrupt flag stays set")
                .isTrue();
    }
}
