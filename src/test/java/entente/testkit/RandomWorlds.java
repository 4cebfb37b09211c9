package entente.testkit;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Reading.SourceGrade;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.ValueRange;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random scenarios over the whole input space and small changes to them. */
public final class RandomWorlds {

    public static final List<Indicator> INDICATORS =
            Shipped.BOOK.book().catalogue().indicators();
    public static final List<Scenario> SHIPPED =
            Shipped.scenarioIds().stream().map(Shipped::scenario).toList();

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
    private static final double[] UNKNOWN_SHARES = {0, 0.05, 0.3, 0.7};

    private RandomWorlds() {}

    /** Half are entirely random, half are shipped scenarios with some changed readings. */
    public static Scenario any(SplittableRandom random) {
        return random.nextBoolean() ? random(random) : moved(random);
    }

    /** Each reading unknown or anywhere in its range, by grade first, often on a cut point, at times with a range. */
    public static Scenario random(SplittableRandom random) {
        return random(random, Shipped.BOOK.book());
    }

    /** The same for the indicators of a book. */
    public static Scenario random(SplittableRandom random, RuleBook book) {
        return random(random, book.catalogue().indicators(), UNKNOWN_SHARES[random.nextInt(UNKNOWN_SHARES.length)]);
    }

    /** @param unknown the share of unknown readings */
    public static Scenario random(SplittableRandom random, List<Indicator> indicators, double unknown) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            readings.put(
                    indicator.id(),
                    random.nextDouble() < unknown ? Reading.unknown(indicator.id()) : reading(random, indicator));
        }
        return scenario(readings, random.nextInt(1, 11));
    }

    /** A shipped scenario with up to eight readings replaced or removed. */
    public static Scenario moved(SplittableRandom random) {
        Scenario scenario = SHIPPED.get(random.nextInt(SHIPPED.size()));
        for (int n = random.nextInt(9); n > 0; n--) {
            Indicator indicator = INDICATORS.get(random.nextInt(INDICATORS.size()));
            scenario = with(
                    scenario, random.nextInt(6) == 0 ? Reading.unknown(indicator.id()) : reading(random, indicator));
        }
        return scenario;
    }

    public static Scenario scenario(Map<String, Reading> readings, int horizonYears) {
        return new Scenario(
                "random",
                "A random world",
                Optional.empty(),
                Optional.of(TODAY),
                horizonYears,
                readings,
                Assumptions.NONE,
                List.of(),
                Optional.empty(),
                "{}",
                "0",
                Optional.empty());
    }

    /** Random assumptions about the shipped book: weights, emphasis, cut points, base rate or reference class, and disabled rules. */
    public static Assumptions assumptions(SplittableRandom random) {
        return assumptions(random, Shipped.BOOK.book());
    }

    /** The same for a book. */
    public static Assumptions assumptions(SplittableRandom random, RuleBook book) {
        Map<String, Double> emphasis = new TreeMap<>();
        book.catalogue().groups().forEach(group -> {
            if (random.nextInt(5) == 0) {
                emphasis.put(group.id(), random.nextBoolean() ? 0 : random.nextInt(9) / 4.0);
            }
        });
        List<String> switches = book.switchableIds().stream().sorted().toList();
        List<String> interplay = book.rules().stream()
                .filter(rule -> rule.kind() != RuleKind.CLAIM)
                .map(Rule::id)
                .toList();
        Set<String> without = new TreeSet<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            List<String> some = random.nextBoolean() || interplay.isEmpty() ? switches : interplay;
            without.add(some.get(random.nextInt(some.size())));
        }
        Map<String, List<Double>> cutPoints = new TreeMap<>();
        for (Indicator indicator : book.catalogue().indicators()) {
            if (!indicator.whole() && random.nextInt(10) == 0) {
                cutPoints.put(
                        indicator.id(),
                        random.doubles(4, indicator.low(), indicator.high())
                                .sorted()
                                .boxed()
                                .toList());
            }
        }
        int rate = random.nextInt(8);
        List<String> classes = book.referenceClasses().ids();
        return new Assumptions(
                random.nextBoolean() ? Map.of() : weights(random, book),
                emphasis,
                without,
                cutPoints,
                rate < 2 ? OptionalDouble.of(random.nextInt(1, 60)) : OptionalDouble.empty(),
                rate == 2 ? Optional.of(classes.get(random.nextInt(classes.size()))) : Optional.empty());
    }

    /** Random points for every strength of a book on both questions, rising with the strength, some of them zero. */
    public static Map<Question, Map<Strength, Double>> weights(SplittableRandom random, RuleBook book) {
        Map<Question, Map<Strength, Double>> weights = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Map<Strength, Double> table = new EnumMap<>(Strength.class);
            List<Strength> strengths =
                    new TreeSet<>(book.weights().of(question).keySet()).stream().toList();
            int[] points = random.ints(strengths.size(), 1, 1500)
                    .map(value -> random.nextInt(6) == 0 ? 0 : value)
                    .sorted()
                    .toArray();
            for (int n = 0; n < points.length; n++) {
                table.put(strengths.get(n), points[n] / 100.0);
            }
            weights.put(question, table);
        }
        return weights;
    }

    /** A random reading that is not unknown. */
    public static Reading reading(SplittableRandom random, Indicator indicator) {
        double value = value(random, indicator);
        ValueRange span = new ValueRange(value, value, value);
        if (random.nextInt(10) == 0) {
            double other = value(random, indicator);
            span = new ValueRange(value, Math.min(value, other), Math.max(value, other));
        }
        Optional<SourceGrade> grade = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new SourceGrade(
                        String.valueOf((char) ('A' + random.nextInt(6))), String.valueOf(1 + random.nextInt(6))));
        return Reading.unknown(indicator.id())
                .withStatus(random.nextInt(8) == 0 ? ReadingStatus.ASSUMED : ReadingStatus.KNOWN)
                .withRange(Optional.of(span))
                .withGrade(grade)
                .withAsOf(
                        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(TODAY.minusDays(random.nextInt(6000))));
    }

    public static double value(SplittableRandom random, Indicator indicator) {
        return value(random, indicator, Grade.values()[1 + random.nextInt(5)]);
    }

    /** A random value of the grade; for continuous values its lowest one half of the time. */
    public static double value(SplittableRandom random, Indicator indicator, Grade grade) {
        double first = first(indicator, grade);
        double last = last(indicator, grade);
        if (indicator.whole()) {
            return first + random.nextInt((int) (last - first) + 1);
        }
        return last > first && random.nextBoolean() ? random.nextDouble(first, last) : first;
    }

    public static double first(Indicator indicator, Grade grade) {
        return grade == Grade.VERY_LOW ? indicator.low() : indicator.scale().from(grade);
    }

    public static double last(Indicator indicator, Grade grade) {
        if (grade == Grade.VERY_HIGH) {
            return indicator.high();
        }
        GradeScale scale = indicator.scale();
        double next = scale.from(Grade.values()[grade.ordinal() + 1]);
        return indicator.whole() ? next - 1 : Math.nextDown(next);
    }

    public static Scenario with(Scenario scenario, String indicator, double value) {
        return with(scenario, Reading.known(indicator, value));
    }

    public static Scenario with(Scenario scenario, Reading reading) {
        Map<String, Reading> readings = new LinkedHashMap<>(scenario.readings());
        readings.put(reading.indicator(), reading);
        return scenario.withReadings(readings);
    }

    public static Scenario with(Scenario scenario, Assumptions assumptions) {
        return scenario.withAssumptions(assumptions);
    }

    public static String describe(Scenario scenario) {
        List<String> known = new ArrayList<>();
        scenario.readings()
                .forEach((id, reading) -> reading.range()
                        .ifPresent(s -> known.add(
                                id + " " + s.value() + (s.wide() ? " [" + s.low() + ", " + s.high() + "]" : ""))));
        return scenario.id() + ", " + scenario.horizonYears() + " years, "
                + (scenario.assumptions().isDefault() ? "" : scenario.assumptions() + ", ")
                + (known.isEmpty() ? "nothing known" : String.join(", ", known));
    }
}
