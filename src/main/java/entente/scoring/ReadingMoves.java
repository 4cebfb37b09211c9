package entente.scoring;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.ReadingMove;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Computes changes of readings to other grades and the resulting scenarios. */
public final class ReadingMoves {

    private ReadingMoves() {}

    /** For each indicator with an effect on the likelihood, the nearest of each class of equivalent grades. */
    public static List<List<ReadingMove>> distinct(ScoredScenario scored) {
        GradeClasses classes = scored.model().index().classes;
        List<Indicator> indicators = scored.graded().catalogue().indicators();
        Monotonicity[] monotonicity = scored.model().monotonicity(Question.ALLIANCE);
        return IntStream.range(0, indicators.size())
                .filter(i -> monotonicity[i] != Monotonicity.NONE)
                .mapToObj(i -> classes.others(i, scored.graded().grades()[i]).stream()
                        .map(grade -> moveTo(scored, i, grade))
                        .toList())
                .toList();
    }

    /** How far a reading moves relative to the range of its indicator, so that different units can be added. */
    public static double distance(ReadingMove move, Indicator indicator) {
        return move.from().isPresent()
                ? Math.abs(move.to() - move.from().getAsDouble()) / (indicator.high() - indicator.low())
                : 0;
    }

    /** The change to the nearest value of another grade. */
    public static ReadingMove moveTo(ScoredScenario scored, int position, Grade target) {
        Indicator indicator = scored.graded().catalogue().indicators().get(position);
        GradeScale scale = scored.model().scale(position);
        Grade current = scored.graded().grades()[position];
        boolean up = target.compareTo(current) > 0 && target != Grade.VERY_LOW;
        double to = up ? scale.from(target) : highest(indicator, scale, target);
        boolean bounded = !up || (current == Grade.UNKNOWN && target != Grade.VERY_HIGH);
        return new ReadingMove(
                indicator.id(),
                scored.readings().get(position).value(),
                current,
                to,
                target,
                current == Grade.UNKNOWN ? 1 : Math.abs(target.ordinal() - current.ordinal()),
                up ? Optional.of(to) : Optional.empty(),
                bounded ? Optional.of(scale.from(next(target))) : Optional.empty());
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

    /** The scenario with changed readings. It keeps the original digest, so use it for computations only. */
    public static Scenario apply(Scenario scenario, List<ReadingMove> moves) {
        Map<String, Reading> readings = new LinkedHashMap<>(scenario.readings());
        moves.forEach(move -> readings.put(move.indicator(), Reading.known(move.indicator(), move.to())));
        return scenario.withReadings(readings);
    }
}
