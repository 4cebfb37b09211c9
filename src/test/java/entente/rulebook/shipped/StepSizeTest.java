package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.rule.RuleBook;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import entente.testkit.Shipped;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No single grade of a single reading moves the likelihood by more than readers would see as the same kind of world. */
class StepSizeTest {

    private static final double MOST = 6;

    /** Grades that are worlds of another kind, and why. */
    private static final Map<String, String> LARGE = Map.of(
            "political_will_to_ally VERY_HIGH", "an announced decision is the greater part of the event",
            "treaty_commitment_level VERY_HIGH", "a defence treaty in force is most of the event in legal form",
            "us_prc_strategic_hostility VERY_HIGH", "war: what deters is spent, and the threat is there",
            "rus_elite_balancing_sentiment VERY_HIGH", "a policy of balancing is the opposite of an alliance");

    private static final RuleBook BOOK = Shipped.BOOK.book();
    private static final ScoringModel MODEL = new ScoringModel(BOOK, Shipped.BOOK.tables(), Assumptions.NONE);

    /** A list that names what is no longer large would hide the next step that is. */
    @Test
    void singleGradesMoveTheResultByLittleButForAFew() {
        Set<String> large = largeSteps("status-quo-2025");
        large.addAll(largeSteps("baseline-2018"));
        assertThat(large).isEqualTo(LARGE.keySet());
    }

    /** The upper of two neighbouring grades between which the points of the result differ by more. */
    private static Set<String> largeSteps(String id) {
        Grade[] world = ScoredScenario.grades(Shipped.scenario(id), BOOK.catalogue());
        Set<String> large = new TreeSet<>();
        for (int i = 0; i < world.length; i++) {
            Grade here = world[i];
            for (Grade grade : new Grade[] {Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH}) {
                double step = result(world, i, grade) - result(world, i, Grade.values()[grade.ordinal() - 1]);
                if (Math.abs(step) > MOST) {
                    large.add(BOOK.catalogue().indicators().get(i).id() + " " + grade);
                }
            }
            world[i] = here;
        }
        return large;
    }

    private static double result(Grade[] world, int indicator, Grade grade) {
        world[indicator] = grade;
        return MODEL.outcome(world, ScoringModel.basePoints(BOOK, Assumptions.NONE, 5))
                .result()
                .value();
    }
}
