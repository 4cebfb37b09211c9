package entente.document;

import entente.model.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A value in a document with its location. */
public sealed interface Node {

    Map<Class<?>, String> KINDS = Map.of(
            ObjectNode.class, "an object",
            ListNode.class, "a list",
            TextNode.class, "text",
            NumberNode.class, "a number",
            NullNode.class, "null");

    SourceLocation location();

    /** The type for messages such as "expected a number, found text". */
    default String kind() {
        return this instanceof BooleanNode truth
                ? String.valueOf(truth.value())
                : Objects.requireNonNull(KINDS.get(getClass()));
    }

    /**
     * The value as Java maps in the order of the document, lists, text, numbers (Integer if it is whole and fits) and
     * truth values; empty if it contains null or a number that is not finite.
     */
    default Optional<Object> toJava() {
        if (this instanceof ObjectNode object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> member.toJava().ifPresent(value -> members.put(name, value)));
            return members.size() == object.members().size() ? Optional.of(members) : Optional.empty();
        }
        if (this instanceof ListNode list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> item.toJava().ifPresent(items::add));
            return items.size() == list.items().size() ? Optional.of(items) : Optional.empty();
        }
        if (this instanceof NumberNode number) {
            return number.value();
        }
        if (this instanceof BooleanNode truth) {
            return Optional.of(truth.value());
        }
        return this instanceof TextNode text ? Optional.of(text.text()) : Optional.empty();
    }

    /** Members in the order of the document; of duplicate names the first is used. */
    record ObjectNode(Map<String, Node> members, SourceLocation location) implements Node {}

    record ListNode(List<Node> items, SourceLocation location) implements Node {}

    record TextNode(String text, SourceLocation location) implements Node {}

    /** A number as written in the document. */
    record NumberNode(String raw, SourceLocation location) implements Node {

        /** Marks a number that was already rejected, so that no further problem is reported. */
        static final String REFUSED = "";

        public static NumberNode refused(SourceLocation location) {
            return new NumberNode(REFUSED, location);
        }

        private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,8}");

        private Optional<Object> value() {
            return WHOLE.matcher(raw).matches()
                    ? Optional.of(Integer.valueOf(raw))
                    : Numbers.finite(raw).map(Object.class::cast);
        }
    }

    record BooleanNode(boolean value, SourceLocation location) implements Node {}

    record NullNode(SourceLocation location) implements Node {}
}
