package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Verdict;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The interval and the range of states cover exactly the completions of the unknown readings. */
@Tag("law")
class IntervalLawTest {

    private static final int MOST_UNKNOWN = 3;
    private static final int SAMPLES = 20;

    @Test
    void intervalEqualsAllCompletionsWithFewUnknowns() {
        Property.forAll(IntervalLawTest::nearlyKnown, IntervalLawTest::endsAreThoseOfAllCompletions);
    }

    @Test
    void intervalEqualsAllCompletionsUnderAssumptions() {
        Property.forAll(
                random -> RandomWorlds.with(nearlyKnown(random), RandomWorlds.assumptions(random)),
                IntervalLawTest::endsAreThoseOfAllCompletions);
    }

    /**
     * An incident closes the switch, which raises the result without the lowest ceiling, so that it is not monotone.
     */
    @Test
    void intervalEqualsAllCompletionsWithoutTheLowestCeiling() {
        Scenario shots = RandomWorlds.with(
                Shipped.scenario("total-decoupling"), Assumptions.NONE.withWithout(Set.of("no_switch")));
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            if (shots.reading(indicator.id()).status() == ReadingStatus.UNKNOWN) {
                shots = RandomWorlds.with(
                        shots, Shipped.scenario("baseline-2018").reading(indicator.id()));
            }
        }
        Reading calm = shots.reading("border_or_proxy_incident");
        Reading perhapsShots = calm.withRange(Optional.of(new ValueRange(0, 0, 4)));
        endsAreThoseOfAllCompletions(RandomWorlds.with(shots, perhapsShots), new SplittableRandom(0));
    }

    private static void endsAreThoseOfAllCompletions(Scenario scenario, SplittableRandom random) {
        List<Weighed> all = new ArrayList<>();
        // Shrinking removes readings; scenarios with too many completions are skipped.
        if (completions(scenario) > Math.pow(5, MOST_UNKNOWN)) {
            return;
        }
        complete(scenario, 0, all);
        // The interval includes the point result even if, without the lowest ceiling, no completion does.
        all.add(Weighed.of(scenario));
        Verdict verdict = Shipped.ASSESSOR.assess(scenario).verdict();
        assertThat(verdict.interval().exact()).as("exact").isTrue();
        assertThat(verdict.interval().low())
                .as("low end")
                .isEqualTo(all.stream()
                        .map(Weighed::likelihood)
                        .min(Percent::compareTo)
                        .orElseThrow());
        assertThat(verdict.interval().high())
                .as("high end")
                .isEqualTo(all.stream()
                        .map(Weighed::likelihood)
                        .max(Percent::compareTo)
                        .orElseThrow());
        List<Relationship> states =
                all.stream().map(Weighed::relationship).distinct().sorted().toList();
        assertThat(verdict.relationships()).as("states").isEqualTo(states);
    }

    @Test
    void intervalContainsRandomCompletions() {
        Property.forAll(RandomWorlds::any, (scenario, random) -> {
            Verdict verdict = Shipped.ASSESSOR.assess(scenario).verdict();
            for (int n = 0; n < SAMPLES; n++) {
                Scenario complete = scenario;
                for (Indicator indicator : RandomWorlds.INDICATORS) {
                    List<Grade> grades = grades(scenario, indicator);
                    Grade grade = grades.get(random.nextInt(grades.size()));
                    complete = RandomWorlds.with(complete, indicator.id(), value(scenario, indicator, grade));
                }
                Weighed weighed = Weighed.of(complete);
                assertThat(weighed.likelihood())
                        .as("likelihood of " + RandomWorlds.describe(complete))
                        .isBetween(verdict.interval().low(), verdict.interval().high());
                assertThat(verdict.relationships())
                        .as("states of " + RandomWorlds.describe(complete))
                        .contains(weighed.relationship());
            }
        });
    }

    /** All readings known except a few that are unknown or have a range. */
    private static Scenario nearlyKnown(SplittableRandom random) {
        Scenario scenario = RandomWorlds.moved(random);
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            var span = scenario.reading(indicator.id()).range();
            double value = span.isPresent() ? span.get().value() : RandomWorlds.value(random, indicator);
            scenario = RandomWorlds.with(scenario, indicator.id(), value);
        }
        for (int n = random.nextInt(MOST_UNKNOWN + 1); n > 0; n--) {
            Indicator indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            Reading reading = RandomWorlds.reading(random, indicator);
            boolean wide = reading.range().orElseThrow().wide();
            scenario = RandomWorlds.with(scenario, wide ? reading : Reading.unknown(indicator.id()));
        }
        return scenario;
    }

    private static long completions(Scenario scenario) {
        long completions = 1;
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            completions = Math.min(completions * grades(scenario, indicator).size(), 1_000_000);
        }
        return completions;
    }

    private static void complete(Scenario scenario, int from, List<Weighed> all) {
        for (int i = from; i < RandomWorlds.INDICATORS.size(); i++) {
            Indicator indicator = RandomWorlds.INDICATORS.get(i);
            List<Grade> grades = grades(scenario, indicator);
            if (grades.size() > 1) {
                for (Grade grade : grades) {
                    double value = value(scenario, indicator, grade);
                    complete(RandomWorlds.with(scenario, indicator.id(), value), i + 1, all);
                }
                return;
            }
        }
        all.add(Weighed.of(scenario));
    }

    /** The possible grades of a reading. */
    private static List<Grade> grades(Scenario scenario, Indicator indicator) {
        Reading reading = scenario.reading(indicator.id());
        if (reading.status() == ReadingStatus.UNKNOWN) {
            return List.of(Grade.values()).subList(1, 6);
        }
        Grade low =
                scale(scenario, indicator).gradeOf(reading.range().orElseThrow().low());
        Grade high =
                scale(scenario, indicator).gradeOf(reading.range().orElseThrow().high());
        return List.of(Grade.values()).subList(low.ordinal(), high.ordinal() + 1);
    }

    private static GradeScale scale(Scenario scenario, Indicator indicator) {
        List<Double> cuts = scenario.assumptions().cutPoints().get(indicator.id());
        return cuts == null ? indicator.scale() : new GradeScale(cuts, indicator.whole());
    }

    private static double value(Scenario scenario, Indicator indicator, Grade grade) {
        return grade == Grade.VERY_LOW
                ? indicator.low()
                : scale(scenario, indicator).from(grade);
    }
}
