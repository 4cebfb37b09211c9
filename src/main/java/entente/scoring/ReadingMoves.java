package entente.scoring;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.ReadingMove;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes changes of readings to other grades and the resulting scenarios. */
public final class ReadingMoves {

    private ReadingMoves() {}

    /**
     * For each indicator with an effect on the likelihood that may change, by its position, the nearest of each class of
     * equivalent grades except the current one.
     */
    public static SortedMap<Integer, List<Grade>> distinct(ScoredScenario scored, Set<String> locked) {
        List<Indicator> indicators = scored.catalogue().indicators();
        Monotonicity[] monotonicity = scored.model().monotonicity(Question.ALLIANCE);
        SortedMap<Integer, List<Grade>> distinct = new TreeMap<>();
        for (int i = 0; i < indicators.size(); i++) {
            if (monotonicity[i] != Monotonicity.NONE
                    && !locked.contains(indicators.get(i).id())) {
                distinct.put(i, scored.model().index().others(i, scored.grades()[i]));
            }
        }
        return distinct;
    }

    /** The known grades that no result tells from this one. */
    public static List<Grade> equivalent(ScoredScenario scored, int position, Grade grade) {
        return Arrays.stream(Grade.values())
                .filter(other ->
                        other != Grade.UNKNOWN && scored.model().index().equivalent(position, other, grade))
                .toList();
    }

    /** How far a reading moves relative to the range of its indicator, so that different units can be added. */
    public static double distance(ReadingMove move, Indicator indicator) {
        return move.from().isPresent()
                ? Math.abs(move.to() - move.from().getAsDouble()) / (indicator.high() - indicator.low())
                : 0;
    }

    /** The change to any value with these grades or one between them, none of which is the current one. */
    public static ReadingMove moveTo(ScoredScenario scored, int position, Grade first, Grade last) {
        Indicator indicator = scored.catalogue().indicators().get(position);
        GradeScale scale = scored.model().scale(position);
        Grade current = scored.grades()[position];
        Grade nearest = nearest(current, first, last);
        boolean up = nearest.compareTo(current) > 0 && nearest != Grade.VERY_LOW;
        return new ReadingMove(
                indicator.id(),
                scored.readings().get(position).value(),
                current,
                up ? scale.from(nearest) : highest(indicator, scale, nearest),
                nearest,
                first,
                last,
                steps(current, nearest),
                first == Grade.VERY_LOW ? OptionalDouble.empty() : OptionalDouble.of(scale.from(first)),
                last == Grade.VERY_HIGH ? OptionalDouble.empty() : OptionalDouble.of(scale.from(next(last))));
    }

    /** The grade of a range that is nearest to the current one; the lowest if that is unknown. */
    public static Grade nearest(Grade current, Grade first, Grade last) {
        return first.compareTo(current) > 0 ? first : last;
    }

    public static int steps(Grade current, Grade target) {
        return current == Grade.UNKNOWN ? 1 : Math.abs(target.ordinal() - current.ordinal());
    }

    private static Grade next(Grade grade) {
        return Grade.values()[grade.ordinal() + 1];
    }

    /** A value just below the cut point of the next grade: one less, or less by one unit of an additional decimal place. */
    private static double highest(Indicator indicator, GradeScale scale, Grade grade) {
        double cut = scale.from(next(grade));
        double value = scale.whole() ? Numbers.difference(cut, 1) : Numbers.justBelow(cut);
        double lowest = grade == Grade.VERY_LOW ? indicator.low() : scale.from(grade);
        return Math.max(value, lowest);
    }

    /** The scenario with the nearest values. It keeps the original digest, so use it for computations only. */
    public static Scenario apply(Scenario scenario, List<ReadingMove> moves) {
        Map<String, Reading> readings = new LinkedHashMap<>(scenario.readings());
        moves.forEach(move -> readings.put(move.indicator(), Reading.known(move.indicator(), move.to())));
        return scenario.withReadings(readings);
    }
}
