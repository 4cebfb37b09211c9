package entente.report.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A complete JSON document that a command or an endpoint returns, with its JSON Schema (draft 2020-12).
 *
 * @param name of its schema
 * @param description what it contains and which command writes it
 */
public record ResultDocument<T>(String name, String title, String description, RecordType<T> type) {

    private static final String STABILITY = " Fields may be added in later versions; none is renamed or dropped.";

    /** Loads what writing needs, which takes long in a new process. */
    public void load() {
        type.writer();
    }

    /** Several lines, indented by two, ending with a line end. */
    public String pretty(T value) {
        return type.pretty(value);
    }

    /** One line without its end. */
    public String line(T value) {
        return JsonWriter.line(json -> type.write(json, value));
    }

    public String schema() {
        return JsonWriter.write(schemaObject());
    }

    /** Its fields and what they mean, in Markdown: what its schema says. */
    public String fields() {
        Map<String, Object> schema = schemaObject();
        StringBuilder tables =
                new StringBuilder("# " + schema.get("title") + "\n\n" + schema.get("description") + "\n");
        table(tables, schema.containsKey("items") ? map(schema.get("items")) : schema);
        map(Objects.requireNonNull(schema.get("$defs"))).forEach((name, definition) -> {
            tables.append("\n## ").append(name).append('\n');
            if (map(definition).get("description") instanceof String text) {
                tables.append('\n').append(text).append('\n');
            }
            table(tables, map(definition));
        });
        return tables.toString();
    }

    private Map<String, Object> schemaObject() {
        SchemaDefinitions definitions = new SchemaDefinitions("#/$defs/");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", InputSchemas.DIALECT);
        schema.put("title", "Entente " + title);
        schema.put("description", description + STABILITY);
        schema.putAll(type.definition(definitions));
        schema.put("$defs", definitions.all());
        return schema;
    }

    private static void table(StringBuilder tables, Map<String, Object> object) {
        if (!object.containsKey("properties")) {
            tables.append('\n').append(type(object)).append('\n');
            return;
        }
        List<?> required = (List<?>) object.getOrDefault("required", List.of());
        tables.append("\n| field | type | meaning |\n|---|---|---|\n");
        map(object.get("properties"))
                .forEach((name, field) -> tables.append("| `" + name + "` | " + type(map(field))
                        + (required.contains(name) ? "" : ", optional") + " | "
                        + map(field).getOrDefault("description", "") + " |\n"));
    }

    private static String type(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.get("anyOf") instanceof List<?> kinds) {
            return kinds.stream().map(kind -> type(map(kind))).collect(Collectors.joining(" or "));
        }
        if (schema.get("enum") instanceof List<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (schema.containsKey("items")) {
            return "list of " + type(map(schema.get("items")));
        }
        if (schema.containsKey("additionalProperties")) {
            return "object of " + type(map(schema.get("additionalProperties")));
        }
        return String.valueOf(schema.getOrDefault("unit", schema.get("type")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object schema) {
        return (Map<String, Object>) schema;
    }
}
