package entente.rulebook;

import static entente.rulebook.YamlFields.entries;
import static entente.rulebook.YamlFields.parameter;
import static entente.rulebook.YamlFields.part;
import static entente.rulebook.YamlFields.someEntries;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Catalogue;
import entente.model.Numbers;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.ReferenceClasses;
import entente.model.rule.ReferenceClasses.Counts;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.ConfidenceParameters;
import entente.model.rule.RuleBook.OtherReading;
import entente.model.rule.RuleBook.Parameter;
import entente.model.rule.RuleBook.RelationshipThresholds;
import entente.model.rule.RuleBook.WeightTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** Reads {@code weights.yaml}. */
@RequiredArgsConstructor
final class WeightsReader {

    private static final List<Relationship> FLOORS = List.of(
            Relationship.WEAKENING,
            Relationship.MIXED,
            Relationship.STRATEGIC_PARTNERSHIP,
            Relationship.INFORMAL_ALLIANCE);

    private static final List<String> PARTS =
            List.of("version", "weights", "ceilings", "relationship", "referenceClasses", "confidence", "otherReading");
    private static final Pattern REFERENCE_CLASS = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final String[] CONFIDENCE = {
        "sourceReliability",
        "sourceCredibility",
        "ungraded",
        "assumed",
        "age",
        "levels",
        "robustness",
        "longViewYears",
        "wideIntervalBands"
    };

    private final ProblemCollector problems;

    /** A book with the content of the file, without catalogue, rules and digest. */
    Optional<RuleBook> read(Node root) {
        return Fields.of(root, "#", problems).map(this::file);
    }

    private RuleBook file(Fields fields) {
        fields.allowOnly(PARTS);
        fields.require("version");
        Fields weights = part(fields, "weights");
        return new RuleBook(
                fields.text("version").orElse(""),
                "",
                "",
                Catalogue.EMPTY,
                List.of(),
                new WeightTable(strengths(weights, "alliance"), strengths(weights, "partnership")),
                ceilings(part(fields, "ceilings")),
                relationship(part(fields, "relationship", "floors", "operational")),
                referenceClasses(part(fields, "referenceClasses", "default", "classes")),
                confidence(part(fields, "confidence", CONFIDENCE)),
                fields.object("otherReading").map(WeightsReader::otherReading));
    }

    private static OtherReading otherReading(Fields other) {
        other.allowOnly("source", "finding", "book");
        return new OtherReading(
                other.requiredText("source").orElse(""),
                other.requiredText("finding").orElse(""),
                other.has("book") ? other.requiredText("book") : Optional.empty());
    }

    private Map<Strength, Parameter> strengths(Fields weights, String question) {
        Map<Strength, Parameter> table = new EnumMap<>(Strength.class);
        Fields given = part(weights, question);
        if (given.members().isEmpty()) {
            given.at().reject("BAD_WEIGHT", "A book gives points to at least one strength.");
        }
        double last = 0;
        for (var entry : someEntries(given, List.of(Strength.values()), "points", "reason")
                .entrySet()) {
            int before = problems.count();
            Parameter parameter = parameter(entry.getValue(), "points");
            table.put(entry.getKey(), parameter);
            if (problems.count() > before) {
                continue;
            }
            if (parameter.value() <= last) {
                entry.getValue().at().reject("BAD_WEIGHT", "Weights are above zero and rise with the strength.");
            }
            last = parameter.value();
        }
        return table;
    }

    private static Map<CeilingKind, Ceiling> ceilings(Fields table) {
        Map<CeilingKind, Ceiling> ceilings = new EnumMap<>(CeilingKind.class);
        Ceiling last = null;
        List<CeilingKind> kinds = List.of(CeilingKind.values());
        for (var entry : entries(table, kinds, "kneePercent", "share", "limitPercent", "reason")
                .entrySet()) {
            Fields fields = entry.getValue();
            Ceiling ceiling = Ceiling.of(
                    entry.getKey(),
                    percent(fields, "kneePercent"),
                    fields.number("share").orElse(0.0),
                    percent(fields, "limitPercent"),
                    fields.requiredText("reason").orElse(""));
            boolean lower = ceiling.kind() != CeilingKind.INCIDENT && last != null && ceiling.leavesLess(last);
            if (ceiling.share() < 0 || ceiling.share() > 1 || lower) {
                fields.at()
                        .reject(
                                "BAD_CEILING",
                                "A share lies between 0 and 1, and no ceiling from NO_SWITCH to WORKING_PACT leaves less than the one before.");
            }
            last = ceiling;
            ceilings.put(ceiling.kind(), ceiling);
        }
        return ceilings;
    }

