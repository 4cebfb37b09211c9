package entente.report.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The fields of a document as tables in Markdown: what its JSON Schema says. */
public final class FieldDictionary {

    private FieldDictionary() {}

    /** @param schema of the document, with its definitions */
    public static String of(Map<String, Object> schema) {
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
