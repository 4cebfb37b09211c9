package entente.scenario;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.document.Node;
import entente.document.Node.BooleanNode;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.model.Assumptions;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingDistribution;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one layout of scenario files: fields in a fixed order, one line for each reading and each source, readings in
 * their short form if they have no details.
 */
public final class CanonicalScenario {

    private static final List<String> OBSERVED = List.of("relationship", "allianceInForce", "source");

    private CanonicalScenario() {}

    /** Writes the tree of a valid scenario file. */
    public static String write(Node root) {
        Map<String, Node> members = root instanceof ObjectNode object ? object.members() : Map.of();
        return "{\n"
                + ordered(members, ScenarioFileParser.FIELDS).entrySet().stream()
                        .map(member ->
                                "  " + quoted(member.getKey()) + ": " + field(member.getKey(), member.getValue()))
                        .collect(Collectors.joining(",\n"))
                + "\n}\n";
    }

    private static String field(String name, Node value) {
        if (name.equals("readings") && value instanceof ObjectNode readings) {
            return lines(
                    "{",
                    "}",
                    readings.members().entrySet().stream()
                            .map(reading -> quoted(reading.getKey()) + ": " + reading(reading.getValue()))
                            .toList());
        }
        if (name.equals("sources") && value instanceof ListNode sources) {
            return lines(
                    "[",
                    "]",
                    sources.items().stream()
                            .map(source -> inline(source, List.of("id", "ref")))
                            .toList());
        }
        return inline(value, name.equals("observed") ? OBSERVED : AssumptionsParser.FIELDS);
    }

    private static String lines(String open, String close, List<String> items) {
        return items.isEmpty() ? open + close : open + "\n    " + String.join(",\n    ", items) + "\n  " + close;
    }

    private static String reading(Node reading) {
        if (reading instanceof ObjectNode object && object.members().size() == 1) {
            Node only = object.members().values().iterator().next();
            boolean value = object.members().containsKey("value");
            boolean unknown = only instanceof TextNode text && text.text().equals("unknown");
            if (unknown || (value && only instanceof NumberNode)) {
                return inline(only, List.of());
            }
        }
        return inline(reading, ReadingParser.FIELDS);
    }

    /** On one line; members that the order does not name follow in the order of the document. */
    private static String inline(Node value, List<String> order) {
        if (value instanceof ObjectNode object) {
            return object.members().isEmpty()
                    ? "{}"
                    : ordered(object.members(), order).entrySet().stream()
                            .map(member -> quoted(member.getKey()) + ": " + inline(member.getValue(), List.of()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (value instanceof ListNode list) {
            return list.items().stream()
                    .map(item -> inline(item, List.of()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof NumberNode number) {
            return Numbers.finite(number.raw()).map(Numbers::plain).orElse(number.raw());
        }
        if (value instanceof BooleanNode truth) {
            return String.valueOf(truth.value());
        }
        return value instanceof TextNode text ? quoted(text.text()) : "null";
    }

    private static Map<String, Node> ordered(Map<String, Node> members, List<String> order) {
        Map<String, Node> ordered = new LinkedHashMap<>();
        order.stream()
                .filter(members::containsKey)
                .forEach(name -> ordered.put(name, Objects.requireNonNull(members.get(name))));
        members.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static String quoted(String text) {
        return CanonicalJson.write(text);
    }

    /** A scenario with its canonical form, which is itself a scenario file, and the digest of that. */
    static Scenario withDigest(Scenario scenario) {
        Map<String, Object> file = new TreeMap<>();
        file.put("schemaVersion", "1");
        file.put("id", scenario.id());
        file.put("title", scenario.title());
        scenario.narrative().ifPresent(n -> file.put("narrative", n));
        scenario.asOf().ifPresent(d -> file.put("asOf", d.toString()));
        file.put("horizonYears", scenario.horizonYears());
        file.put("readings", readings(scenario.readings()));
        putUnlessEmpty(file, "assumptions", assumptions(scenario.assumptions()));
        putUnlessEmpty(
                file,
                "sources",
                scenario.sources().stream()
                        .map(s -> Map.of("id", s.id(), "ref", s.ref()))
                        .toList());
        scenario.observed()
                .ifPresent(o -> file.put(
                        "observed",
                        Map.of(
                                "relationship", o.relationship().name(),
                                "allianceInForce", o.allianceInForce(),
                                "source", o.source())));
        String resolved = CanonicalJson.write(file);
        return scenario.withResolved(resolved).withSha256(Digest.sha256(resolved));
    }

    /** An unknown reading without further information is omitted, like a missing one, unless that is supposed. */
    private static Map<String, Object> readings(Map<String, Reading> readings) {
        Map<String, Object> all = new TreeMap<>();
        readings.forEach((id, reading) -> {
            Map<String, Object> entry = new TreeMap<>();
            reading.range().ifPresent(span -> {
                entry.put("value", span.value());
                if (span.wide()) {
                    entry.put("low", span.low());
                    entry.put("high", span.high());
                }
            });
            reading.distribution()
                    .ifPresent(distribution -> entry.put(ReadingParser.field(distribution), plain(distribution)));
            reading.source().ifPresent(s -> entry.put("source", s));
            reading.grade().ifPresent(g -> entry.put("grade", g.toString()));
            reading.asOf().ifPresent(d -> entry.put("asOf", d.toString()));
            reading.note().ifPresent(n -> entry.put("note", n));
            if (reading.supposedUnknown()) {
                entry.put("value", "unknown");
                entry.put("status", "assumed");
                all.put(id, entry);
            } else if (!entry.isEmpty() || reading.status() != ReadingStatus.UNKNOWN) {
                entry.put("status", reading.status().name().toLowerCase(Locale.ROOT));
                all.put(id, entry);
            }
        });
        return all;
    }

    private static Object plain(ReadingDistribution distribution) {
        return distribution instanceof GradeWeights weights ? byName(weights.byGrade()) : distribution.text();
    }

    private static Map<String, Object> byName(Map<? extends Enum<?>, ?> values) {
        Map<String, Object> named = new TreeMap<>();
        values.forEach((constant, value) -> named.put(constant.name(), value));
        return named;
    }

    private static Map<String, Object> assumptions(Assumptions assumptions) {
        Map<String, Object> all = new TreeMap<>();
        Map<String, Object> weights = new TreeMap<>();
        assumptions
                .weights()
                .forEach((question, changed) -> weights.put(question.name().toLowerCase(Locale.ROOT), byName(changed)));
        putUnlessEmpty(all, "weights", weights);
        putUnlessEmpty(all, "emphasis", assumptions.emphasis());
        putUnlessEmpty(all, "without", assumptions.without().stream().sorted().toList());
        putUnlessEmpty(all, "cutPoints", assumptions.cutPoints());
        assumptions.baseRatePercent().ifPresent(rate -> all.put("baseRatePercent", rate));
        assumptions.referenceClass().ifPresent(id -> all.put("referenceClass", id));
        return all;
    }

    private static void putUnlessEmpty(Map<String, Object> all, String name, Object values) {
        if (!values.equals(Map.of()) && !values.equals(List.of())) {
            all.put(name, values);
        }
    }
}