    private static OptionalDouble percent(Fields fields, String name) {
        return fields.at(name)
                .check(
                        fields.number(name),
                        percent -> percent > 0 && percent < 100,
                        "OUT_OF_RANGE",
                        "A percentage here must be greater than 0 and less than 100.")
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static RelationshipThresholds relationship(Fields given) {
        Map<Relationship, Parameter> floors = new EnumMap<>(Relationship.class);
        double last = Double.NEGATIVE_INFINITY;
        for (var entry :
                entries(part(given, "floors"), FLOORS, "from", "reason").entrySet()) {
            Parameter parameter = parameter(entry.getValue(), "from");
            if (parameter.value() <= last) {
                entry.getValue().reject("from", "BAD_FLOOR", "Floors must be ascending.");
            }
            last = parameter.value();
            floors.put(entry.getKey(), parameter);
        }
        Fields operational = part(given, "operational", "withPact", "withSwitch");
        Fields withPact = part(operational, "withPact", "tag", "percent", "reason");
        return new RelationshipThresholds(
                floors,
                withPact.requiredText("tag").orElse(""),
                parameter(withPact, "percent"),
                parameter(part(operational, "withSwitch", "percent", "reason"), "percent"));
    }

    private static ReferenceClasses referenceClasses(Fields given) {
        Fields classes = part(given, "classes");
        List<ReferenceClass> all = new ArrayList<>();
        entries(
                        classes,
                        classes.members().keySet(),
                        "label",
                        "upgrades",
                        "windows",
                        "independentWindows",
                        "percent",
                        "reason")
                .forEach((id, fields) -> all.add(referenceClass(id, fields)));
        all.sort(Comparator.comparingDouble((ReferenceClass one) -> one.rate().value())
                .thenComparing(ReferenceClass::id));
        ReferenceClasses read =
                new ReferenceClasses(given.requiredText("default").orElse(""), List.copyOf(all));
        if (given.has("classes") && read.find(read.standard()).isEmpty()) {
            given.at("default")
                    .rejectUnknown("UNKNOWN_REFERENCE_CLASS", "reference class", read.standard(), read.ids());
        }
        return read;
    }

    private static ReferenceClass referenceClass(String id, Fields fields) {
        if (!REFERENCE_CLASS.matcher(id).matches()) {
            fields.at().reject("BAD_ID", "An id is lower-case letters, digits and hyphens.");
        }
        double percent = fields.at("percent")
                .check(
                        fields.requiredNumber("percent"),
                        value -> value >= 0.1 && value <= 99,
                        "OUT_OF_RANGE",
                        "A base rate lies between 0.1 and 99 percent.")
                .orElse(0.0);
        Optional<Counts> counts = counts(fields);
        counts.map(counted -> Numbers.rounded(counted.percent(), 1))
                .filter(counted -> percent > 0 && counted != percent)
                .ifPresent(counted -> fields.reject(
                        "percent",
                        "BAD_REFERENCE_CLASS",
                        "Its counts give " + Numbers.plain(counted) + " percent, not " + Numbers.plain(percent) + "."));
        return new ReferenceClass(
                id,
                fields.requiredText("label").orElse(""),
                counts,
                new Parameter(percent, fields.requiredText("reason").orElse("")));
    }

    /** Empty where nothing is counted. */
    private static Optional<Counts> counts(Fields fields) {
        if (Stream.of("upgrades", "windows", "independentWindows").noneMatch(fields::has)) {
            return Optional.empty();
        }
        Optional<Double> given = fields.requiredNumber("upgrades");
        Optional<Double> of = fields.requiredNumber("windows");
        if (given.isEmpty() || of.isEmpty()) {
            return Optional.empty();
        }
        double upgrades = given.get();
        double windows = of.get();
        double independent = fields.number("independentWindows").orElse(0.0);
        boolean whole = Stream.of(upgrades, windows, independent).allMatch(count -> count == Math.rint(count));
        if (!whole || upgrades < 0 || upgrades > windows || independent < 0 || independent > windows || windows < 1) {
            fields.at()
                    .reject(
                            "BAD_REFERENCE_CLASS",
                            "Counts are whole numbers: at least one window, and no more upgrades or independent windows than windows.");
            return Optional.empty();
        }
        return Optional.of(new Counts((int) upgrades, (int) windows, (int) independent));
    }

    private static ConfidenceParameters confidence(Fields given) {
        Fields levels = part(given, "levels", "high", "moderate");
        Fields assumed = part(given, "assumed", "coverage", "sourceScore", "reason");
        Fields age = part(given, "age", "freshYears", "worthlessYears", "reason");
        return new ConfidenceParameters(
                scores(given, "sourceReliability", "A", "B", "C", "D", "E", "F"),
                scores(given, "sourceCredibility", "1", "2", "3", "4", "5", "6"),
                parameter(part(given, "ungraded", "score", "reason"), "score"),
                parameter(assumed, "coverage"),
                parameter(assumed, "sourceScore"),
                parameter(age, "freshYears"),
                parameter(age, "worthlessYears"),
                parameter(part(levels, "high", "from", "reason"), "from"),
                parameter(part(levels, "moderate", "from", "reason"), "from"),
                parameter(part(given, "robustness", "stepDownBelow", "reason"), "stepDownBelow"),
                parameter(part(given, "longViewYears", "years", "reason"), "years"),
                parameter(part(given, "wideIntervalBands", "bands", "reason"), "bands"));
    }

    private static Map<String, Parameter> scores(Fields given, String name, String... keys) {
        Map<String, Parameter> scores = new TreeMap<>();
        entries(part(given, name), List.of(keys), "score", "reason").forEach((key, entry) -> {
            Parameter score = parameter(entry, "score");
            if (score.value() < 0 || score.value() > 1) {
                entry.reject("score", "OUT_OF_RANGE", "A score lies between 0 and 1.");
            }
            scores.put(key, score);
        });
        return scores;
    }
}
