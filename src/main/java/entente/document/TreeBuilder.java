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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Builds the tree from a stream of tokens. Jackson's own tree keeps no places, takes the last of two equal names and
 * goes on after the end.
 */
final class TreeBuilder {

    private final DocumentLimits limits;
    private final boolean yaml;
    private final ProblemCollector problems = ProblemCollector.bounded();

    /** Names and indexes from the root to the value that is being read; a pointer is built of them where one is needed. */
    private final List<Object> path = new ArrayList<>();

    private int tokens;

    TreeBuilder(DocumentLimits limits, boolean yaml) {
        this.limits = limits;
        this.yaml = yaml;
    }

    Document build(TokenStreamFactory factory, String text) {
        try (JsonParser parser = factory.createParser(Documents.context(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Broken("EMPTY", "The document is empty.", SourceLocation.NONE);
            }
            Node root = value(parser, first, 1);
            trailing(parser);
            return new Document(Optional.of(root), problems.all());
        } catch (Broken broken) {
            problems.add(broken.pointer, broken.place, broken.code, broken.detail);
        } catch (JacksonException broken) {
            problems.add(
                    "#",
                    place(broken.getLocation()),
                    yaml ? "NOT_YAML" : "NOT_JSON",
                    yaml
                            ? SyntaxMessages.yaml(broken.getOriginalMessage())
                            : SyntaxMessages.json(broken.getOriginalMessage()));
        }
        return new Document(Optional.empty(), problems.all());
    }

    private void trailing(JsonParser parser) {
        try {
            if (parser.nextToken() != null) {
                throw new Broken("TRAILING_TEXT", "Something follows the end of the document.", place(parser));
            }
        } catch (JacksonException broken) {
            throw new Broken(
                    "TRAILING_TEXT", "Something follows the end of the document.", place(broken.getLocation()));
        }
    }

    private Node value(JsonParser parser, JsonToken token, int depth) {
        SourceLocation place = place(parser);
        count(place);
        plain(parser, place);
        if (depth > limits.depth()) {
            throw new Broken("TOO_DEEP", "Objects and lists are nested more than " + limits.depth() + " deep.", place);
        }
        return switch (token) {
            case START_OBJECT -> object(parser, place, depth);
            case START_ARRAY -> list(parser, place, depth);
            case VALUE_STRING -> new TextNode(checked(parser.getString(), place), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, place);
            case VALUE_TRUE, VALUE_FALSE -> new BooleanNode(token == JsonToken.VALUE_TRUE, place);
            case VALUE_NULL -> new NullNode(place);
            default -> throw new Broken("NOT_PLAIN", "Only plain values are allowed here.", place);
        };
    }

    private Node object(JsonParser parser, SourceLocation place, int depth) {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            SourceLocation at = place(parser);
            count(at);
            plain(parser, at);
            String name = parser.currentName();
            if (name.length() > limits.name()) {
                throw new Broken(pointer(), "TOO_LONG", "A name has more than " + limits.name() + " characters.", at);
            }
            path.add(name);
            checked(name, at);
            Node value = value(parser, next(parser), depth + 1);
            if (members.putIfAbsent(name, value) != null) {
                refuse("DUPLICATE_KEY", "\"" + Text.excerpt(name) + "\" stands here twice.", at);
            }
            path.remove(path.size() - 1);
        }
        return new ObjectNode(members, place);
    }

    private Node list(JsonParser parser, SourceLocation place, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
            path.add(items.size());
            items.add(value(parser, token, depth + 1));
            path.remove(path.size() - 1);
        }
        return new ListNode(List.copyOf(items), place);
    }

    /** What YAML would fetch from elsewhere or turn into something else. */
    private void plain(JsonParser parser, SourceLocation place) {
        if (yaml
                && parser instanceof YAMLParser given
                && (given.isCurrentAlias() || given.getTypeId() != null || given.getObjectId() != null)) {
            throw new Broken(
                    "NOT_PLAIN", "There are no anchors, aliases and tags here: each value is written out.", place);
        }
    }

    private Node number(JsonParser parser, SourceLocation place) {
        String raw = parser.getString();
        if (raw.length() > limits.number()) {
            refuse("TOO_LONG", "A number has more than " + limits.number() + " characters.", place);
            return new NumberNode(NumberNode.REFUSED, place);
        }
        return new NumberNode(raw, place);
    }

    private String checked(String text, SourceLocation place) {
        if (text.length() > limits.text()) {
            throw new Broken(pointer(), "TOO_LONG", "A text has more than " + limits.text() + " characters.", place);
        }
        Text.forbiddenCharacter(text).ifPresent(what -> refuse("FORBIDDEN_CHARACTER", "The text holds " + what + ".", place));
        return text;
    }

    private void count(SourceLocation place) {
        if (++tokens > limits.tokens()) {
            throw new Broken("TOO_LARGE", "The document holds more than " + limits.tokens() + " values.", place);
        }
    }

    private static JsonToken next(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new Broken("NOT_JSON", "The document breaks off.", place(parser));
        }
        return token;
    }

    private static SourceLocation place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static SourceLocation place(@Nullable TokenStreamLocation location) {
        return location == null
                ? SourceLocation.NONE
                : new SourceLocation(location.getLineNr(), location.getColumnNr());
    }

    private void refuse(String code, String detail, SourceLocation place) {
        problems.add(
                place,
                () -> new Problem(pointer(), code, detail, List.of(), Optional.empty(), place.line(), place.column()));
    }

    private String pointer() {
        String pointer = "#";
        for (Object step : path) {
            pointer = JsonPointers.below(pointer, step.toString());
        }
        return pointer;
    }

    /** Reading cannot go on. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String pointer;
        private final String code;
        private final String detail;
        private final transient SourceLocation place;

        Broken(String code, String detail, SourceLocation place) {
            this("#", code, detail, place);
        }

        Broken(String pointer, String code, String detail, SourceLocation place) {
            super(detail, null, false, false);
            this.pointer = pointer;
            this.code = code;
            this.detail = detail;
            this.place = place;
        }
    }
}
