package entente.report.json;

import entente.model.Percent;
import entente.model.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** The types of fields. */
public final class JsonTypes {

    public static final JsonType<String> TEXT = text("text", "minLength", 1);
    public static final JsonType<String> POSSIBLY_EMPTY_TEXT = text("text");
    public static final JsonType<String> ID = text("id", "pattern", "^[a-z0-9][a-z0-9_-]*$");
    public static final JsonType<String> DIGEST = text("SHA-256 digest", "pattern", "^[0-9a-f]{64}$");
    public static final JsonType<String> CODE = text("code", "pattern", "^[A-Z][A-Z0-9_]*$");
    public static final JsonType<String> POINTER = text("JSON pointer", "pattern", "^#");
    public static final JsonType<String> CITATION = text("paragraph of the article", "pattern", "^§\\d ¶\\d+$");
    public static final JsonType<LocalDate> DATE =
            text("date", "format", "date").of(LocalDate::toString);
    public static final JsonType<Instant> INSTANT =
            text("time", "format", "date-time").of(Instant::toString);
    public static final JsonType<UUID> UUID = text("UUID", "format", "uuid").of(Object::toString);
    public static final JsonType<Boolean> BOOLEAN =
            new Scalar<>("true or false", keywords("type", "boolean"), JsonGenerator::writeBoolean);
    public static final JsonType<Integer> COUNT = integer("count", "minimum", 0);
    public static final JsonType<Integer> POSITIVE = integer("count from 1", "minimum", 1);
    public static final JsonType<Integer> HORIZON = integer("years", "enum", List.of(1, 5, 10));
    public static final JsonType<Percent> LIKELIHOOD =
            number("percent, 1–99", "minimum", 1, "maximum", 99).of(Percent::value);
    public static final JsonType<Double> PERCENT = number("percent, 0–100", "minimum", 0, "maximum", 100);
    public static final JsonType<Double> PROPER_PERCENT =
            number("percent", "exclusiveMinimum", 0, "exclusiveMaximum", 100);
    public static final JsonType<Double> SHARE = number("share, 0–1", "minimum", 0, "maximum", 1);
    public static final JsonType<Double> PERCENTAGE_POINTS = number("percentage points");
    public static final JsonType<Points> POINTS = number("points").of(Points::value);
    public static final JsonType<Double> MEASURE = number("number in the unit of the indicator");

    /** A scenario file, copied in the layout of the surrounding document. */
    static final JsonType<String> RESOLVED_SCENARIO = new Scalar<>(
            "scenario file",
            typed("object", "required", List.of("schemaVersion", "id", "title", "horizonYears", "readings")),
            JsonWriter::copy);

    /** A JSON document of a form, written as it stands. */
    public static <V> JsonType<String> written(ResultDocument<V> document) {
        return new JsonType<>() {
            @Override
            public void write(JsonGenerator json, String value) {
                json.writeRawValue(value.strip());
            }

            @Override
            public Map<String, Object> schema(SchemaDefinitions definitions) {
                return document.type().schema(definitions);
            }

            @Override
            public String label() {
                return document.type().label();
            }

            @Override
            public List<Form<?>> forms() {
                return document.type().forms();
            }
        };
    }

    private record Scalar<V>(String label, Map<String, Object> schema, BiConsumer<JsonGenerator, V> writer)
            implements JsonType<V> {
        @Override
        public void write(JsonGenerator json, V value) {
            writer.accept(json, value);
        }

        @Override
        public Map<String, Object> schema(SchemaDefinitions definitions) {
            return schema;
        }
    }

    private record Items<V>(JsonType<V> item, Map<String, Object> constraints) implements JsonType<List<V>> {
        @Override
        public void write(JsonGenerator json, List<V> values) {
            json.writeStartArray();
            values.forEach(value -> item.write(json, value));
            json.writeEndArray();
        }

        @Override
        public Map<String, Object> schema(SchemaDefinitions definitions) {
            Map<String, Object> schema = keywords("type", "array", "items", item.schema(definitions));
            schema.putAll(constraints);
            return schema;
        }

        @Override
        public String label() {
            return "list of " + item.label();
        }

        @Override
        public List<Form<?>> forms() {
            return item.forms();
        }
    }

    private record Members<V>(String key, JsonType<V> member, Map<String, Object> constraints)
            implements JsonType<Map<String, V>> {
        @Override
        public void write(JsonGenerator json, Map<String, V> values) {
            json.writeStartObject();
            values.forEach((name, value) -> {
                json.writeName(name);
                member.write(json, value);
            });
            json.writeEndObject();
        }

        @Override
        public Map<String, Object> schema(SchemaDefinitions definitions) {
            Map<String, Object> schema = keywords("type", "object", "additionalProperties", member.schema(definitions));
            schema.putAll(constraints);
            return schema;
        }

        @Override
        public String label() {
            return key + " → " + member.label();
        }

        @Override
        public List<Form<?>> forms() {
            return member.forms();
        }
    }

    private record Reference<V>(String name, Supplier<Form<V>> form) implements JsonType<V> {
        @Override
        public void write(JsonGenerator json, V value) {
            form.get().write(json, value);
        }

        @Override
        public Map<String, Object> schema(SchemaDefinitions definitions) {
            return definitions.reference(name);
        }

        @Override
        public String label() {
            return link(name);
        }
    }

    private JsonTypes() {}

    /** @param keywords of the schema: names and values in turn */
    public static JsonType<String> text(String label, Object... keywords) {
        return new Scalar<>(label, typed("string", keywords), JsonGenerator::writeString);
    }

    public static JsonType<Integer> integer(String label, Object... keywords) {
        return new Scalar<>(label, typed("integer", keywords), JsonGenerator::writeNumber);
    }

    public static JsonType<Double> number(String label, Object... keywords) {
        return new Scalar<>(label, typed("number", keywords), JsonWriter::number);
    }

    /** A constant of an enum, by its name. */
    @SafeVarargs
    public static <E extends Enum<E>> JsonType<E> choice(E... constants) {
        return choice(Arrays.stream(constants).map(Enum::name).toList()).of(Enum::name);
    }

    /** A constant of an enum, by its name in lower case. */
    @SafeVarargs
    public static <E extends Enum<E>> JsonType<E> lowerCase(E... constants) {
        return choice(Arrays.stream(constants).map(JsonTypes::lowerCase).toList())
                .of(JsonTypes::lowerCase);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static JsonType<String> choice(List<String> values) {
        return new Scalar<>(
                "one of " + String.join(", ", values), keywords("enum", values), JsonGenerator::writeString);
    }

    /** @param keywords of the schema, such as {@code minItems} and 1 */
    public static <V> JsonType<List<V>> list(JsonType<V> item, Object... keywords) {
        return new Items<>(item, keywords(keywords));
    }

    /** An object with members of one type; the map's order is kept. */
    public static <V> JsonType<Map<String, V>> members(String key, JsonType<V> member, Object... keywords) {
        return new Members<>(key, member, keywords(keywords));
    }

    /** A form inside itself. */
    static <V> JsonType<V> recursive(String name, Supplier<Form<V>> form) {
        return new Reference<>(name, form);
    }

    static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    /** A link to a form in the dictionary of fields. */
    static String link(String form) {
        return "[" + form + "](#" + form.toLowerCase(Locale.ROOT) + ")";
    }

    private static Map<String, Object> typed(String type, Object... keywords) {
        Map<String, Object> all = keywords("type", type);
        all.putAll(keywords(keywords));
        return all;
    }

    /** A map in the order written, from names and values in turn. */
    public static Map<String, Object> keywords(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
