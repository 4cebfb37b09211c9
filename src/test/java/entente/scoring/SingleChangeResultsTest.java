package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.model.Points;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of one reading in random books, compared with evaluating each changed scenario by itself. */
@Tag("law")
class SingleChangeResultsTest {

    private static final int INDICATORS = 5;
    private static final List<Grade> GRADES = List.of(Grade.values());
    private static final List<Grade> KNOWN = GRADES.subList(1, GRADES.size());

    @Test
    void resultsAreThoseOfTheChangedScenarios() {
        for (int n = 0; n < Property.cases(); n++) {
            Sample sample = new Sample(new SplittableRandom(Property.SEED + n));
            SingleChangeResults changes = new SingleChangeResults(
                    new ScenarioVariant(sample.model, sample.base, sample.grades), sample.model.index());
            assertThat(changes.current()).isEqualTo(sample.result(0, sample.grades[0]));
            for (int i = 0; i < INDICATORS; i++) {
                int indicator = i;
                List<Points> expected = KNOWN.stream()
                        .map(grade -> sample.result(indicator, grade))
                        .toList();
                assertThat(KNOWN.stream().map(grade -> changes.with(indicator, grade)))
                        .as("book %s, indicator %s", n, i)
                        .isEqualTo(expected);
                List<Points> all = Stream.concat(expected.stream(), Stream.of(changes.current()))
                        .sorted()
                        .toList();
                assertThat(changes.lowest(i)).isEqualTo(all.get(0));
                assertThat(changes.highest(i)).isEqualTo(all.get(all.size() - 1));
            }
        }
    }

    @Test
    void gradesOfOneClassMeetTheSameConditions() {
        for (int n = 0; n < Property.cases(); n++) {
            Sample sample = new Sample(new SplittableRandom(Property.SEED + n));
            RuleIndex index = sample.model.index();
            for (int i = 0; i < INDICATORS; i++) {
                for (Grade current : GRADES) {
                    for (Grade grade : KNOWN) {
                        boolean same = sample.conditionsMet(i, grade).equals(sample.conditionsMet(i, current));
                        assertThat(index.equivalent(i, grade, current)).isEqualTo(same);
                        assertThat(index.others(i, current).contains(grade))
                                .as("book %s, indicator %s, from %s to %s", n, i, current, grade)
                                .isEqualTo(!same && sample.isNearestOfItsClass(i, grade, current));
                    }
                }
            }
        }
    }

    private static final class Sample {

        private final ScoringModel model;
        private final Points base;
        private final Grade[] grades = new Grade[RandomWorlds.INDICATORS.size()];

        Sample(SplittableRandom random) {
            model = RandomRuleBooks.scoringModel(random, INDICATORS);
            base = Points.ofPercent(random.nextInt(2, 60));
            Arrays.fill(grades, Grade.UNKNOWN);
            for (int i = 0; i < INDICATORS; i++) {
                grades[i] = GRADES.get(random.nextInt(GRADES.size()));
            }
        }

        Points result(int indicator, Grade grade) {
            Grade[] changed = grades.clone();
            changed[indicator] = grade;
            return model.outcome(changed, base).result();
        }

        /** For each rule that reads an indicator, whether a grade meets all its conditions on it. */
        List<Boolean> conditionsMet(int indicator, Grade grade) {
            String id = RandomWorlds.INDICATORS.get(indicator).id();
            return model.rules().stream()
                    .filter(rule -> rule.indicators().contains(id))
                    .map(rule -> rule.conditions().stream()
                            .filter(condition -> condition.indicator().equals(id))
                            .allMatch(condition -> condition.isMetBy(grade)))
                    .toList();
        }

        /** The lower one, if two are equally near. */
        boolean isNearestOfItsClass(int indicator, Grade grade, Grade current) {
            return KNOWN.stream()
                    .filter(other -> conditionsMet(indicator, other).equals(conditionsMet(indicator, grade)))
                    .noneMatch(other -> distance(other, current) < distance(grade, current)
                            || (distance(other, current) == distance(grade, current) && other.compareTo(grade) < 0));
        }

        private static int distance(Grade one, Grade two) {
            return Math.abs(one.ordinal() - two.ordinal());
        }
    }
}
