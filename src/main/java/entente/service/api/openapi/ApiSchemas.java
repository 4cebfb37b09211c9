package entente.service.api.openapi;

import entente.report.json.Schemas;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas of the API: those of the command line and those of the service. */
final class ApiSchemas {

    private static final List<String> SHARED = List.of(
            "assessment", "comparison", "flip", "indicators", "rules", "sensitivity", "validation", "verification");

    private ApiSchemas() {}

    static Map<String, Object> of(RuleBookSnapshot snapshot) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(
                "scenario",
                placed(
                        "scenario",
                        JsonTree.object(Schemas.scenario(
                                snapshot.book().catalogue(), snapshot.book().switchableIds()))));
        SHARED.forEach(name -> schemas.put(name, placed(name, JsonTree.object(Schemas.of(name)))));
        JsonTree.object(Schemas.of("api")).forEach((name, schema) -> {
            if (!name.startsWith("$")) {
                schemas.put(name, schema);
            }
        });
        return schemas;
    }

    /** A schema as part of the document, with its internal references adjusted. */
    private static Map<String, Object> placed(String name, Map<String, Object> schema) {
        Map<String, Object> placed = new LinkedHashMap<>();
        schema.forEach((key, value) -> {
            if (!key.equals("$schema")) {
                placed.put(key, moved(name, value));
            }
        });
        return placed;
    }

    private static Object moved(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> moved = new LinkedHashMap<>();
            map.forEach((key, member) -> moved.put(
                    String.valueOf(key),
                    "$ref".equals(key) && String.valueOf(member).startsWith("#/$defs")
                            ? "#/components/schemas/" + name
                                    + String.valueOf(member).substring(1)
                            : moved(name, member)));
            return moved;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> moved(name, item)).toList();
        }
        return value;
    }
}
