package entente.document;

import entente.model.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A value in a document with its location. */
public sealed interface Node {

    SourceLocation location();

    /** The type for messages such as "expected a number, found text". */
    String kind();

    /**
     * The value as Java maps in the order of the document, lists, text, numbers (Integer if it is whole and fits) and
     * truth values; empty if it contains null or a number that is not finite.
     */
    Optional<Object> toJava();

    /** Members in the order of the document; of duplicate names the first is used. */
    record ObjectNode(Map<String, Node> members, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "an object";
        }

        @Override
        public Optional<Object> toJava() {
            Map<String, Object> values = new LinkedHashMap<>();
            members.forEach((name, member) -> member.toJava().ifPresent(value -> values.put(name, value)));
            return Optional.<Object>of(values).filter(all -> values.size() == members.size());
        }
    }

    record ListNode(List<Node> items, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public Optional<Object> toJava() {
            List<Object> values = new ArrayList<>();
            items.forEach(item -> item.toJava().ifPresent(values::add));
            return Optional.<Object>of(values).filter(all -> values.size() == items.size());
        }
    }

    record TextNode(String text, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "text";
        }

        @Override
        public Optional<Object> toJava() {
            return Optional.of(text);
        }
    }

    /** A number as written in the document. */
    record NumberNode(String raw, SourceLocation location) implements Node {

        /** Marks a number that was already rejected, so that no further problem is reported. */
        static final String REFUSED = "";

        private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,8}");

        @Override
        public String kind() {
            return "a number";
        }

        @Override
        public Optional<Object> toJava() {
            if (WHOLE.matcher(raw).matches()) {
                return Optional.of(Integer.valueOf(raw));
            }
            OptionalDouble value = Numbers.finite(raw);
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        }
    }

    record BooleanNode(boolean value, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }

        @Override
        public Optional<Object> toJava() {
            return Optional.of(value);
        }
    }

    record NullNode(SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "null";
        }

        @Override
        public Optional<Object> toJava() {
            return Optional.empty();
        }
    }
}
