package entente.report.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A complete JSON document that a command or an endpoint returns, with its JSON Schema (draft 2020-12).
 *
 * @param name of its schema
 * @param description what it contains and which command writes it
 */
public record ResultDocument<T>(String name, String title, String description, JsonType<T> type) {

    private static final String STABILITY = " Fields may be added in later versions; none is renamed or dropped.";

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

    /** Its fields and what they mean, in Markdown. */
    public String fields() {
        return FieldDictionary.of(schemaObject());
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
}
