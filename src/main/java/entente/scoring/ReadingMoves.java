package entente.scoring;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.ValueRange;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Readings moved to other grades: what value that takes, and the scenario that results. */
public final class ReadingMoves {

    private ReadingMoves() {}

    /** The nearest value of another grade. */
    public static ReadingMove moveTo(Indicator indicator, Scenario scenario, Grade there) {
        GradeScale scale = GradedScenario.scale(indicator, scenario.assumptions());
        Optional<ValueRange> span = scenario.reading(indicator.id()).range();
        Grade here = span.map(s -> scale.gradeOf(s.value())).orElse(Grade.UNKNOWN);
        boolean up = there.compareTo(here) > 0 && there != Grade.VERY_LOW;
        double to = up ? scale.from(there) : highest(indicator, scale, there);
        Optional<Double> cut = Optional.of(up ? to : scale.from(next(there)));
        return new ReadingMove(
                indicator.id(),
                span.map(s -> OptionalDouble.of(s.value())).orElse(OptionalDouble.empty()),
                here,
                to,
                there,
                here == Grade.UNKNOWN ? 1 : Math.abs(there.ordinal() - here.ordinal()),
                up ? cut : Optional.empty(),
                up ? Optional.empty() : cut);
    }

    private static Grade next(Grade grade) {
        return Grade.values()[grade.ordinal() + 1];
    }

    /** A value just below the cut to the next grade: one less, or one digit finer than the cut is written. */
    private static double highest(Indicator indicator, GradeScale scale, Grade grade) {
        BigDecimal cut = BigDecimal.valueOf(scale.from(next(grade))).stripTrailingZeros();
        BigDecimal step = scale.whole() ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(Math.max(0, cut.scale()) + 1);
        // A cut of very many digits has no number one digit finer: the nearest below it stands in.
        double value = Math.min(cut.subtract(step).doubleValue(), Math.nextDown(cut.doubleValue()));
        double lowest = grade == Grade.VERY_LOW ? indicator.low() : scale.from(grade);
        return Math.max(value, lowest);
    }

    /** The scenario with these readings moved; it keeps its own digest, so it is for reckoning only. */
    public static Scenario apply(Scenario scenario, List<ReadingMove> moves) {
        Map<String, Reading> readings = new LinkedHashMap<>(scenario.readings());
        moves.forEach(move -> readings.put(move.indicator(), Reading.known(move.indicator(), move.to())));
        return scenario.withReadings(readings);
    }
}
