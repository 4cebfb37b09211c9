package entente.analysis.sensitivity;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import entente.scoring.GradedScenario;
import entente.scoring.ReadingMoves;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/**
 * One-at-a-time sensitivity: each reading takes each of the five grades, all others unchanged. Exact, because a
 * reading has an effect through its grade only. The range of a reading is ignored: the whole range of the indicator is
 * covered.
 */
@RequiredArgsConstructor
public final class SensitivityAnalysis {

    private static final List<Grade> GRADES =
            List.of(Grade.VERY_LOW, Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH);

    private final Assessor assessor;

    public SensitivityResult analyze(Scenario scenario) {
        return analyze(assessor.assess(scenario));
    }

    /** @param assessment by the same assessor */
    public SensitivityResult analyze(Assessment assessment) {
        ScoredScenario scored = assessor.scored(assessment.scenario());
        List<Swing> swings = IntStream.range(0, scored.graded().grades().length)
                .mapToObj(position -> swing(scored, position))
                .sorted(Comparator.comparingInt(Swing::spreadTenths).reversed())
                .toList();
        return new SensitivityResult(assessment, swings);
    }

    private static Swing swing(ScoredScenario scored, int position) {
        GradedScenario graded = scored.graded();
        Indicator indicator = graded.catalogue().indicators().get(position);
        return new Swing(
                indicator.id(),
                scored.scenario().reading(indicator.id()).value(),
                graded.grades()[position],
                GRADES.stream().map(grade -> outcome(scored, position, grade)).toList());
    }

    private static GradeOutcome outcome(ScoredScenario scored, int position, Grade grade) {
        ScoringModel model = scored.model();
        GradedScenario moved = scored.graded().with(position, grade);
        Indicator indicator = moved.catalogue().indicators().get(position);
        boolean[] holding = model.satisfiedRules(moved.grades());
        ScoringOutcome outcome = scored.outcome(holding);
        Optional<Relationship> relationship = Assessor.isRelationshipDetermined(model, moved)
                ? Optional.of(RelationshipJudgement.of(model, outcome, holding).relationship())
                : Optional.empty();
        GradeScale scale = scored.scale(indicator);
        return new GradeOutcome(
                grade,
                grade == Grade.VERY_LOW ? indicator.low() : scale.from(grade),
                grade == Grade.VERY_HIGH ? indicator.high() : scale.from(GRADES.get(grade.ordinal())),
                value(scored, position, scale, grade),
                outcome.likelihood(),
                relationship);
    }

    private static double value(ScoredScenario scored, int position, GradeScale scale, Grade grade) {
        String indicator =
                scored.graded().catalogue().indicators().get(position).id();
        return scored.scenario()
                .reading(indicator)
                .range()
                .map(ValueRange::value)
                .filter(value -> scale.gradeOf(value) == grade)
                .orElseGet(() ->
                        ReadingMoves.moveTo(scored, position, grade, grade).to());
    }
}
