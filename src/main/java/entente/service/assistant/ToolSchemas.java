package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;

import entente.model.Indicator;
import entente.model.rule.RuleBook;
import entente.report.json.InputSchemas;
import entente.report.json.RecordType;
import entente.report.json.SchemaDefinitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The schemas of arguments, from those of requests and scenarios. Models read them with every question, so a scenario is
 * described once, in the tool that validates it, and an indicator by the tool that explains it.
 */
final class ToolSchemas {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final String BY_ID = "The id of a scenario of list_scenarios, or ";

    /** What a call about one scenario may change in it, and in the rules. */
    static final Map<String, Object> CHANGES = keywords(
            ToolArguments.SET,
            keywords(
                    "type",
                    "object",
                    "additionalProperties",
                    Map.of("type", List.of("number", "string")),
                    "description",
                    "Readings that replace those of the scenario for this call, by indicator: a number, a range such as 5..25, "
                            + "weights of grades such as LOW:0.3,HIGH:0.7, any, or unknown."),
            ToolArguments.WITHOUT,
            keywords(
                    "type",
                    "array",
                    "items",
                    TEXT,
                    "description",
                    "Rules, ceilings or groups to disable for this call; barriers and drivers name all of these."));

    static final Map<String, Object> PAGE =
            keywords("type", "integer", "minimum", 1, "default", 1, "description", "Of a result that has several.");

    private ToolSchemas() {}

    /** A scenario as in the tool that validates it. */
    static Map<String, Object> scenario() {
        return keywords(
                "description",
                BY_ID + "a scenario as an object, as validate_scenario describes it.",
                "anyOf",
                List.of(TEXT, keywords("type", "object", "required", List.of("id", "title", "readings"))));
    }

    /** A scenario in full, where an indicator stands for all of them. */
    static Map<String, Object> scenarioInFull(RuleBook book) {
        Map<String, Object> schema = new LinkedHashMap<>(InputSchemas.scenarioObject(book));
        Map<String, Object> properties = members(schema, "properties");
        properties.remove("$schema");
        properties.put("readings", readings(members(properties, "readings"), book));
        properties.put(
                "assumptions", keywords("type", "object", "description", "Other weights or rules, if asked for."));
        schema.put("properties", properties);
        return keywords(
                "description",
                BY_ID + "a scenario as an object. Leave out unrated indicators.",
                "anyOf",
                List.of(TEXT, schema));
    }

    private static Map<String, Object> readings(Map<String, Object> all, RuleBook book) {
        List<String> ids =
                book.catalogue().indicators().stream().map(Indicator::id).toList();
        Map<String, Object> first = members(members(all, "properties"), ids.get(0));
        Map<String, Object> inLongForm = new LinkedHashMap<>(last(first, "anyOf"));
        Map<String, Object> parts = members(inLongForm, "properties");
        parts.put("value", Map.of("type", List.of("number", "string")));
        parts.put("low", Map.of("type", "number"));
        parts.put("high", Map.of("type", "number"));
        inLongForm.put("properties", parts);
        return keywords(
                "type",
                "object",
                "description",
                "By indicator; explain_indicator gives the scale of each.",
                "propertyNames",
                Map.of("enum", ids),
                "additionalProperties",
                keywords("anyOf", List.of(Map.of("type", "number"), Map.of("const", "unknown"), inLongForm)));
    }

    /** The fields of a request, where a scenario may be named by its id. */
    static Map<String, Object> of(Class<? extends Record> request) {
        Map<String, Object> properties =
                members(RecordType.of(request).definition(new SchemaDefinitions("")), "properties");
        properties.computeIfPresent(ToolArguments.SCENARIO, (name, reference) -> scenario());
        properties.computeIfPresent(ToolArguments.SCENARIOS, (name, list) -> {
            Map<String, Object> items = members(properties, name);
            items.put("items", scenario());
            return items;
        });
        return properties;
    }

    @SuppressWarnings("unchecked") // schemas are maps with text keys
    private static Map<String, Object> members(Map<String, Object> schema, String name) {
        return new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(schema.get(name)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> last(Map<String, Object> schema, String name) {
        List<Map<String, Object>> all = (List<Map<String, Object>>) Objects.requireNonNull(schema.get(name));
        return all.get(all.size() - 1);
    }
}
