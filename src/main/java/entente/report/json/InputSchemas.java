package entente.report.json;

import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Relationship;
import entente.model.Strength;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** JSON InputSchemas (draft 2020-12) of input and output. */
public final class InputSchemas {

    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private InputSchemas() {}

    /** The schema of a scenario over this catalogue: an editor completes its indicators and shows their anchors. */
    public static String scenario(Catalogue catalogue, Set<String> switches) {
        Map<String, Object> schema = ordered("$schema", DIALECT, "title", "Entente scenario");
        schema.putAll(scenarioObject(catalogue, switches));
        return JsonWriter.write(schema);
    }

    /** The same for inclusion in a larger document. */
    public static Map<String, Object> scenarioObject(Catalogue catalogue, Set<String> switches) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("$schema", Map.of("type", "string"));
        properties.put("schemaVersion", Map.of("const", "1"));
        properties.put(
                "id", text("[a-z0-9][a-z0-9-]{0,63}", "Names the scenario; other scenarios extend it by this id."));
        properties.put("title", text("[^\\n\\r\\t]*\\S[^\\n\\r\\t]*", "One line."));
        properties.put("narrative", Map.of("type", "string"));
        properties.put("asOf", date("The date that the scenario describes."));
        properties.put("horizonYears", Map.of("enum", List.of(1, 5, 10)));
        properties.put(
                "extends", text("[a-z0-9][a-z0-9-]{0,63}", "Another scenario, of which this one writes the changes."));
        properties.put("readings", object(readings(catalogue), List.of()));
        properties.put("assumptions", object(assumptions(catalogue, switches), List.of()));
        properties.put(
                "sources",
                list(object(
                        ordered(
                                "id",
                                text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "What readings name as their source."),
                                "ref",
                                text("[\\s\\S]*\\S[\\s\\S]*", "Where it can be found.")),
                        List.of("id", "ref"))));
        properties.put(
                "observed",
                object(
                        ordered(
                                "relationship", Map.of("enum", names(Relationship.values())),
                                "allianceInForce", Map.of("type", "boolean"),
                                "source", Map.of("type", "string")),
                        List.of("relationship", "allianceInForce", "source")));
        return object(properties, List.of("id", "title", "readings"));
    }

    static Map<String, Object> readings(Catalogue catalogue) {
        Map<String, Object> readings = new LinkedHashMap<>();
        catalogue.indicators().forEach(i -> readings.put(i.id(), reading(i)));
        return readings;
    }

    private static Map<String, Object> reading(Indicator indicator) {
        Map<String, Object> value = value(indicator);
        Map<String, Object> unknown = Map.of("const", "unknown");
        Map<String, Object> longForm = object(
                ordered(
                        "value", Map.of("anyOf", List.of(value, unknown)),
                        "low", value,
                        "high", value,
                        "status", Map.of("enum", List.of("known", "assumed", "unknown")),
                        "source", Map.of("type", "string"),
                        "grade", text("[A-F][1-6]", "Admiralty grade of the source."),
                        "asOf", date("The date that the reading speaks of."),
                        "note", Map.of("type", "string")),
                List.of());
        longForm.put("dependentRequired", ordered("low", List.of("value"), "high", List.of("value")));
        StringBuilder description = new StringBuilder(indicator.label() + " (" + indicator.unit() + ").");
        indicator
                .anchors()
                .forEach((number, text) -> description
                        .append(' ')
                        .append(number)
                        .append(": ")
                        .append(text)
                        .append('.'));
        Map<String, Object> reading = new LinkedHashMap<>();
        reading.put("description", description.toString());
        reading.put("anyOf", List.of(value, unknown, longForm));
        return reading;
    }

    private static Map<String, Object> value(Indicator indicator) {
        return ordered(
                "type",
                indicator.whole() ? "integer" : "number",
                "minimum",
                indicator.low(),
                "maximum",
                indicator.high());
    }

    static Map<String, Object> assumptions(Catalogue catalogue, Set<String> switches) {
        Map<String, Object> points = new LinkedHashMap<>();
        Arrays.stream(Strength.values()).forEach(s -> points.put(s.name(), number(0, 100)));
        Map<String, Object> emphasis = new LinkedHashMap<>();
        catalogue.groups().forEach(g -> emphasis.put(g.id(), number(0, 2)));
        Map<String, Object> cuts = new LinkedHashMap<>();
        catalogue.indicators().forEach(i -> {
            Map<String, Object> four = new LinkedHashMap<>(list(value(i)));
            four.put("minItems", 4);
            four.put("maxItems", 4);
            cuts.put(i.id(), four);
        });
        return ordered(
                "weights",
                        object(
                                ordered(
                                        "alliance",
                                        object(points, List.of()),
                                        "partnership",
                                        object(points, List.of())),
                                List.of()),
                "emphasis", object(emphasis, List.of()),
                "without", list(Map.of("enum", List.copyOf(new TreeSet<>(switches)))),
                "cutPoints", object(cuts, List.of()),
                "baseRatePercent", number(0.1, 99));
    }

    public static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return ordered("type", "array", "items", items);
    }

    static Map<String, Object> number(double low, double high) {
        return ordered("type", "number", "minimum", low, "maximum", high);
    }

    static Map<String, Object> text(String pattern, String description) {
        return ordered("type", "string", "pattern", "^" + pattern + "$", "description", description);
    }

    static Map<String, Object> date(String description) {
        return ordered(
                "type", "string", "format", "date", "pattern", "^\\d{4}-\\d{2}-\\d{2}$", "description", description);
    }

    static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    static Map<String, Object> ordered(Object... pairs) {
        return JsonTypes.keywords(pairs);
    }
}
