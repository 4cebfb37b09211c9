package entente.analysis.flip;

import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.ReadingMove;
import java.util.List;

/**
 * All smallest sets of changed readings that reach the target band.
 *
 * @param assessment of the scenario as it is
 * @param size number of readings in each set; 0 if the target is met already or cannot be reached within the largest
 *     size
 * @param maxSize the largest size that was searched completely
 * @param locked indicators that must not change
 * @param flips least effort first: grade steps, then the largest effect, then distance relative to the range
 */
public record FlipResult(
        Assessment assessment, FlipTarget target, int size, int maxSize, List<String> locked, List<Flip> flips) {

    /** By less than this beyond the edge of a band it is barely crossed. */
    public static final int NARROW_TENTHS = 3;

    public Scenario scenario() {
        return assessment.scenario();
    }

    public Catalogue catalogue() {
        return assessment.catalogue();
    }

    /** The current likelihood, from the rated readings. */
    public Percent current() {
        return assessment.verdict().likelihood();
    }

    /** The range allowed by the open readings. */
    public Interval interval() {
        return assessment.verdict().interval();
    }

    /** Whether any reading is known or assumed; otherwise there is no verdict to flip. */
    public boolean hasReadings() {
        return scenario().readings().values().stream()
                .anyMatch(reading -> reading.range().isPresent());
    }

    public boolean targetAlreadyMet() {
        return target.isMet(current().band(), current().band());
    }

    /** Whether there is no band in the direction of the target. */
    public boolean isBeyondTheScale() {
        return (target instanceof FlipTarget.Up && current().band() == Band.ALMOST_CERTAIN)
                || (target instanceof FlipTarget.Down && current().band() == Band.ALMOST_NO_CHANCE);
    }

    /** Flips that do not barely cross the edge of the band that they reach; all where each does. */
    public List<Flip> clear() {
        List<Flip> clear = flips.stream().filter(flip -> !isNarrow(flip)).toList();
        return clear.isEmpty() ? flips : clear;
    }

    private boolean isNarrow(Flip flip) {
        int beyond = flip.likelihood().compareTo(current()) > 0
                ? flip.highest().tenths() - flip.band().from() * 10
                : flip.band().to() * 10 - flip.lowest().tenths();
        return beyond < NARROW_TENTHS && flip.alternatives().stream().allMatch(this::isNarrow);
    }

    /**
     * A smallest set of changed readings that reaches the target band: every combination of values in the ranges of the
     * moves leads to the same band.
     *
     * @param moves in catalogue order
     * @param likelihood with the nearest values
     * @param lowest lowest likelihood over all combinations
     * @param highest highest likelihood over all combinations
     * @param interval range allowed by the readings that are still open, over all combinations
     * @param alternatives other changes of the same readings that also reach it, with more effort; they may overlap
     */
    public record Flip(
            List<ReadingMove> moves,
            Percent likelihood,
            Percent lowest,
            Percent highest,
            Interval interval,
            List<Flip> alternatives) {

        public Band band() {
            return likelihood.band();
        }

        public int steps() {
            return moves.stream().mapToInt(ReadingMove::steps).sum();
        }
    }
}
