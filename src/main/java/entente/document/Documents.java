package entente.document;

import entente.document.Node.BooleanNode;
import entente.document.Node.ListNode;
import entente.document.Node.NullNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Parses JSON and YAML strictly: UTF-8 only, no duplicate names, no trailing text, no implicit conversion. */
public final class Documents {

    private Documents() {}

    public static Document json(byte[] bytes, DocumentLimits limits) {
        return read(bytes, limits, false);
    }

    /** YAML 1.2 without anchors, aliases and tags. */
    public static Document yaml(byte[] bytes, DocumentLimits limits) {
        return read(bytes, limits, true);
    }

    private static Document read(byte[] bytes, DocumentLimits limits, boolean yaml) {
        if (bytes.length > limits.bytes()) {
            return failed("TOO_LARGE", "The document has more than " + limits.bytes() + " bytes.", SourceLocation.NONE);
        }
        Utf8 utf8 = Utf8.decode(bytes);
        if (utf8.text().isEmpty()) {
            return failed("NOT_UTF8", utf8.fault(), utf8.location());
        }
        String text = utf8.text().get();
        if (text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            return failed("EMPTY", "The document is empty.", SourceLocation.NONE);
        }
        return new TreeBuilder(limits, yaml).build(factory(limits, yaml), text);
    }

    private static TokenStreamFactory factory(DocumentLimits limits, boolean yaml) {
        // Second line of defence: the checks of TreeBuilder report the location.
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth() + 8)
                .maxNumberLength(limits.bytes())
                .maxStringLength(limits.bytes())
                .maxNameLength(limits.bytes())
                .build();
        return yaml
                ? YAMLFactory.builder().streamReadConstraints(constraints).build()
                : JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    private static Document failed(String code, String detail, SourceLocation location) {
        return new Document(Optional.empty(), List.of(location.problem("#", code, detail)));
    }

    /**
     * Builds the tree from a stream of tokens. Jackson's own tree has no locations, keeps the last of duplicate names and
     * ignores trailing text.
     */
    @RequiredArgsConstructor
    private static final class TreeBuilder {

        private final DocumentLimits limits;
        private final boolean yaml;
        private final ProblemCollector problems = ProblemCollector.bounded();

        /** Names and indexes from the root to the current value, from which pointers are built on demand. */
        private final List<Object> path = new ArrayList<>();

        private int tokens;

        Document build(TokenStreamFactory factory, String text) {
            try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
                return new Document(Optional.of(root(parser, text)), problems.all());
            } catch (ParseFailure failure) {
                problems.addAll(List.of(failure.problem));
                return new Document(Optional.empty(), problems.all());
            }
        }

        private Node root(JsonParser parser, String text) {
            try {
                JsonToken first = parser.nextToken();
                if (first == null) {
                    throw new ParseFailure("EMPTY", "The document is empty.", SourceLocation.NONE);
                }
                Node root = value(parser, first, 1);
                rejectTrailingText(parser);
                return root;
            } catch (JacksonException failure) {
                throw new ParseFailure(
                        yaml ? "NOT_YAML" : "NOT_JSON",
                        yaml ? SyntaxMessages.yaml(failure) : SyntaxMessages.json(failure, text, parser.currentToken()),
                        location(failure.getLocation()));
            }
        }

        private static void rejectTrailingText(JsonParser parser) {
            SourceLocation trailing;
            try {
                if (parser.nextToken() == null) {
                    return;
                }
                trailing = location(parser);
            } catch (JacksonException failure) {
                trailing = location(failure.getLocation());
            }
            throw new ParseFailure("TRAILING_TEXT", "Something follows the end of the document.", trailing);
        }

