package entente.document;

import entente.document.Node.BooleanNode;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.model.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Typed access to the members of an object; invalid members are added to the problems. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Fields {

    private final ObjectNode node;
    private final String pointer;
    private final ProblemCollector problems;

    /** The fields of a document, whose problems are added; empty if it is not an object. */
    public static Optional<Fields> of(Document document, ProblemCollector problems) {
        problems.addAll(document.problems());
        return document.root().flatMap(root -> of(root, "#", problems));
    }

    /** The fields of a node; empty, with a problem, if the node is not an object. */
    public static Optional<Fields> of(Node node, String pointer, ProblemCollector problems) {
        if (node instanceof ObjectNode object) {
            return Optional.of(new Fields(object, pointer, problems));
        }
        wrongType(node, pointer, "an object", problems);
        return Optional.empty();
    }

    /** Adds a problem for every member whose name is not in the list. */
    public Fields allowOnly(Collection<String> known) {
        node.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                at(name).reject(
                                "UNKNOWN_FIELD",
                                "There is no field \"" + Text.excerpt(name) + "\" here.",
                                known.stream().sorted().toList(),
                                new Suggestion(name, known));
            }
        });
        return this;
    }

    public Fields allowOnly(String... known) {
        return allowOnly(List.of(known));
    }

    public Position at() {
        return new Position(pointer, node.location(), problems);
    }

    /** The position of a member; that of this object if the member is missing, with the pointer of the member. */
    public Position at(String name) {
        return new Position(pointer(name), location(name), problems);
    }

    public void reject(String name, String code, String detail) {
        at(name).reject(code, detail);
    }

    public String pointer() {
        return pointer;
    }

    public String pointer(String name) {
        return Position.below(pointer, name);
    }

    public SourceLocation location() {
        return node.location();
    }

    public SourceLocation location(String name) {
        Node value = node.members().get(name);
        return value == null ? node.location() : value.location();
    }

    public boolean has(String name) {
        return node.members().containsKey(name);
    }

    public Map<String, Node> members() {
        return node.members();
    }

    public Optional<Node> get(String name) {
        return Optional.ofNullable(node.members().get(name));
    }

    /** Adds a problem for each member that is missing; the caller continues with a placeholder. */
    public void require(String... names) {
        Stream.of(names)
                .filter(name -> !has(name))
                .forEach(name -> reject(name, "MISSING_FIELD", "The field \"" + name + "\" is missing."));
    }

    public Optional<String> text(String name) {
        return get(name).flatMap(value -> text(value, pointer(name), problems));
    }

    public Optional<String> requiredText(String name) {
        require(name);
        Optional<String> text = text(name);
        text.filter(String::isBlank).ifPresent(blank -> reject(name, "BLANK", "The field \"" + name + "\" is blank."));
        return text;
    }

    public Optional<Double> number(String name) {
        return get(name).flatMap(value -> number(value, pointer(name), problems));
    }

    public Optional<Double> requiredNumber(String name) {
        require(name);
        return number(name);
    }

    public Optional<Boolean> booleanValue(String name) {
        return get(name).flatMap(value -> booleanValue(value, pointer(name), problems));
    }

    public static Optional<Boolean> booleanValue(Node node, String pointer, ProblemCollector problems) {
        if (node instanceof BooleanNode truth) {
            return Optional.of(truth.value());
        }
        wrongType(node, pointer, "true or false", problems);
        return Optional.empty();
    }

    /** One of several constants, by its name in the document. */
    public <E> Optional<E> constant(String name, Collection<E> values, Function<E, String> written) {
        return named(
                name,
                values.stream().map(written).toList(),
                text -> values.stream()
                        .filter(value -> written.apply(value).equals(text))
                        .findFirst());
    }

    /** One of several constants that have more than one name; those known are named in messages. */
    public <E> Optional<E> named(String name, List<String> known, Function<String, Optional<E>> read) {
        return get(name).flatMap(value -> named(value, pointer(name), problems, known, read));
    }

    /** The same of a node. */
    public static <E> Optional<E> named(
            Node node,
            String pointer,
            ProblemCollector problems,
            List<String> known,
            Function<String, Optional<E>> read) {
        return text(node, pointer, problems).flatMap(text -> {
            Optional<E> found = read.apply(text);
            if (found.isEmpty()) {
                new Position(pointer, node.location(), problems)
                        .reject(
                                "UNKNOWN_WORD",
                                "\"" + Text.excerpt(text) + "\" is not allowed here.",
                                known,
                                new Suggestion(text, known));
            }
            return found;
        });
    }

    public Optional<Fields> object(String name) {
        return get(name).flatMap(value -> of(value, pointer(name), problems));
    }

    public Optional<Fields> requiredObject(String name) {
        require(name);
        return object(name);
    }

    public List<Fields> objects(String name) {
        return items(name, (item, at) -> of(item, at, problems));
    }

    public List<String> texts(String name) {
        return items(name, (item, at) -> text(item, at, problems));
    }

    /** Passes the texts of a list with their positions to a consumer. */
    public void texts(String name, BiConsumer<String, Position> reader) {
        items(name, (item, at) -> {
            Optional<String> text = text(item, at, problems);
            text.ifPresent(given -> reader.accept(given, new Position(at, item.location(), problems)));
            return text;
        });
    }

    /** The numbers of a list; other items are left out, with a problem. */
    public List<Double> numbers(String name) {
        return items(name, (item, at) -> number(item, at, problems));
    }

    /** What a reader makes of the items of a list and their pointers. */
    public <T> List<T> items(String name, BiFunction<Node, String, Optional<T>> reader) {
        List<T> items = new ArrayList<>();
        get(name).ifPresent(value -> {
            if (value instanceof ListNode list) {
                String at = pointer(name);
                for (int i = 0; i < list.items().size(); i++) {
                    reader.apply(list.items().get(i), at + "/" + i).ifPresent(items::add);
                }
            } else {
                wrongType(value, pointer(name), "a list", problems);
            }
        });
        return items;
    }

    public static Optional<String> text(Node node, String pointer, ProblemCollector problems) {
        if (node instanceof TextNode text) {
            return Optional.of(text.text());
        }
        wrongType(node, pointer, "text", problems);
        return Optional.empty();
    }

    /** A finite number; text is not converted. */
    public static Optional<Double> number(Node node, String pointer, ProblemCollector problems) {
        if (!(node instanceof NumberNode number)) {
            wrongType(node, pointer, "a number", problems);
            return Optional.empty();
        }
        Optional<Double> value = Numbers.finite(number.raw());
        if (value.isEmpty() && !number.raw().equals(NumberNode.REFUSED)) {
            new Position(pointer, node.location(), problems)
                    .reject(
                            "NOT_FINITE",
                            Text.excerpt(number.raw()) + " is outside the range of double-precision numbers.");
        }
        return value;
    }

    public static void wrongType(Node found, String pointer, String expected, ProblemCollector problems) {
        String what = found instanceof TextNode text ? "the text \"" + Text.excerpt(text.text()) + "\"" : found.kind();
        Optional<String> suggestion = Optional.empty();
        if (expected.equals("a number") && found instanceof TextNode text) {
            suggestion = Numbers.suggestion(text.text());
        } else if (expected.equals("text") && found instanceof NumberNode number) {
            suggestion = Optional.of("\"" + Text.excerpt(number.raw()) + "\"");
        }
        new Position(pointer, found.location(), problems)
                .reject("WRONG_TYPE", "Expected " + expected + ", found " + what + ".", List.of(expected), suggestion);
    }
}
