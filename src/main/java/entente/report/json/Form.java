package entente.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * The declaration of a JSON object: its fields in order, each with name, type, description and getter. The object, its
 * JSON Schema, its part of the OpenAPI document and the dictionary of fields are all derived from it.
 *
 * @param name of its definition in schemas; unique
 * @param description empty where the fields say enough
 * @param constraints further keywords of its schema
 */
public record Form<T>(String name, String description, List<Field<T, ?>> fields, Map<String, Object> constraints)
        implements JsonType<T> {

    public enum Presence {
        REQUIRED,
        /** Absent when it has no value. */
        OPTIONAL,
        /** Null when it has no value. */
        NULLABLE
    }

    /** A field of a form; its value is empty only where the presence allows it. */
    public record Field<T, V>(
            String name, JsonType<V> type, String description, Presence presence, Function<T, Optional<V>> get) {

        private void write(JsonGenerator json, T object) {
            Optional<V> value = get.apply(object);
            if (value.isPresent()) {
                json.writeName(name);
                type.write(json, value.get());
            } else if (presence == Presence.NULLABLE) {
                json.writeNullProperty(name);
            }
        }

        private Map<String, Object> schema(SchemaDefinitions definitions) {
            Map<String, Object> schema = new LinkedHashMap<>(type.schema(definitions));
            if (presence == Presence.NULLABLE) {
                schema = JsonTypes.keywords("anyOf", List.of(schema, Map.of("type", "null")));
            }
            if (!description.isEmpty()) {
                schema.put("description", description);
            }
            return schema;
        }

        private Field<T, V> described(String meaning) {
            return new Field<>(name, type, meaning, presence, get);
        }

        private <U> Field<U, V> of(Function<U, T> outer) {
            return new Field<>(name, type, description, presence, get.compose(outer));
        }
    }

    public static <T> Form<T> named(String name) {
        return named(name, "");
    }

    public static <T> Form<T> named(String name, String description) {
        return new Form<>(name, description, List.of(), Map.of());
    }

    public <V> Form<T> required(String field, JsonType<V> type, String description, Function<T, V> get) {
        return required(field, type, get).described(description);
    }

    public <V> Form<T> required(String field, JsonType<V> type, Function<T, V> get) {
        return with(new Field<>(field, type, "", Presence.REQUIRED, get.andThen(Optional::of)));
    }

    public <V> Form<T> optional(String field, JsonType<V> type, String description, Function<T, Optional<V>> get) {
        return optional(field, type, get).described(description);
    }

    public <V> Form<T> optional(String field, JsonType<V> type, Function<T, Optional<V>> get) {
        return with(new Field<>(field, type, "", Presence.OPTIONAL, get));
    }

    public <V> Form<T> nullable(String field, JsonType<V> type, String description, Function<T, Optional<V>> get) {
        return nullable(field, type, get).described(description);
    }

    public <V> Form<T> nullable(String field, JsonType<V> type, Function<T, Optional<V>> get) {
        return with(new Field<>(field, type, "", Presence.NULLABLE, get));
    }

    /** The meaning of the last field. */
    public Form<T> described(String meaning) {
        List<Field<T, ?>> all = new ArrayList<>(fields);
        all.add(all.remove(all.size() - 1).described(meaning));
        return new Form<>(name, description, all, constraints);
    }

    /** All fields of another form, as fields of this one. */
    public <U> Form<T> including(Form<U> other, Function<T, U> get) {
        Form<T> form = this;
        for (Field<U, ?> field : other.fields) {
            form = form.with(field.of(get));
        }
        return form;
    }

    /** A further keyword of its schema. */
    public Form<T> constrained(String keyword, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(constraints);
        all.put(keyword, value);
        return new Form<>(name, description, fields, all);
    }

    /** Optional fields that are present whenever another field has one of these values. */
    public Form<T> present(List<String> names, String field, Object... values) {
        List<Object> rules = new ArrayList<>((List<?>) constraints.getOrDefault("allOf", List.of()));
        rules.add(JsonTypes.keywords(
                "if", Map.of("properties", Map.of(field, Map.of("enum", List.of(values)))),
                "then", Map.of("required", names)));
        return constrained("allOf", rules);
    }

    private Form<T> with(Field<T, ?> field) {
        List<Field<T, ?>> all = new ArrayList<>(fields);
        all.add(field);
        return new Form<>(name, description, all, constraints);
    }

    @Override
    public void write(JsonGenerator json, T object) {
        json.writeStartObject();
        fields.forEach(field -> field.write(json, object));
        json.writeEndObject();
    }

    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        return definitions.reference(this);
    }

    @Override
    public Map<String, Object> definition(SchemaDefinitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), field.schema(definitions)));
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        schema.put("type", "object");
        List<String> required = fields.stream()
                .filter(field -> field.presence() != Presence.OPTIONAL)
                .map(Field::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        schema.putAll(constraints);
        return schema;
    }
}
