package entente.analysis.sensitivity;

import entente.model.Grade;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The possible effect of one reading, all others unchanged.
 *
 * @param value the reading; empty if unrated
 * @param grade its grade, by assumed cut points if there are any
 * @param outcomes one for each of the five grades, ascending
 */
public record Swing(String indicator, OptionalDouble value, Grade grade, List<GradeOutcome> outcomes) {

    /** The outcome with the lowest likelihood; among several grades, the one nearest to the reading. */
    public GradeOutcome low() {
        return outcomes.stream()
                .min(Comparator.comparing(GradeOutcome::likelihood).thenComparing(this::distance))
                .orElseThrow();
    }

    /** The outcome with the highest likelihood; among several grades, the one nearest to the reading. */
    public GradeOutcome high() {
        return outcomes.stream()
                .min(Comparator.comparing(GradeOutcome::likelihood).reversed().thenComparing(this::distance))
                .orElseThrow();
    }

    /** Grade steps between an outcome and the reading; for an unrated reading the lowest grade is the nearest. */
    private int distance(GradeOutcome step) {
        return Math.abs(step.grade().ordinal() - grade.ordinal());
    }

    /** Highest minus lowest likelihood, in tenths of a percentage point. */
    public int spreadTenths() {
        return high().likelihood().tenths() - low().likelihood().tenths();
    }

    /** The cut points at which the band or the expected relationship changes, ascending. */
    public List<TippingPoint> tippingPoints() {
        return IntStream.range(1, outcomes.size())
                .mapToObj(i -> new TippingPoint(outcomes.get(i).from(), outcomes.get(i - 1), outcomes.get(i)))
                .filter(point -> point.changesBand() || point.changesRelationship())
                .toList();
    }

    /** Whether the reading alone changes the printed likelihood or the expected relationship. */
    public boolean hasEffect() {
        return spreadTenths() > 0 || !tippingPoints().isEmpty();
    }

    /**
     * A cut point at which the band or the expected relationship changes when the reading crosses it.
     *
     * @param cutPoint the cut point, in the unit of the indicator; a reading equal to it has the grade above
     * @param below outcome just below the cut point
     * @param above outcome from the cut point on
     */
    public record TippingPoint(double cutPoint, GradeOutcome below, GradeOutcome above) {

        public boolean changesBand() {
            return below.band() != above.band();
        }

        public boolean changesRelationship() {
            return below.relationship().isPresent()
                    && above.relationship().isPresent()
                    && !below.relationship().equals(above.relationship());
        }
    }
}
