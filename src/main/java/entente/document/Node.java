package entente.document;

import java.util.List;
import java.util.Map;

/** A value in a document with its location. */
public sealed interface Node {

    SourceLocation location();

    /** The type for messages such as "expected a number, found text". */
    String kind();

    /** Members in the order of the document; of duplicate names the first is used. */
    record ObjectNode(Map<String, Node> members, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "an object";
        }
    }

    record ListNode(List<Node> items, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record TextNode(String text, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "text";
        }
    }

    /** A number as written in the document. */
    record NumberNode(String raw, SourceLocation location) implements Node {

        /** Marks a number that was already rejected, so that no further problem is reported. */
        static final String REFUSED = "";

        @Override
        public String kind() {
            return "a number";
        }
    }

    record BooleanNode(boolean value, SourceLocation location) implements Node {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    record NullNode(SourceLocation location) implements Node {
        @Override
        public String kind() {
            return "null";
        }
    }
}