        private Node value(JsonParser parser, JsonToken token, int depth) {
            SourceLocation location = location(parser);
            count(location);
            rejectReferences(parser, location);
            if (depth > limits.depth()) {
                throw new ParseFailure(
                        "TOO_DEEP", "Objects and lists are nested more than " + limits.depth() + " deep.", location);
            }
            return switch (token) {
                case START_OBJECT -> object(parser, location, depth);
                case START_ARRAY -> list(parser, location, depth);
                case VALUE_STRING -> new TextNode(checkText(parser.getString(), location), location);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, location);
                case VALUE_TRUE, VALUE_FALSE -> new BooleanNode(token == JsonToken.VALUE_TRUE, location);
                case VALUE_NULL -> new NullNode(location);
                default -> throw new ParseFailure("NOT_PLAIN", "Only plain values are allowed here.", location);
            };
        }

        private Node object(JsonParser parser, SourceLocation location, int depth) {
            Map<String, Node> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                SourceLocation nameLocation = location(parser);
                count(nameLocation);
                rejectReferences(parser, nameLocation);
                String name = parser.currentName();
                if (name.length() > limits.name()) {
                    throw new ParseFailure(
                            pointer(),
                            "TOO_LONG",
                            "A name has more than " + limits.name() + " characters.",
                            nameLocation);
                }
                path.add(name);
                checkText(name, nameLocation);
                Node value = value(parser, next(parser), depth + 1);
                if (members.putIfAbsent(name, value) != null) {
                    reject("DUPLICATE_KEY", "\"" + Text.excerpt(name) + "\" appears twice.", nameLocation);
                }
                path.remove(path.size() - 1);
            }
            return new ObjectNode(members, location);
        }

        private Node list(JsonParser parser, SourceLocation location, int depth) {
            List<Node> items = new ArrayList<>();
            for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
                path.add(items.size());
                items.add(value(parser, token, depth + 1));
                path.remove(path.size() - 1);
            }
            return new ListNode(List.copyOf(items), location);
        }

        private void rejectReferences(JsonParser parser, SourceLocation location) {
            if (yaml
                    && parser instanceof YAMLParser given
                    && (given.isCurrentAlias() || given.getTypeId() != null || given.getObjectId() != null)) {
                throw new ParseFailure(
                        "NOT_PLAIN", "Anchors, aliases and tags are not allowed; write each value out.", location);
            }
        }

        private Node number(JsonParser parser, SourceLocation location) {
            String raw = parser.getString();
            if (raw.length() > limits.number()) {
                reject("TOO_LONG", "A number has more than " + limits.number() + " characters.", location);
                return NumberNode.refused(location);
            }
            return new NumberNode(raw, location);
        }

        private String checkText(String text, SourceLocation location) {
            if (text.length() > limits.text()) {
                throw new ParseFailure(
                        pointer(), "TOO_LONG", "A text has more than " + limits.text() + " characters.", location);
            }
            Text.forbiddenCharacter(text)
                    .ifPresent(what -> reject("FORBIDDEN_CHARACTER", "The text holds " + what + ".", location));
            return text;
        }

        private void count(SourceLocation location) {
            if (++tokens > limits.tokens()) {
                throw new ParseFailure(
                        "TOO_LARGE", "The document holds more than " + limits.tokens() + " values.", location);
            }
        }

        private static JsonToken next(JsonParser parser) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new ParseFailure("NOT_JSON", "The document ends prematurely.", location(parser));
            }
            return token;
        }

        private static SourceLocation location(JsonParser parser) {
            return location(parser.currentTokenLocation());
        }

        private static SourceLocation location(@Nullable TokenStreamLocation location) {
            return location == null
                    ? SourceLocation.NONE
                    : new SourceLocation(location.getLineNr(), location.getColumnNr());
        }

        private void reject(String code, String detail, SourceLocation location) {
            problems.add(location, () -> location.problem(pointer(), code, detail));
        }

        private String pointer() {
            String pointer = "#";
            for (Object step : path) {
                pointer = Position.below(pointer, step.toString());
            }
            return pointer;
        }

        private static final class ParseFailure extends RuntimeException {
            private static final long serialVersionUID = 1;
            private final transient Problem problem;

            ParseFailure(String code, String detail, SourceLocation location) {
                this("#", code, detail, location);
            }

            ParseFailure(String pointer, String code, String detail, SourceLocation location) {
                super(detail, null, false, false);
                this.problem = location.problem(pointer, code, detail);
            }
        }
    }

    /** Describes invalid JSON or YAML to the author of the document, from the location of the error and the text there. */
    private static final class SyntaxMessages {

        private SyntaxMessages() {}

        /** @param token that was being read, or the last one before */
        static String json(JacksonException failure, String text, @Nullable JsonToken token) {
            if (failure instanceof UnexpectedEndOfInputException) {
                return "The document ends prematurely.";
            }
            if (failure instanceof StreamConstraintsException) {
                return "A value is too long or nested too deeply.";
            }
            int at = (int) failure.getLocation().getCharOffset();
            if (at < 0 || at >= text.length()) {
                return text.stripLeading().matches("(?s)[{\\[].*")
                        ? "The document ends prematurely."
                        : "This is not JSON.";
            }
            String read = text.substring(Math.max(0, at - "Infinity".length()), at);
            if (read.endsWith("NaN") || read.endsWith("Infinity")) {
                return "JSON has no NaN and no Infinity; a missing value is left out or \"unknown\".";
            }
            char found = text.charAt(at);
            if (token == JsonToken.VALUE_STRING
                    && (Character.isISOControl(found) || read.matches("(?s).*\\\\(u[0-9a-fA-F]{0,3})?"))) {
                return "Within a text a line break is written \\n, a tab \\t and a backslash twice; other control characters are not allowed.";
            }
            return switch (found) {
                case '/', '#' -> "JSON has no comments; put remarks into a \"note\".";
                case '\'', '`', '“', '”', '„', '«', '»', '‘', '’' -> "Names and text need straight double quotes (\").";
                default ->
                    isNumber(read, found)
                            ? "This is not a number; a number has digits before and after its decimal point, and no plus sign or"
                                    + " zeros in front."
                            : "A bracket, comma, colon, name or value is missing here or too many; names and text are in double"
                                    + " quotes; true, false and null are lower-case.";
            };
        }

        /** Whether the error is within a number or at its sign or point. */
        private static boolean isNumber(String read, char found) {
            return found == '.'
                    || found == '+'
                    || read.matches("(?s).*[+-]")
                    || (read.matches("(?s).*\\d") && "0123456789eE".indexOf(found) >= 0);
        }

        /** Quotes the parser: of a message such as "while parsing x … expected y" the second half, which is the error. */
        static String yaml(JacksonException failure) {
            String detail = failure.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("while ") && !line.startsWith(" "))
                    .findFirst()
                    .map(line -> ": " + Text.excerpt(line.split("\\. \\(", 2)[0]))
                    .orElse("");
            return "This is not YAML" + detail + ".";
        }
    }
}
