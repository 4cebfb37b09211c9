package entente.analysis.ensemble.run;

import entente.model.Scenario;
import java.util.Optional;

/**
 * Which variants of a scenario are evaluated.
 *
 * @param size number of variants, from 1; not used by a full grid, whose size follows from the readings
 * @param seed of the random numbers; not used by a full grid
 * @param unratedAny whether readings that are not rated have any grade with the same probability; otherwise they count
 *     for nothing, as in an assessment
 */
public record EnsembleQuestion(Scenario scenario, DesignKind design, long size, long seed, boolean unratedAny) {

    /** The seed if the variants depend on it. */
    public Optional<Double> usedSeed() {
        return design.isGrid() ? Optional.empty() : Optional.of((double) seed);
    }
}
