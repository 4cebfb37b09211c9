package entente.analysis.sensitivity;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.scoring.Assessor;
import entente.scoring.GradedScenario;
import entente.scoring.ReadingMoves;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Gives every reading each of the five grades in turn, all others as they are. Exact, because a reading matters through
 * its grade only. A range beside a reading is left aside: each reading is moved over all that its indicator can be.
 */
public final class SensitivityAnalysis {

    private static final List<Grade> GRADES =
            List.of(Grade.VERY_LOW, Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH);

    private final Assessor assessor;

    public SensitivityAnalysis(Assessor assessor) {
        this.assessor = assessor;
    }

    /** Every reading by itself. */
    public SensitivityResult of(Scenario scenario) {
        ScoringModel weighing = assessor.weighing(scenario);
        Points base = ScoringModel.base(weighing.book(), scenario.assumptions(), scenario.horizonYears());
        GradedScenario world = GradedScenario.of(scenario, weighing.book().catalogue());
        Turns turns = new Turns(scenario, weighing, base, world);
        List<Swing> swings = IntStream.range(0, world.grades().length)
                .mapToObj(turns::swing)
                .sorted(Comparator.comparingInt(Swing::tenths).reversed())
                .toList();
        return new SensitivityResult(assessor.assess(scenario), swings);
    }

    /** A scenario whose readings are taken in turn. */
    private record Turns(Scenario scenario, ScoringModel weighing, Points base, GradedScenario world) {

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

        private GradeOutcome step(Indicator indicator, Grade grade, GradedScenario moved) {
            boolean[] holding = weighing.holding(moved.grades());
            ScoringOutcome outcome = weighing.outcome(holding, base);
            Optional<Relationship> relationship = Assessor.settled(weighing, moved)
                    ? Optional.of(
                            RelationshipJudgement.of(weighing, outcome, holding).relationship())
                    : Optional.empty();
            GradeScale scale = GradedScenario.scale(indicator, scenario.assumptions());
            return new GradeOutcome(
                    grade,
                    grade == Grade.VERY_LOW ? indicator.low() : scale.from(grade),
                    grade == Grade.VERY_HIGH ? indicator.high() : scale.from(GRADES.get(grade.ordinal())),
                    value(indicator, scale, grade),
                    outcome.likelihood(),
                    relationship);
        }

        private double value(Indicator indicator, GradeScale scale, Grade grade) {
            return scenario.reading(indicator.id())
                    .span()
                    .map(ValueRange::value)
                    .filter(value -> scale.gradeOf(value) == grade)
                    .orElseGet(() -> ReadingMoves.to(indicator, scenario, grade).to());
        }
    }
}
