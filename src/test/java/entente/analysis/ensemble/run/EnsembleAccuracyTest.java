package entente.analysis.ensemble.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.model.Band;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.exploration.ExplorationQuestion;
import entente.testkit.Shipped;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ensembles agree with the exact count of every case. */
class EnsembleAccuracyTest {

    private static final int SIZE = 1 << 17;
    private static final Exploration EXPLORATION = new Exploration(Shipped.ASSESSOR);

    private static ExplorationResult exact(Scenario scenario, boolean unratedAny) {
        ExplorationResult exact =
                EXPLORATION.explore(new ExplorationQuestion(scenario, Map.of(), unratedAny, Optional.empty()));
        assertThat(exact.exact()).isTrue();
        return exact;
    }

    private static EnsembleResult counted(Ensemble ensemble) {
        return EnsembleResult.of(
                ensemble, EnsembleSamples.run(ensemble, 10_000, 2).count());
    }

    /** Four standard errors, and four variants where a probability is tiny or rounded beyond 1. */
    private static Offset<Double> margin(double p) {
        return within(4 * Math.sqrt(Math.max(0, p * (1 - p)) / SIZE) + 4.0 / SIZE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GRID")
    void samplesAreWithinFourStandardErrors(DesignKind design) {
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            ExplorationResult exact = exact(scenario, true);
            EnsembleResult result = counted(EnsembleSamples.of(new EnsembleQuestion(scenario, design, SIZE, 11, true)));
            for (Band band : Band.values()) {
                double p = exact.verdict().bands().getOrDefault(band, 0.0);
                assertThat(result.bands().get(band).probability())
                        .as("%s, %s", id, band)
                        .isCloseTo(p, margin(p));
            }
            for (Relationship state : Relationship.values()) {
                double p = exact.relationships().probability(state);
                assertThat(result.relationship(state).probability())
                        .as("%s, %s", id, state)
                        .isCloseTo(p, margin(p));
            }
            assertThat(result.meanPercent())
                    .as(id)
                    .isCloseTo(
                            exact.verdict().meanPercent(),
                            within(4 * exact.verdict().standardDeviation() / Math.sqrt(SIZE) + 1e-9));
            assertThat(result.standardDeviation()).isCloseTo(exact.verdict().standardDeviation(), within(0.3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"total-decoupling", "baseline-2018", "status-quo-2025"})
    void gridEqualsTheExactCount(String id) {
        Scenario scenario = Shipped.with(id, EnsembleSamples.sets());
        ExplorationResult exact = exact(scenario, false);
        EnsembleResult result =
                counted(EnsembleSamples.of(new EnsembleQuestion(scenario, DesignKind.GRID, 1, 1, false)));
        assertThat(result.size()).isEqualTo(exact.cases().longValueExact());
        for (Band band : Band.values()) {
            assertThat(result.bands().get(band).probability())
                    .as(band.name())
                    .isCloseTo(exact.verdict().bands().getOrDefault(band, 0.0), within(1e-12));
        }
        for (Relationship state : Relationship.values()) {
            assertThat(result.bands(state))
                    .allSatisfy((band, probability) -> assertThat(probability)
                            .isCloseTo(exact.relationships().joint().get(state).get(band), within(1e-12)));
        }
        assertThat(result.meanPercent()).isCloseTo(exact.verdict().meanPercent(), within(1e-10));
        assertThat(result.quantile(0.5)).isEqualTo(exact.verdict().quantile(0.5));
        assertThat(result.ensemble().point()).isEqualTo(exact.point());
        assertThat(result.ensemble().unrated()).isEqualTo(exact.unrated());
    }
}
