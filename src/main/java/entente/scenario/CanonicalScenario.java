package entente.scenario;

import entente.document.CanonicalJson;
import entente.document.Node;
import entente.document.Node.BooleanNode;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.model.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
}
