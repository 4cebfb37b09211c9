package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Law 8: effects of removing a reading. */
@Tag("law")
class LeavingOutLawTest {

    private static final int ONE_POINT = 100;

    @Test
    void removedReadingKeepsOldLikelihoodAndRaisesNoConfidence() {
        Property.law(
                RandomWorlds::any,
                (scenario, random) -> randomKnownReading(scenario, random).ifPresent(indicator -> {
                    Assessment before = Shipped.ASSESSOR.assess(scenario);
                    Assessment after =
                            Shipped.ASSESSOR.assess(RandomWorlds.with(scenario, Reading.unknown(indicator.id())));
                    Interval interval = after.verdict().interval();
                    assertThat(before.verdict().likelihood())
                            .as("the old likelihood, without %s", indicator.id())
                            .isBetween(interval.low(), interval.high());
                    Confidence old = before.confidence();
                    Confidence now = after.confidence();
                    assertThat(now.coverage()).as("coverage").isLessThanOrEqualTo(old.coverage());
                    assertThat(now.sourceGrade()).as("source grade").isLessThanOrEqualTo(old.sourceGrade());
                    assertThat(now.age()).as("age").isLessThanOrEqualTo(old.age());
                    assertThat(now.known()).as("readings known").isEqualTo(old.known() - 1);
                }));
    }

    /** Law 8 as stated: removing any reading lowers coverage. */
    @Test
    void removedReadingLowersTheCoverage() {
        SoftAssertions all = new SoftAssertions();
        Scenario whole = Shipped.scenario("baseline-2018");
        double coverage = Shipped.ASSESSOR.assess(whole).confidence().coverage();
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            Scenario without = RandomWorlds.with(whole, Reading.unknown(indicator.id()));
            all.assertThat(Shipped.ASSESSOR.assess(without).confidence().coverage())
                    .as("coverage of baseline-2018 without %s", indicator.id())
                    .isLessThan(coverage);
        }
        all.assertAll();
    }

    /** One of the known readings. */
    private static Optional<Indicator> randomKnownReading(Scenario scenario, SplittableRandom random) {
        List<Indicator> known = RandomWorlds.INDICATORS.stream()
                .filter(i -> scenario.reading(i.id()).status() != ReadingStatus.UNKNOWN)
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    @Test
    void minorReadingMovesTheLikelihoodByAtMostOneBand() {
        List<Indicator> minor = RandomWorlds.INDICATORS.stream()
                .filter(LeavingOutLawTest::minor)
                .toList();
        assertThat(minor).as("readings of one point at most").hasSizeGreaterThan(10);
        Property.law(RandomWorlds::any, (scenario, random) -> {
            for (Indicator indicator : minor) {
                List<Percent> answers = new ArrayList<>();
                answers.add(Weighed.of(RandomWorlds.with(scenario, Reading.unknown(indicator.id())))
                        .likelihood());
                for (Grade grade : Grade.values()) {
                    if (grade != Grade.UNKNOWN) {
                        double value = RandomWorlds.first(indicator, grade);
                        answers.add(Weighed.of(RandomWorlds.with(scenario, indicator.id(), value))
                                .likelihood());
                    }
                }
                int lowest =
                        answers.stream().mapToInt(p -> p.band().ordinal()).min().orElseThrow();
                int highest =
                        answers.stream().mapToInt(p -> p.band().ordinal()).max().orElseThrow();
                assertThat(highest - lowest)
                        .as("bands that %s moves", indicator.id())
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    /** Read by no override or ceiling, and by claims of at most one point in total. */
    private static boolean minor(Indicator indicator) {
        List<Rule> readers = Shipped.BOOK.book().rules().stream()
                .filter(r -> r.conditions().stream().anyMatch(c -> c.indicator().equals(indicator.id())))
                .toList();
        double points = readers.stream()
                .flatMap(r -> r.alliance().stream())
                .mapToDouble(w -> Shipped.BOOK
                        .book()
                        .weights()
                        .alliance()
                        .get(w.strength())
                        .value())
                .sum();
        return readers.stream().allMatch(r -> r.kind() == RuleKind.CLAIM) && Math.rint(points * 100) <= ONE_POINT;
    }
}
