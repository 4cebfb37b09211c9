package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.Flip;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Outlook.SingleChange;
import entente.model.assessment.ReadingMove;
import entente.model.assessment.Verdict;
import entente.report.wording.MeasureText.GradeRange;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every statement of the form "this verdict if a reading is there" holds at both ends of the range of values that it names
 * and at every cut point within, on it and just below it, as assessments of the scenario with these readings show.
 */
@Tag("law")
class StatedRangeLawTest {

    /** Flips of a case that are checked, chosen at random. */
    private static final int FLIPS = 4;

    private static final int MOST_UNKNOWN = 12;

    enum Book {
        SHIPPED(Shipped.BOOK),
        RIVAL(Shipped.open(Shipped.RULES.resolve("rival"))),
        SECOND_PAIR(Shipped.open(Shipped.RULES.resolve("us-india")));

        private final LoadedRuleBook book;
        private final Assessor assessor;

        Book(LoadedRuleBook book) {
            this.book = book;
            this.assessor = new Assessor(book);
        }

        private Catalogue catalogue() {
            return book.book().catalogue();
        }

        /** A scenario, most often with assumptions. */
        private Scenario scenario(SplittableRandom random) {
            Scenario scenario = this == SECOND_PAIR || random.nextBoolean()
                    ? RandomWorlds.random(random, book.book())
                    : RandomWorlds.moved(random);
            return random.nextInt(3) == 0 ? scenario : RandomWorlds.with(scenario, assumptions(random));
        }

        /** With cut points of indicators in whole numbers, too. */
        private Assumptions assumptions(SplittableRandom random) {
            Assumptions some = RandomWorlds.assumptions(random, book.book());
            Map<String, List<Double>> cutPoints = new TreeMap<>(some.cutPoints());
            for (Indicator indicator : catalogue().indicators()) {
                if (indicator.whole() && indicator.high() - indicator.low() > 4 && random.nextInt(3) == 0) {
                    Set<Double> cuts = new TreeSet<>();
                    while (cuts.size() < 4) {
                        cuts.add((double) random.nextInt((int) indicator.low() + 1, (int) indicator.high() + 1));
                    }
                    cutPoints.put(indicator.id(), List.copyOf(cuts));
                }
            }
            return some.withCutPoints(cutPoints);
        }
    }

