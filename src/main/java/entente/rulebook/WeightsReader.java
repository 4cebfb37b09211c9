package entente.rulebook;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Strength;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.ConfidenceParameters;
import entente.model.rule.Parameter;
import entente.model.rule.RelationshipThresholds;
import entente.model.rule.WeightTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code weights.yaml}. */
final class WeightsReader {

    /** The content of {@code weights.yaml}. */
    record Numbers(
            String version,
            WeightTable weights,
            Map<CeilingKind, Ceiling> ceilings,
            RelationshipThresholds relationship,
            Map<Integer, Parameter> baseRates,
            List<Double> outsideView,
            ConfidenceParameters confidence,
            Optional<String> otherReading) {}

    private static final List<Relationship> FLOORS = List.of(
            Relationship.WEAKENING,
            Relationship.MIXED,
            Relationship.STRATEGIC_PARTNERSHIP,
            Relationship.INFORMAL_ALLIANCE);

    private final ProblemCollector problems;

    WeightsReader(ProblemCollector problems) {
        this.problems = problems;
    }

    Optional<Numbers> read(Node root) {
        return Fields.of(root, "#", problems).map(this::file);
    }

    private Numbers file(Fields fields) {
        List<String> parts =
                List.of("version", "weights", "ceilings", "relationship", "baseRates", "outsideView", "confidence");
        List<String> known = new ArrayList<>(parts);
        known.add("otherReading");
        fields.allowOnly(known);
        parts.forEach(fields::require);
        Optional<Fields> weights = fields.object("weights");
        return new Numbers(
                fields.text("version").orElse(""),
                new WeightTable(strengths(weights, "alliance"), strengths(weights, "partnership")),
                fields.object("ceilings").map(this::ceilings).orElse(Map.of()),
                relationship(fields),
                baseRates(fields),
                outsideView(fields),
                new ConfidenceReader(problems).read(fields.object("confidence")),
                fields.has("otherReading") ? fields.requiredText("otherReading") : Optional.empty());
    }

    private Map<Strength, Parameter> strengths(Optional<Fields> weights, String question) {
        Map<Strength, Parameter> table = new EnumMap<>(Strength.class);
        weights.ifPresent(w -> w.require(question));
        weights.flatMap(w -> w.object(question)).ifPresent(given -> {
            given.allowOnly(Arrays.stream(Strength.values()).map(Enum::name).toList());
            double last = 0;
            for (Strength strength : Strength.values()) {
                given.require(strength.name());
                Optional<Fields> entry = given.object(strength.name());
                int before = problems.count();
                Parameter parameter = entry.map(
                                e -> YamlFields.parameter(e.allowOnly(List.of("points", "reason")), "points"))
                        .orElse(new Parameter(0, ""));
                table.put(strength, parameter);
                if (entry.isEmpty() || problems.count() > before) {
                    continue;
                }
                if (parameter.value() <= last) {
                    problems.add(
                            given.pointer(strength.name()),
                            given.location(strength.name()),
                            "BAD_WEIGHT",
                            "Weights are above zero and rise from slight to decisive.");
                }
                last = parameter.value();
            }
        });
        return table;
    }

    private Map<CeilingKind, Ceiling> ceilings(Fields given) {
        Map<CeilingKind, Ceiling> ceilings = new EnumMap<>(CeilingKind.class);
        given.allowOnly(Arrays.stream(CeilingKind.values()).map(Enum::name).toList());
        Ceiling last = null;
        for (CeilingKind kind : CeilingKind.values()) {
            given.require(kind.name());
            Optional<Fields> entry = given.object(kind.name());
            if (entry.isEmpty()) {
                continue;
            }
            Fields fields = entry.get().allowOnly(List.of("kneePercent", "share", "limitPercent", "reason"));
            Ceiling ceiling = Ceiling.of(
                    kind,
                    percent(fields, "kneePercent"),
                    fields.number("share").orElse(0),
                    percent(fields, "limitPercent"),
                    fields.requiredText("reason").orElse(""));
            boolean lower = kind != CeilingKind.INCIDENT && lower(ceiling, last);
            if (ceiling.share() < 0 || ceiling.share() > 1 || lower) {
                problems.add(
                        fields.pointer(),
                        fields.location(),
                        "BAD_CEILING",
                        "A share lies between 0 and 1, and no ceiling from NO_SWITCH to WORKING_PACT leaves less than the one before.");
            }
            last = ceiling;
            ceilings.put(kind, ceiling);
        }
        return ceilings;
    }

