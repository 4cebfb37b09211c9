package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;

import entente.model.Indicator;
import entente.report.json.InputSchemas;
import entente.service.api.openapi.OpenApi.ApiSchemas;
import entente.service.rulebook.RuleBookSnapshot;
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

    private final RuleBookSnapshot snapshot;
    private final Map<String, Object> requests;

    ToolSchemas(RuleBookSnapshot snapshot) {
        this.snapshot = snapshot;
        this.requests = ApiSchemas.of(snapshot);
    }

    /** A scenario as in the tool that validates it. */
    private static Map<String, Object> scenario() {
        return keywords(
                "description",
                BY_ID + "a scenario as an object, as validate_scenario describes it.",
                "anyOf",
                List.of(TEXT, keywords("type", "object", "required", List.of("id", "title", "readings"))));
    }

    /** A scenario in full, where an indicator stands for all of them. */
    Map<String, Object> scenarioInFull() {
        Map<String, Object> schema = new LinkedHashMap<>(InputSchemas.scenarioObject(snapshot.book()));
        Map<String, Object> properties = members(schema, "properties");
        properties.remove("$schema");
        properties.put("readings", readings(members(properties, "readings")));
        properties.put(
                "assumptions", keywords("type", "object", "description", "Other weights or rules, if asked for."));
        schema.put("properties", properties);
        return keywords(
                "description",
                BY_ID + "a scenario as an object. Leave out unrated indicators.",
                "anyOf",
                List.of(TEXT, schema));
    }

    private Map<String, Object> readings(Map<String, Object> all) {
        List<String> ids = snapshot.book().catalogue().indicators().stream()
                .map(Indicator::id)
                .toList();
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

    /** Arguments of a tool about one scenario, which the call itself may change. */
    static Map<String, Object> changeable() {
        return keywords(ToolArguments.SCENARIO, scenario(), ToolArguments.SET, set(), ToolArguments.WITHOUT, without());
    }

    /** The fields of the request of this name beside its scenario. */
    Map<String, Object> request(String name) {
        Map<String, Object> request = members(requests, name);
        if (request.containsKey("anyOf")) {
            request = last(request, "anyOf");
        }
        Map<String, Object> properties = members(request, "properties");
        properties.remove(ToolArguments.SCENARIO);
        return properties;
    }

    /** A list of scenarios, of a size that the request of comparisons allows. */
    Map<String, Object> scenarios(String description) {
        Map<String, Object> request = last(members(requests, "comparison-request"), "oneOf");
        Map<String, Object> list = members(members(request, "properties"), "scenarios");
        list.put("items", scenario());
        list.put("description", description);
        return list;
    }

    static Map<String, Object> page() {
        return keywords("type", "integer", "minimum", 1, "default", 1, "description", "Of a result that has several.");
    }

    private static Map<String, Object> set() {
        return keywords(
                "type",
                "object",
                "additionalProperties",
                Map.of("type", List.of("number", "string")),
                "description",
                "Readings that replace those of the scenario for this call, by indicator: a number, a range such as 5..25, "
                        + "weights of grades such as LOW:0.3,HIGH:0.7, any, or unknown.");
    }

    private static Map<String, Object> without() {
        return keywords(
                "type",
                "array",
                "items",
                TEXT,
                "description",
                "Rules, ceilings or groups to disable for this call; barriers and drivers name all of these.");
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
