package entente.report.json;

import entente.document.JsonValues;
import entente.model.Percent;
import entente.model.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** The types of fields. */
public final class JsonTypes {

    public static final JsonType<String> TEXT = scalar(typed("string", "minLength", 1), JsonGenerator::writeString);
    public static final JsonType<String> POSSIBLY_EMPTY_TEXT = scalar(typed("string"), JsonGenerator::writeString);
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
    public static final JsonType<Boolean> BOOLEAN = scalar(keywords("type", "boolean"), JsonGenerator::writeBoolean);
    public static final JsonType<Integer> COUNT = integer("count", "minimum", 0);
    public static final JsonType<Integer> POSITIVE = integer("count from 1", "minimum", 1);
    public static final JsonType<Integer> HORIZON = integer("years", "enum", List.of(1, 5, 10));
    public static final JsonType<Percent> LIKELIHOOD =
            number("percent, 1–99", "minimum", 1, "maximum", 99).of(Percent::value);
    public static final JsonType<Double> PERCENT = number("percent, 0–100", "minimum", 0, "maximum", 100);
    public static final JsonType<Double> PROPER_PERCENT =
            number("percent", "exclusiveMinimum", 0, "exclusiveMaximum", 100);
    public static final JsonType<Double> SHARE = number("share, 0–1", "minimum", 0, "maximum", 1);
    /** Sums of many products may exceed 1 in the last digit. */
    static final JsonType<Double> PROBABILITY = number("probability", "minimum", 0, "maximum", 1.000000001);

    public static final JsonType<Double> PERCENTAGE_POINTS = number("percentage points");
    /** From tenths of percentage points. */
    static final JsonType<Integer> TENTHS = PERCENTAGE_POINTS.of(tenths -> tenths / 10.0);

    public static final JsonType<Points> POINTS = number("points").of(Points::value);
    public static final JsonType<Double> MEASURE = number("number in the unit of the indicator");

    /** A scenario file, copied in the layout of the surrounding document. */
    static final JsonType<String> RESOLVED_SCENARIO = scalar(
            typed("object", "required", List.of("schemaVersion", "id", "title", "horizonYears", "readings")),
            JsonWriter::copy);

    record Parts<V>(BiConsumer<JsonGenerator, V> writer, Function<SchemaDefinitions, Map<String, Object>> schema)
            implements JsonType<V> {
        @Override
        public void write(JsonGenerator json, V value) {
            writer.accept(json, value);
        }

        @Override
        public Map<String, Object> schema(SchemaDefinitions definitions) {
            return schema.apply(definitions);
        }
    }

    private JsonTypes() {}

    private static <V> JsonType<V> scalar(Map<String, Object> schema, BiConsumer<JsonGenerator, V> writer) {
        return new Parts<>(writer, definitions -> schema);
    }

    /** A JSON document of one of several forms, written as it stands. */
    public static JsonType<String> written(ResultDocument<?>... documents) {
        List<? extends JsonType<?>> types =
                Stream.of(documents).map(ResultDocument::type).toList();
        return new Parts<>(
                (json, value) -> json.writeRawValue(value.strip()),
                definitions -> types.size() == 1
                        ? types.get(0).schema(definitions)
                        : Map.of(
                                "anyOf",
                                types.stream()
                                        .map(type -> type.schema(definitions))
                                        .toList()));
    }

    /** @param keywords of the schema: names and values in turn */
    public static JsonType<String> text(String unit, Object... keywords) {
        return scalar(joined(typed("string", "unit", unit), keywords), JsonGenerator::writeString);
    }

    public static JsonType<Integer> integer(String unit, Object... keywords) {
        return scalar(joined(typed("integer", "unit", unit), keywords), JsonGenerator::writeNumber);
    }

    public static JsonType<Double> number(String unit, Object... keywords) {
        return scalar(joined(typed("number", "unit", unit), keywords), JsonValues::number);
    }

    /** A constant of an enum, by its name. */
    @SafeVarargs
    public static <E extends Enum<E>> JsonType<E> choice(E... constants) {
        return choice(Arrays.stream(constants).map(Enum::name).toList()).of(Enum::name);
    }

    public static JsonType<String> choice(List<String> values) {
        return scalar(keywords("enum", values), JsonGenerator::writeString);
    }

    /** @param keywords of the schema, such as {@code minItems} and 1 */
    public static <V> JsonType<List<V>> list(JsonType<V> item, Object... keywords) {
        return new Parts<>(
                (json, values) -> {
                    json.writeStartArray();
                    values.forEach(value -> item.write(json, value));
                    json.writeEndArray();
                },
                definitions -> joined(keywords("type", "array", "items", item.schema(definitions)), keywords));
    }

    /** An object with members of one type; the map's order is kept. */
    public static <V> JsonType<Map<String, V>> members(String key, JsonType<V> member, Object... keywords) {
        return new Parts<>(
                (json, values) -> {
                    json.writeStartObject();
                    values.forEach((name, value) -> {
                        json.writeName(name);
                        member.write(json, value);
                    });
                    json.writeEndObject();
                },
                definitions -> joined(
                        keywords("type", "object", "additionalProperties", member.schema(definitions)), keywords));
    }

    /** A form inside itself. */
    static <V> JsonType<V> recursive(String name, Supplier<Form<V>> form) {
        return new Parts<>((json, value) -> form.get().write(json, value), definitions -> definitions.reference(name));
    }

    static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static Map<String, Object> typed(String type, Object... keywords) {
        return joined(keywords("type", type), keywords);
    }

    private static Map<String, Object> joined(Map<String, Object> first, Object... keywords) {
        first.putAll(keywords(keywords));
        return first;
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