    @ParameterizedTest
    @EnumSource
    void singleChangesHoldForExactlyTheValuesThatTheyName(Book book) {
        Property.forAll(Math.min(Property.cases(), 1000), book::scenario, (scenario, random) -> {
            Assessment assessment = book.assessor.assess(scenario);
            Band now = assessment.verdict().likelihood().band();
            Check check = new Check(book, scenario);
            assessment.outlook().up().forEach(change -> {
                assertThat(change.likelihood().band()).isGreaterThan(now);
                check.holds(change);
            });
            assessment.outlook().down().forEach(change -> {
                assertThat(change.likelihood().band()).isLessThan(now);
                check.holds(change);
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void flipsHoldForAllCombinationsOfTheValuesThatTheyName(Book book) {
        // The search finds intervals of all flips, which takes long where much is unknown.
        Property.forAll(Math.min(Property.cases(), 200), book::scenario, (scenario, random) -> {
            if (book.assessor.assess(scenario).gaps().size() > MOST_UNKNOWN) {
                return;
            }
            FlipTarget target = target(random);
            FlipResult result = new FlipSearch(book.assessor).find(scenario, target, Set.of(), 2);
            List<Flip> flips = result.flips().stream()
                    .flatMap(flip -> Stream.concat(Stream.of(flip), flip.alternatives().stream()))
                    .toList();
            Check check = new Check(book, scenario);
            for (int n = 0; n < Math.min(FLIPS, flips.size()); n++) {
                Flip flip = flips.get(random.nextInt(flips.size()));
                assertThat(target.isMet(result.current().band(), flip.band())).isTrue();
                check.holds(flip);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void tippingPointsHoldForTheValuesThatTheyName(Book book) {
        Property.forAll(Math.min(Property.cases(), 1000), book::scenario, (scenario, random) -> {
            List<Swing> swings =
                    new SensitivityAnalysis(book.assessor).analyze(scenario).swings();
            Swing swing = swings.get(random.nextInt(swings.size()));
            Check check = new Check(book, scenario);
            check.holds(
                    swing, GradeOutcome::band, verdict -> verdict.likelihood().band());
            check.holds(swing, GradeOutcome::relationship, Verdict::relationship);
            check.holds(swing, GradeOutcome::likelihood, Verdict::likelihood);
        });
    }

    private static FlipTarget target(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> FlipTarget.UP;
            case 1 -> FlipTarget.DOWN;
            default -> FlipTarget.to(Band.values()[random.nextInt(Band.values().length)]);
        };
    }

    /** Assessments of a scenario with other readings. */
    private record Check(Book book, Scenario scenario) {

        void holds(SingleChange change) {
            ReadingMove move = change.move();
            List<Percent> over = verdicts(List.of(move)).stream()
                    .map(Verdict::likelihood)
                    .sorted()
                    .toList();
            assertThat(over)
                    .as("%s", move)
                    .extracting(Percent::band)
                    .containsOnly(change.likelihood().band());
            assertThat(over.get(0)).as("%s", move).isEqualTo(change.lowest());
            assertThat(over.get(over.size() - 1)).as("%s", move).isEqualTo(change.highest());
            assertThat(verdict(Map.of(move.indicator(), move.to())).likelihood())
                    .isEqualTo(change.likelihood());
            Indicator indicator = indicator(move);
            move.below()
                    .ifPresent(cut -> assertThat(verdict(Map.of(move.indicator(), cut))
                                    .likelihood()
                                    .band())
                            .as("above the range of %s", move)
                            .isNotEqualTo(change.likelihood().band()));
            move.atLeast()
                    .ifPresent(cut -> assertThat(verdict(Map.of(move.indicator(), justBelow(indicator, cut)))
                                    .likelihood()
                                    .band())
                            .as("below the range of %s", move)
                            .isNotEqualTo(change.likelihood().band()));
        }

        void holds(Flip flip) {
            List<Verdict> verdicts = verdicts(flip.moves());
            List<Percent> over =
                    verdicts.stream().map(Verdict::likelihood).sorted().toList();
            assertThat(over).as("%s", flip).extracting(Percent::band).containsOnly(flip.band());
            assertThat(over.get(0)).as("%s", flip).isEqualTo(flip.lowest());
            assertThat(over.get(over.size() - 1)).as("%s", flip).isEqualTo(flip.highest());
            List<Interval> intervals = verdicts.stream().map(Verdict::interval).toList();
            assertThat(intervals.stream().map(Interval::low).min(Comparator.naturalOrder()))
                    .as("%s", flip)
                    .hasValue(flip.interval().low());
            assertThat(intervals.stream().map(Interval::high).max(Comparator.naturalOrder()))
                    .as("%s", flip)
                    .hasValue(flip.interval().high());
            Map<String, Double> nearest = new LinkedHashMap<>();
            flip.moves().forEach(move -> nearest.put(move.indicator(), move.to()));
            assertThat(verdict(nearest).likelihood()).isEqualTo(flip.likelihood());
        }

        <T> void holds(Swing swing, Function<GradeOutcome, T> stated, Function<Verdict, T> got) {
            Indicator indicator = book.catalogue().indicator(swing.indicator());
            for (GradeRange range : GradeRange.of(swing, stated)) {
                for (double value : values(indicator, range.atLeast(), range.below())) {
                    assertThat(got.apply(verdict(Map.of(indicator.id(), value))))
                            .as("%s at %s", indicator.id(), value)
                            .isEqualTo(stated.apply(range.outcomes().get(0)));
                }
            }
        }

        private List<Verdict> verdicts(List<ReadingMove> moves) {
            List<Map<String, Double>> combinations = List.of(Map.of());
            for (ReadingMove move : moves) {
                List<Map<String, Double>> more = new ArrayList<>();
                for (Map<String, Double> before : combinations) {
                    for (double value : values(indicator(move), move.atLeast(), move.below())) {
                        Map<String, Double> with = new LinkedHashMap<>(before);
                        with.put(move.indicator(), value);
                        more.add(with);
                    }
                }
                combinations = more;
            }
            return combinations.stream().map(this::verdict).toList();
        }

        private Verdict verdict(Map<String, Double> values) {
            return book.assessor.assess(with(values)).verdict();
        }

        private Scenario with(Map<String, Double> values) {
            Scenario changed = scenario;
            for (Map.Entry<String, Double> value : values.entrySet()) {
                changed = RandomWorlds.with(changed, Reading.known(value.getKey(), value.getValue()));
            }
            return changed;
        }

        private Indicator indicator(ReadingMove move) {
            return book.catalogue().indicator(move.indicator());
        }

        /** Both ends of a range; every whole number within, or each cut point and a number just below it. */
        private Set<Double> values(Indicator indicator, OptionalDouble atLeast, OptionalDouble below) {
            double first = atLeast.orElse(indicator.low());
            double last = below.isPresent() ? justBelow(indicator, below.getAsDouble()) : indicator.high();
            Set<Double> values = new TreeSet<>(List.of(first, last));
            if (indicator.whole()) {
                IntStream.rangeClosed((int) first, (int) last).forEach(value -> values.add((double) value));
            }
            for (double cut : scenario.assumptions().scale(indicator).cuts()) {
                values.add(cut);
                values.add(justBelow(indicator, cut));
            }
            values.removeIf(value -> value < first || value > last);
            return values;
        }

        private static double justBelow(Indicator indicator, double cut) {
            return indicator.whole() ? cut - 1 : Numbers.justBelow(cut);
        }
    }
}