    /** Whether this ceiling leaves less of some sum than the previous one; intervals depend on this order. */
    private static boolean lower(Ceiling ceiling, @Nullable Ceiling before) {
        for (int hundredths = -5000; before != null && hundredths <= 10_000; hundredths++) {
            Points points = new Points(hundredths);
            if (ceiling.apply(points).compareTo(before.apply(points)) < 0) {
                return true;
            }
        }
        return false;
    }

    private OptionalDouble percent(Fields fields, String name) {
        OptionalDouble percent = fields.number(name);
        if (percent.isPresent() && (percent.getAsDouble() <= 0 || percent.getAsDouble() >= 100)) {
            problems.add(
                    fields.pointer(name),
                    fields.location(name),
                    "OUT_OF_RANGE",
                    "A percentage here must be greater than 0 and less than 100.");
            return OptionalDouble.empty();
        }
        return percent;
    }

    private RelationshipThresholds relationship(Fields file) {
        Map<Relationship, Parameter> floors = new EnumMap<>(Relationship.class);
        Optional<Fields> given = file.object("relationship").map(r -> r.allowOnly(List.of("floors", "operational")));
        given.flatMap(r -> r.object("floors")).ifPresent(f -> {
            f.allowOnly(FLOORS.stream().map(Enum::name).toList());
            double last = Double.NEGATIVE_INFINITY;
            for (Relationship state : FLOORS) {
                f.require(state.name());
                Optional<Fields> entry = f.object(state.name());
                if (entry.isPresent()) {
                    Parameter parameter =
                            YamlFields.parameter(entry.get().allowOnly(List.of("from", "reason")), "from");
                    if (parameter.value() <= last) {
                        problems.add(
                                entry.get().pointer("from"),
                                entry.get().location("from"),
                                "BAD_FLOOR",
                                "Floors must be ascending.");
                    }
                    last = parameter.value();
                    floors.put(state, parameter);
                }
            }
        });
        Optional<Fields> operational =
                given.flatMap(r -> r.object("operational")).map(o -> o.allowOnly(List.of("withPact", "withSwitch")));
        Optional<Fields> withPact = operational(operational, "withPact", List.of("tag", "percent", "reason"));
        return new RelationshipThresholds(
                floors,
                withPact.flatMap(pact -> pact.requiredText("tag")).orElse(""),
                percentage(withPact),
                percentage(operational(operational, "withSwitch", List.of("percent", "reason"))));
    }

    private static Optional<Fields> operational(Optional<Fields> operational, String name, List<String> known) {
        operational.ifPresent(given -> given.require(name));
        return operational.flatMap(given -> given.object(name)).map(entry -> entry.allowOnly(known));
    }

    private static Parameter percentage(Optional<Fields> entry) {
        return entry.map(given -> YamlFields.parameter(given, "percent")).orElse(new Parameter(0, ""));
    }

    private Map<Integer, Parameter> baseRates(Fields file) {
        Map<Integer, Parameter> rates = new TreeMap<>();
        file.object("baseRates").ifPresent(given -> {
            given.allowOnly(List.of("1", "5", "10"));
            for (int years : List.of(1, 5, 10)) {
                given.require(String.valueOf(years));
                given.object(String.valueOf(years)).ifPresent(entry -> {
                    percent(entry, "percent");
                    rates.put(years, YamlFields.parameter(entry.allowOnly(List.of("percent", "reason")), "percent"));
                });
            }
        });
        return rates;
    }

    private List<Double> outsideView(Fields file) {
        return file.object("outsideView")
                .map(given -> {
                    given.allowOnly(List.of("percents", "reason"));
                    given.require("reason");
                    List<Double> percents =
                            new ArrayList<>(given.numbers("percents").values());
                    if (percents.stream().anyMatch(p -> p <= 0 || p >= 100)) {
                        problems.add(
                                given.pointer("percents"),
                                given.location("percents"),
                                "OUT_OF_RANGE",
                                "A base rate must be greater than 0 and less than 100.");
                    }
                    return percents;
                })
                .orElse(List.of());
    }
}
