package entente.document;

import java.util.List;
import java.util.Map;

/** A value in a document, with the place where it stands. */
public sealed interface Node {

    SourceLocation location();

    /** What it is, for a sentence such as "expected a number, found text". */
    String kind();

    /** Members in the order of the document; of a repeated name the first stands. */
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

    /** A number as it was written. */
    record NumberNode(String raw, SourceLocation location) implements Node {

        /** Stands for a number that was refused already, so that nothing more is said of it. */
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
