package entente.document;

import entente.model.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares two trees completely by content: members in any order, numbers by value. A path names an item of a list by its
 * number or, where each item of both lists begins with a name of its own, by that name, so that items which were added
 * or removed do not move the others.
 */
public final class TreeComparison {

    private TreeComparison() {}

    /**
     * A difference between two trees.
     *
     * @param path a JSON pointer in which items of lists have names where they begin with one
     * @param before empty if only the second tree has a value
     * @param after empty if only the first tree has a value
     */
    public record Difference(String path, Optional<Node> before, Optional<Node> after) {}

    /** All differences in the order of the second tree; a list of plain values is compared as one value. */
    public static List<Difference> differences(Node before, Node after) {
        List<Difference> found = new ArrayList<>();
        compare(before, after, "#", found);
        return found;
    }

    private static void compare(Node before, Node after, String at, List<Difference> found) {
        if (before instanceof Node.ObjectNode one && after instanceof Node.ObjectNode other) {
            compare(one.members(), other.members(), at, found);
        } else if (before instanceof Node.ListNode one
                && after instanceof Node.ListNode other
                && !(isPlain(one) && isPlain(other))) {
            List<String> name =
                    pathOfName((other.items().isEmpty() ? one : other).items().get(0));
            Optional<Map<String, Node>> named = byName(one, name);
            Optional<Map<String, Node>> namedOther = byName(other, name);
            if (named.isPresent() && namedOther.isPresent()) {
                compareOrder(named.get(), namedOther.get(), at, found);
                compare(named.get(), namedOther.get(), at, found);
            } else {
                compare(byNumber(one), byNumber(other), at, found);
            }
        } else if (!sameValue(before, after)) {
            found.add(new Difference(at, Optional.of(before), Optional.of(after)));
        }
    }

    private static void compare(Map<String, Node> one, Map<String, Node> other, String at, List<Difference> found) {
        other.forEach((name, value) -> {
            String path = Position.below(at, name);
            Node match = one.get(name);
            if (match == null) {
                found.add(new Difference(path, Optional.empty(), Optional.of(value)));
            } else {
                compare(match, value, path, found);
            }
        });
        one.forEach((name, value) -> {
            if (!other.containsKey(name)) {
                found.add(new Difference(Position.below(at, name), Optional.of(value), Optional.empty()));
            }
        });
    }

    private static void compareOrder(
            Map<String, Node> one, Map<String, Node> other, String at, List<Difference> found) {
        List<String> before = new ArrayList<>(one.keySet());
        List<String> after = new ArrayList<>(other.keySet());
        before.retainAll(other.keySet());
        after.retainAll(one.keySet());
        if (!before.equals(after)) {
            found.add(new Difference(at, Optional.of(listOf(before)), Optional.of(listOf(after))));
        }
    }

    private static Node listOf(List<String> texts) {
        return new Node.ListNode(
                texts.stream()
                        .<Node>map(text -> new Node.TextNode(text, SourceLocation.NONE))
                        .toList(),
                SourceLocation.NONE);
    }

    /** Whether a list has neither objects nor lists. */
    private static boolean isPlain(Node.ListNode list) {
        return list.items().stream()
                .noneMatch(item -> item instanceof Node.ObjectNode || item instanceof Node.ListNode);
    }

    /** The names of the members that lead to the text with which an item begins; empty if it begins with another value. */
    private static List<String> pathOfName(Node item) {
        List<String> path = new ArrayList<>();
        Node at = item;
        while (at instanceof Node.ObjectNode object && !object.members().isEmpty()) {
            Map.Entry<String, Node> first =
                    object.members().entrySet().iterator().next();
            path.add(first.getKey());
            at = first.getValue();
        }
        return at instanceof Node.TextNode ? path : List.of();
    }

    /** The items by their names; empty if one has none, or the same as another. */
    private static Optional<Map<String, Node>> byName(Node.ListNode list, List<String> path) {
        Map<String, Node> named = new LinkedHashMap<>();
        for (Node item : list.items()) {
            Node name = item;
            for (String step : path) {
                name = name instanceof Node.ObjectNode object ? object.members().get(step) : null;
            }
            if (path.isEmpty() || !(name instanceof Node.TextNode text) || named.put(text.text(), item) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }

    private static Map<String, Node> byNumber(Node.ListNode list) {
        Map<String, Node> numbered = new LinkedHashMap<>();
        list.items().forEach(item -> numbered.put(String.valueOf(numbered.size()), item));
        return numbered;
    }

    private static boolean sameValue(Node one, Node other) {
        if (one instanceof Node.NumberNode number && other instanceof Node.NumberNode more) {
            return number.raw().equals(more.raw()) || sameNumber(number.raw(), more.raw());
        }
        if (one instanceof Node.ListNode list && other instanceof Node.ListNode more) {
            return list.items().size() == more.items().size()
                    && IntStream.range(0, list.items().size())
                            .allMatch(i ->
                                    sameValue(list.items().get(i), more.items().get(i)));
        }
        return one.kind().equals(other.kind()) && one.toJava().equals(other.toJava());
    }

    private static boolean sameNumber(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException exponentTooLarge) {
            return false;
        }
    }

    /** The whole value: text unquoted, anything else as JSON. */
    public static String text(Node node) {
        if (node instanceof Node.TextNode text) {
            return text.text();
        }
        if (node instanceof Node.NumberNode number) {
            return Numbers.finite(number.raw()).map(Numbers::plain).orElse(number.raw());
        }
        return json(node);
    }

    private static String json(Node node) {
        if (node instanceof Node.ObjectNode object) {
            return object.members().entrySet().stream()
                    .map(member -> CanonicalJson.write(member.getKey()) + ":" + json(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof Node.ListNode list) {
            return list.items().stream().map(TreeComparison::json).collect(Collectors.joining(",", "[", "]"));
        }
        return node instanceof Node.TextNode text
                ? CanonicalJson.write(text.text())
                : node instanceof Node.NumberNode number ? number.raw() : node.kind();
    }
}
