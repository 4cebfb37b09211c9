package entente.document;

import entente.document.Node.BooleanNode;
import entente.document.Node.ListNode;
import entente.document.Node.NullNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.domain.Problem;
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

    private final Limits limits;
    private final boolean yaml;
    private final List<Problem> problems = new ArrayList<>();
    private int tokens;

    TreeBuilder(Limits limits, boolean yaml) {
        this.limits = limits;
        this.yaml = yaml;
    }

    Document build(TokenStreamFactory factory, String text) {
        try (JsonParser parser = factory.createParser(Documents.context(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Broken("EMPTY", "The document is empty.", Place.NOWHERE);
            }
            Node root = value(parser, first, "#", 1);
            trailing(parser);
            return new Document(Optional.of(root), List.copyOf(problems));
        } catch (Broken broken) {
            problems.add(problem(broken.pointer, broken.code, broken.detail, broken.place));
        } catch (JacksonException broken) {
            problems.add(problem(
                    "#",
                    yaml ? "NOT_YAML" : "NOT_JSON",
                    yaml ? Syntax.yaml(broken.getOriginalMessage()) : Syntax.json(broken.getOriginalMessage()),
                    place(broken.getLocation())));
        }
        return new Document(Optional.empty(), List.copyOf(problems));
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

    private Node value(JsonParser parser, JsonToken token, String pointer, int depth) {
        Place place = place(parser);
        count(place);
        plain(parser, place);
        if (depth > limits.depth()) {
            throw new Broken("TOO_DEEP", "Objects and lists are nested more than " + limits.depth() + " deep.", place);
        }
        return switch (token) {
            case START_OBJECT -> object(parser, pointer, place, depth);
            case START_ARRAY -> list(parser, pointer, place, depth);
            case VALUE_STRING -> new TextNode(checked(parser.getString(), pointer, place), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer, place);
            case VALUE_TRUE, VALUE_FALSE -> new BooleanNode(token == JsonToken.VALUE_TRUE, place);
            case VALUE_NULL -> new NullNode(place);
            default -> throw new Broken("NOT_PLAIN", "Only plain values are allowed here.", place);
        };
    }

    private Node object(JsonParser parser, String pointer, Place place, int depth) {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place at = place(parser);
            count(at);
            plain(parser, at);
            String name = parser.currentName();
            if (name.length() > limits.name()) {
                throw new Broken(pointer, "TOO_LONG", "A name has more than " + limits.name() + " characters.", at);
            }
            String below = Pointers.below(pointer, name);
            checked(name, below, at);
            Node value = value(parser, next(parser), below, depth + 1);
            if (members.putIfAbsent(name, value) != null) {
                problems.add(problem(below, "DUPLICATE_KEY", "\"" + Text.shown(name) + "\" stands here twice.", at));
            }
        }
        return new ObjectNode(members, place);
    }

    private Node list(JsonParser parser, String pointer, Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
            items.add(value(parser, token, pointer + "/" + items.size(), depth + 1));
        }
        return new ListNode(List.copyOf(items), place);
    }

    /** What YAML would fetch from elsewhere or turn into something else. */
    private void plain(JsonParser parser, Place place) {
        if (yaml
                && parser instanceof YAMLParser given
                && (given.isCurrentAlias() || given.getTypeId() != null || given.getObjectId() != null)) {
            throw new Broken(
                    "NOT_PLAIN", "There are no anchors, aliases and tags here: each value is written out.", place);
        }
    }

    private Node number(JsonParser parser, String pointer, Place place) {
        String raw = parser.getString();
        if (raw.length() > limits.number()) {
            problems.add(
                    problem(pointer, "TOO_LONG", "A number has more than " + limits.number() + " characters.", place));
            return new NumberNode(NumberNode.REFUSED, place);
        }
        return new NumberNode(raw, place);
    }

    private String checked(String text, String pointer, Place place) {
        if (text.length() > limits.text()) {
            throw new Broken(pointer, "TOO_LONG", "A text has more than " + limits.text() + " characters.", place);
        }
        Text.forbidden(text)
                .ifPresent(what ->
                        problems.add(problem(pointer, "FORBIDDEN_CHARACTER", "The text holds " + what + ".", place)));
        return text;
    }

    private void count(Place place) {
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

    private static Place place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static Place place(@Nullable TokenStreamLocation location) {
        return location == null ? Place.NOWHERE : new Place(location.getLineNr(), location.getColumnNr());
    }

    private static Problem problem(String pointer, String code, String detail, Place place) {
        return new Problem(pointer, code, detail, List.of(), Optional.empty(), place.line(), place.column());
    }

    /** Reading cannot go on. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String pointer;
        private final String code;
        private final String detail;
        private final transient Place place;

        Broken(String code, String detail, Place place) {
            this("#", code, detail, place);
        }

        Broken(String pointer, String code, String detail, Place place) {
            super(detail, null, false, false);
            this.pointer = pointer;
            this.code = code;
            this.detail = detail;
            this.place = place;
        }
    }
}
