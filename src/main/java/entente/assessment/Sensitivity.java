package entente.assessment;

import entente.domain.Grade;
import entente.domain.Indicator;
import entente.domain.Points;
import entente.domain.Relationship;
import entente.domain.Scale;
import entente.domain.Scenario;
import entente.domain.SensitivityResult;
import entente.domain.Span;
import entente.domain.Step;
import entente.domain.Swing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Gives every reading each of the five grades in turn, all others as they are. Exact, because a reading matters through
 * its grade only. A range beside a reading is left aside: each reading is moved over all that its indicator can be.
 */
public final class Sensitivity {

    private static final List<Grade> GRADES =
            List.of(Grade.VERY_LOW, Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH);

    private final Assessor assessor;

    public Sensitivity(Assessor assessor) {
        this.assessor = assessor;
    }

    /** Every reading by itself. */
    public SensitivityResult of(Scenario scenario) {
        Weighing weighing = assessor.weighing(scenario);
        Points base = Weighing.base(weighing.book(), scenario.assumptions(), scenario.horizonYears());
        World world = World.of(scenario, weighing.book().catalogue());
        Turns turns = new Turns(scenario, weighing, base, world);
        List<Swing> swings = IntStream.range(0, world.grades().length)
                .mapToObj(turns::swing)
                .sorted(Comparator.comparingInt(Swing::tenths).reversed())
                .toList();
        return new SensitivityResult(assessor.assess(scenario), swings);
    }

    /** A scenario whose readings are taken in turn. */
    private record Turns(Scenario scenario, Weighing weighing, Points base, World world) {

        Swing swing(int place) {
            Indicator indicator = world.catalogue().indicators().get(place);
            return new Swing(
                    indicator.id(),
                    scenario.reading(indicator.id())
                            .span()
                            .map(span -> OptionalDouble.of(span.value()))
                            .orElse(OptionalDouble.empty()),
                    world.grades()[place],
                    GRADES.stream()
                            .map(grade -> step(indicator, grade, world.with(place, grade)))
                            .toList());
        }

        private Step step(Indicator indicator, Grade grade, World moved) {
            boolean[] holding = weighing.holding(moved.grades());
            Outcome outcome = weighing.outcome(holding, base);
            Optional<Relationship> relationship = Assessor.settled(weighing, moved)
                    ? Optional.of(Judgement.of(weighing, outcome, holding).relationship())
                    : Optional.empty();
            Scale scale = World.scale(indicator, scenario.assumptions());
            return new Step(
                    grade,
                    grade == Grade.VERY_LOW ? indicator.low() : scale.from(grade),
                    grade == Grade.VERY_HIGH ? indicator.high() : scale.from(GRADES.get(grade.ordinal())),
                    value(indicator, scale, grade),
                    outcome.likelihood(),
                    relationship);
        }

        private double value(Indicator indicator, Scale scale, Grade grade) {
            return scenario.reading(indicator.id())
                    .span()
                    .map(Span::value)
                    .filter(value -> scale.gradeOf(value) == grade)
                    .orElseGet(() -> Moves.to(indicator, scenario, grade).to());
        }
    }
}
