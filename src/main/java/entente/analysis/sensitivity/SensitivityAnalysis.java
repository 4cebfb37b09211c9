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
    public SensitivityResult analyze(Scenario scenario) {
        ScoringModel weighing = assessor.scoringModel(scenario);
        Points base = ScoringModel.basePoints(weighing.book(), scenario.assumptions(), scenario.horizonYears());
        GradedScenario world = GradedScenario.of(scenario, weighing.book().catalogue());
        Turns turns = new Turns(scenario, weighing, base, world);
        List<Swing> swings = IntStream.range(0, world.grades().length)
                .mapToObj(turns::swing)
                .sorted(Comparator.comparingInt(Swing::spreadTenths).reversed())
                .toList();
        return new SensitivityResult(assessor.assess(scenario), swings);
    }

    /** A scenario whose readings are taken in turn. */
    private record Turns(Scenario scenario, ScoringModel model, Points base, GradedScenario graded) {

        Swing swing(int place) {
            Indicator indicator = graded.catalogue().indicators().get(place);
            return new Swing(
                    indicator.id(),
                    scenario.reading(indicator.id())
                            .range()
                            .map(span -> OptionalDouble.of(span.value()))
                            .orElse(OptionalDouble.empty()),
                    graded.grades()[place],
                    GRADES.stream()
                            .map(grade -> outcome(indicator, grade, graded.with(place, grade)))
                            .toList());
        }

        private GradeOutcome outcome(Indicator indicator, Grade grade, GradedScenario moved) {
            boolean[] holding = model.satisfiedRules(moved.grades());
            ScoringOutcome outcome = model.outcome(holding, base);
            Optional<Relationship> relationship = Assessor.isRelationshipDetermined(model, moved)
                    ? Optional.of(
                            RelationshipJudgement.of(model, outcome, holding).relationship())
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
                    .range()
                    .map(ValueRange::value)
                    .filter(value -> scale.gradeOf(value) == grade)
                    .orElseGet(() -> ReadingMoves.moveTo(indicator, scenario, grade).to());
        }
    }
}
