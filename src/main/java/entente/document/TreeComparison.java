package entente.document;

import entente.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two trees by content: members in any order, numbers by value. */
public final class TreeComparison {

    private TreeComparison() {}

    /**
     * A difference between two trees.
     *
     * @param before empty if only the second tree has a value
     * @param after empty if only the first tree has a value
     */
    public record Difference(String pointer, Optional<Node> before, Optional<Node> after) {}

    /**
     * All differences in the order of the first tree. Lists of different lengths are one difference.
     *
     * @param mayGrow whether additional members in the second tree are ignored
     */
    public static List<Difference> differences(Node before, Node after, String pointer, boolean mayGrow) {
        List<Difference> found = new ArrayList<>();
        compare(before, after, pointer, mayGrow, found);
        return found;
    }

    private static void compare(Node before, Node after, String at, boolean mayGrow, List<Difference> found) {
        if (before instanceof Node.ObjectNode one && after instanceof Node.ObjectNode other) {
            members(one.members(), other.members(), at, mayGrow, found);
        } else if (before instanceof Node.ListNode one
                && after instanceof Node.ListNode other
                && one.items().size() == other.items().size()) {
            for (int i = 0; i < one.items().size(); i++) {
                compare(one.items().get(i), other.items().get(i), at + "/" + i, mayGrow, found);
            }
        } else if (!sameValue(before, after)) {
            found.add(new Difference(at, Optional.of(before), Optional.of(after)));
        }
    }

    private static void members(
            Map<String, Node> one, Map<String, Node> other, String at, boolean mayGrow, List<Difference> found) {
        one.forEach((name, value) -> {
            Node match = other.get(name);
            String pointer = Position.below(at, name);
            if (match == null) {
                found.add(new Difference(pointer, Optional.of(value), Optional.empty()));
            } else {
                compare(value, match, pointer, mayGrow, found);
            }
        });
        other.forEach((name, value) -> {
            if (!mayGrow && !one.containsKey(name)) {
                found.add(new Difference(Position.below(at, name), Optional.empty(), Optional.of(value)));
            }
        });
    }

    private static boolean sameValue(Node one, Node other) {
        if (one instanceof Node.TextNode text && other instanceof Node.TextNode more) {
            return text.text().equals(more.text());
        }
        if (one instanceof Node.NumberNode number && other instanceof Node.NumberNode more) {
            Optional<Double> value = Numbers.finite(number.raw());
            return value.isPresent() && value.equals(Numbers.finite(more.raw()));
        }
        if (one instanceof Node.BooleanNode truth && other instanceof Node.BooleanNode more) {
            return truth.value() == more.value();
        }
        return one instanceof Node.NullNode && other instanceof Node.NullNode;
    }

    /** A short description of a value: text unquoted, a list or object by its type. */
    public static String describe(Node node) {
        if (node instanceof Node.TextNode text) {
            return Text.excerpt(text.text());
        }
        if (node instanceof Node.NumberNode number) {
            return Numbers.finite(number.raw()).map(Numbers::plain).orElseGet(() -> Text.excerpt(number.raw()));
        }
        if (node instanceof Node.ListNode list) {
            boolean words = !list.items().isEmpty() && list.items().stream().allMatch(Node.TextNode.class::isInstance);
            return words
                    ? Text.excerpt(String.join(
                            ", ",
                            list.items().stream().map(TreeComparison::describe).toList()))
                    : "a list of " + list.items().size();
        }
        return node.kind();
    }
}
