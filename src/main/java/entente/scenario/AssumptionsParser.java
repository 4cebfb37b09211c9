package entente.scenario;

import entente.document.Fields;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Assumptions;
import entente.model.GradeScale;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.Strength;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;

/** Parses the assumptions of a scenario or of a separate file. */
@RequiredArgsConstructor
final class AssumptionsParser {

    static final List<String> FIELDS =
            List.of("weights", "emphasis", "without", "cutPoints", "baseRatePercent", "referenceClass");
    private static final double MAX_WEIGHT = 100;
    private static final double MAX_EMPHASIS = 2;

    private final Vocabulary vocabulary;
    private final ProblemCollector problems;

    Assumptions parse(Fields fields) {
        fields.allowOnly(FIELDS);
        return new Assumptions(
                fields.object("weights").map(this::weights).orElse(Map.of()),
                fields.object("emphasis")
                        .map(given -> numbers(
                                given,
                                "UNKNOWN_GROUP",
                                "barrier or driver",
                                vocabulary.catalogue().groups().stream()
                                        .map(Group::id)
                                        .toList(),
                                MAX_EMPHASIS))
                        .orElse(Map.of()),
                without(fields),
                fields.object("cutPoints").map(this::cutPoints).orElse(Map.of()),
                numberInRange(fields, "baseRatePercent", 0.1, 99)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()),
                referenceClass(fields));
    }

    private Optional<String> referenceClass(Fields fields) {
        if (fields.has("referenceClass") && fields.has("baseRatePercent")) {
            fields.reject(
                    "referenceClass",
                    "CONTRADICTION",
                    "A base rate is either assumed or that of a reference class: leave out one of the two.");
        }
        return fields.text("referenceClass").flatMap(id -> referenceClass(id, fields.at("referenceClass")));
    }

    private Optional<String> referenceClass(String id, Position at) {
        if (!vocabulary.referenceClasses().contains(id)) {
            at.rejectUnknown("UNKNOWN_REFERENCE_CLASS", "reference class", id, vocabulary.referenceClasses());
            return Optional.empty();
        }
        return Optional.of(id);
    }

    /** Merges two sets of assumptions; the second takes precedence for each name. */
    static Assumptions merge(Assumptions base, Assumptions overriding) {
        Map<Question, Map<Strength, Double>> weights = new TreeMap<>(base.weights());
        overriding.weights().forEach((question, changed) -> weights.merge(question, changed, AssumptionsParser::merge));
        Set<String> without = new TreeSet<>(base.without());
        without.addAll(overriding.without());
        boolean sameRate = overriding.baseRatePercent().isEmpty()
                && overriding.referenceClass().isEmpty();
        Assumptions rate = sameRate ? base : overriding;
        return new Assumptions(
                weights,
                merge(base.emphasis(), overriding.emphasis()),
                without,
                merge(base.cutPoints(), overriding.cutPoints()),
                rate.baseRatePercent(),
                rate.referenceClass());
    }

    private static <K extends Comparable<K>, V> Map<K, V> merge(Map<K, V> base, Map<K, V> overriding) {
        Map<K, V> merged = new TreeMap<>(base);
        merged.putAll(overriding);
        return merged;
    }

    /** What the options for single assumptions say; --without also takes the name of a kind of group, such as {@code barriers}. */
    Assumptions options(ScenarioOverrides overrides) {
        Set<String> without = new TreeSet<>();
        for (String id : overrides.without()) {
            List<String> kind = vocabulary.groupsOfKind(id);
            without.addAll(kind);
            if (kind.isEmpty()) {
                addIfKnown(id, new Position(ScenarioOverrides.WITHOUT + id, SourceLocation.NONE, problems), without);
            }
        }
        return Assumptions.NONE
                .withWithout(without)
                .withReferenceClass(overrides
                        .referenceClass()
                        .flatMap(id -> referenceClass(
                                id,
                                new Position(ScenarioOverrides.REFERENCE_CLASS + id, SourceLocation.NONE, problems))));
    }

    private Map<Question, Map<Strength, Double>> weights(Fields fields) {
        Map<Question, Map<Strength, Double>> weights = new TreeMap<>();
        fields.allowOnly("alliance", "partnership");
        for (Question question : Question.values()) {
            fields.object(question.name().toLowerCase(Locale.ROOT))
                    .map(table -> strengths(table, vocabulary.weights().getOrDefault(question, Map.of())))
                    .filter(changed -> !changed.isEmpty())
                    .ifPresent(changed -> weights.put(question, changed));
        }
        return weights;
    }

    /** @param book the points of the strengths that are not given */
    private static Map<Strength, Double> strengths(Fields table, Map<Strength, Double> book) {
        Map<Strength, Double> points = new TreeMap<>();
        List<String> names = book.keySet().stream().sorted().map(Enum::name).toList();
        numbers(table, "UNKNOWN_WEIGHT", "weight", names, MAX_WEIGHT)
                .forEach((name, value) -> points.put(Strength.valueOf(name), value));
        double least = 0;
        for (Strength strength : new TreeSet<>(book.keySet())) {
            double value = points.getOrDefault(strength, Objects.requireNonNull(book.get(strength)));
            if (value < least) {
                (table.has(strength.name()) ? table.at(strength.name()) : table.at())
                        .reject(
                                "BAD_WEIGHT",
                                "Points rise with the strength: " + strength + " has fewer than a weaker one.");
            }
            least = Math.max(least, value);
        }
        return points;
    }

    /** Numbers from 0 to a highest one, by known names. */
    private static Map<String, Double> numbers(
            Fields table, String code, String what, List<String> known, double highest) {
        Map<String, Double> numbers = new TreeMap<>();
        table.members().keySet().forEach(name -> {
            if (known.contains(name)) {
                numberInRange(table, name, 0, highest).ifPresent(value -> numbers.put(name, value));
            } else {
                table.at(name).rejectUnknown(code, what, name, known);
            }
        });
        return numbers;
    }

    private Set<String> without(Fields fields) {
        Set<String> without = new TreeSet<>();
        fields.texts("without", (id, at) -> addIfKnown(id, at, without));
        return without;
    }

    private void addIfKnown(String id, Position at, Set<String> without) {
        if (vocabulary.switchableIds().contains(id)) {
            without.add(id);
        } else {
            at.rejectUnknown("UNKNOWN_RULE", "rule or group", id, vocabulary.switchableIds());
        }
    }

    private Map<String, List<Double>> cutPoints(Fields fields) {
        Map<String, List<Double>> cutPoints = new TreeMap<>();
        fields.members().keySet().forEach(id -> {
            Optional<Indicator> indicator = vocabulary.catalogue().find(id);
            if (indicator.isEmpty()) {
                vocabulary.rejectIndicator(id, fields.at(id));
                return;
            }
            int before = problems.count();
            List<Double> cuts = fields.numbers(id);
            if (problems.count() > before) {
                return;
            }
            if (ascending(cuts, indicator.get())) {
                cutPoints.put(id, List.copyOf(cuts));
            } else {
                fields.reject(
                        id,
                        "BAD_CUT_POINTS",
                        "Cut points are four ascending numbers within the range of the indicator"
                                + (indicator.get().whole() ? ", whole ones for this one." : "."));
            }
        });
        return cutPoints;
    }

    private static boolean ascending(List<Double> cuts, Indicator indicator) {
        return GradeScale.isValid(cuts, indicator.low(), indicator.high())
                && (!indicator.whole() || cuts.stream().allMatch(c -> c == Math.rint(c)));
    }

    private static Optional<Double> numberInRange(Fields fields, String name, double low, double high) {
        Optional<Double> value = fields.number(name);
        if (value.isPresent() && (value.get() < low || value.get() > high)) {
            String range = Numbers.plain(low) + " to " + Numbers.plain(high);
            fields.at(name)
                    .reject(
                            "OUT_OF_RANGE",
                            Numbers.plain(value.get()) + " lies outside " + range + ".",
                            List.of(range));
            return Optional.empty();
        }
        return value;
    }
}
