package entente.analysis.sensitivity;

import entente.model.Grade;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What one reading alone can do to the answer, all others as they are.
 *
 * @param now the reading; empty when nobody rated it
 * @param grade its grade, by assumed cut points where there are some
 * @param steps one for each of the five grades, ascending
 */
public record Swing(String indicator, OptionalDouble value, Grade grade, List<GradeOutcome> outcomes) {

    /** The lowest likelihood; of several grades that give it, the one nearest to the reading. */
    public GradeOutcome low() {
        return outcomes.stream()
                .min(Comparator.comparing(GradeOutcome::likelihood).thenComparing(this::distance))
                .orElseThrow();
    }

    /** The highest likelihood; of several grades that give it, the one nearest to the reading. */
    public GradeOutcome high() {
        return outcomes.stream()
                .min(Comparator.comparing(GradeOutcome::likelihood).reversed().thenComparing(this::distance))
                .orElseThrow();
    }

    /** Grades between a step and the reading; where nobody rated it, the lowest grade counts as the nearest. */
    private int distance(GradeOutcome step) {
        return Math.abs(step.grade().ordinal() - grade.ordinal());
    }

    /** From the lowest likelihood to the highest, in tenths of a percent point. */
    public int spreadTenths() {
        return high().likelihood().tenths() - low().likelihood().tenths();
    }

    /** Every cut point at which the band or the expected relationship changes, ascending. */
    public List<TippingPoint> tippingPoints() {
        return IntStream.range(1, outcomes.size())
                .mapToObj(i -> new TippingPoint(outcomes.get(i).from(), outcomes.get(i - 1), outcomes.get(i)))
                .filter(point -> point.changesBand() || point.changesRelationship())
                .toList();
    }

    /** Whether the reading alone changes anything that is printed: the likelihood or the expected relationship. */
    public boolean hasEffect() {
        return spreadTenths() > 0 || !tippingPoints().isEmpty();
    }
}
