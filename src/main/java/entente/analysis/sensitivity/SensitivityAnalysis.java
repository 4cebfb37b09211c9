package entente.analysis.sensitivity;

import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import entente.scoring.ReadingMoves;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScenarioVariant;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** How the verdict of a scenario responds to its readings and to the sizes of the rule book. */
@RequiredArgsConstructor
public final class SensitivityAnalysis {

    private static final List<Grade> GRADES =
            List.of(Grade.VERY_LOW, Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH);

    public static final int DRAWS = 200;
    private static final double SHIFT = 0.2;

    private final Assessor assessor;

    /**
     * One at a time, each reading takes each of the five grades, all others unchanged. Exact, because a reading has an
     * effect through its grade only. The range of a reading is ignored: the whole range of the indicator is covered.
     */
    public SensitivityResult analyze(Scenario scenario) {
        return analyze(assessor.assess(scenario));
    }

    /** @param assessment by the same assessor */
    public SensitivityResult analyze(Assessment assessment) {
        ScoredScenario scored = assessor.scored(assessment.scenario());
        ScenarioVariant variant = scored.variant();
        List<Swing> swings = IntStream.range(0, scored.readings().size())
                .mapToObj(position -> {
                    Reading reading = scored.readings().get(position);
                    Grade grade = variant.grade(position);
                    List<GradeOutcome> outcomes = GRADES.stream()
                            .map(other -> outcome(scored, variant, position, other))
                            .toList();
                    variant.set(position, grade);
                    return new Swing(reading.indicator(), reading.value(), grade, outcomes);
                })
                .sorted(Comparator.comparingInt(Swing::spreadTenths).reversed())
                .toList();
        return new SensitivityResult(assessment, swings);
    }

    /**
     * In how many of {@link #DRAWS} draws the best estimate keeps its band while the points of each strength on the alliance
     * are multiplied by a number drawn evenly from 0.8 to 1.2. The draws are the same for each scenario.
     */
    public int drawsThatKeepBand(Scenario scenario) {
        var band = assessor.pointAssessment(scenario).likelihood().band();
        Map<Strength, Double> book =
                new EnumMap<>(assessor.book().weights().points().get(Question.ALLIANCE));
        book.putAll(scenario.assumptions().weights().getOrDefault(Question.ALLIANCE, Map.of()));
        SplittableRandom random = new SplittableRandom(DRAWS);
        int kept = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Map<Strength, Double> moved = new EnumMap<>(book);
            moved.replaceAll((strength, points) -> points * random.nextDouble(1 - SHIFT, 1 + SHIFT));
            Scenario drawn =
                    scenario.withAssumptions(scenario.assumptions().withWeights(Map.of(Question.ALLIANCE, moved)));
            kept += assessor.pointAssessment(drawn).likelihood().band() == band ? 1 : 0;
        }
        return kept;
    }

    /** @param variant which has the grade afterwards */
    private static GradeOutcome outcome(ScoredScenario scored, ScenarioVariant variant, int position, Grade grade) {
        variant.set(position, grade);
        ScoringOutcome outcome = variant.outcome();
        Grade[] moved = scored.grades().clone();
        moved[position] = grade;
        Optional<Relationship> relationship = Assessor.isRelationshipDetermined(scored.model(), moved)
                ? Optional.of(RelationshipJudgement.of(scored.model(), outcome, variant.satisfiedRules())
                        .relationship())
                : Optional.empty();
        Indicator indicator = scored.catalogue().indicators().get(position);
        GradeScale scale = scored.scale(indicator);
        return new GradeOutcome(
                grade,
                grade == Grade.VERY_LOW ? indicator.low() : scale.from(grade),
                grade == Grade.VERY_HIGH ? indicator.high() : scale.from(GRADES.get(grade.ordinal())),
                scored.readings()
                        .get(position)
                        .range()
                        .map(ValueRange::value)
                        .filter(value -> scale.gradeOf(value) == grade)
                        .orElseGet(() -> ReadingMoves.moveTo(scored, position, grade, grade)
                                .to()),
                outcome.likelihood(),
                relationship);
    }
}
