package entente.service.api.openapi;

import static entente.report.json.InputSchemas.keywords;
import static entente.report.json.InputSchemas.object;

import entente.analysis.flip.FlipSearch;
import entente.model.Band;
import entente.report.json.InputSchemas;
import entente.report.json.ResultDocuments;
import entente.report.json.SchemaDefinitions;
import entente.service.api.ServiceDocuments;
import entente.service.briefing.http.ScheduleDocuments;
import entente.service.briefing.http.ScheduleRequests;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.workshop.http.WorkshopDocuments;
import entente.service.workshop.http.WorkshopRequests;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schemas of the API: those of responses from their declarations, and those of requests. */
public final class ApiSchemas {

    private static final Map<String, Object> SCENARIO = OpenApi.reference("scenario");
    private static final Map<String, Object> BOOLEAN = Map.of("type", "boolean");

    private ApiSchemas() {}

    /** By name. */
    public static Map<String, Object> of(RuleBookSnapshot snapshot) {
        SchemaDefinitions schemas = new SchemaDefinitions(OpenApi.REFERENCE);
        schemas.add("scenario", InputSchemas.scenarioObject(snapshot.book()));
        Stream.of(ResultDocuments.all(), ServiceDocuments.ALL, WorkshopDocuments.ALL, ScheduleDocuments.ALL)
                .flatMap(List::stream)
                .forEach(
                        document -> schemas.add(document.name(), document.type().definition(schemas)));
        schemas.add(ScheduleRequests.NAME, ScheduleRequests.schema());
        WorkshopRequests.schemas().forEach(schemas::add);
        schemas.add("schema", keywords("description", "A JSON document of its own standard.", "type", "object"));
        schemas.add(
                "briefing-of-scenarios",
                keywords("anyOf", List.of(OpenApi.reference("briefing"), OpenApi.reference("combined-briefing"))));
        schemas.add(
                "sensitivity-request",
                keywords("anyOf", List.of(SCENARIO, members("scenario", SCENARIO, "all", BOOLEAN))));
        schemas.add("exploration-request", keywords("anyOf", List.of(SCENARIO, exploration())));
        schemas.add(
                "comparison-request",
                keywords(
                        "oneOf",
                        List.of(
                                object(keywords("before", SCENARIO, "after", SCENARIO), "before", "after"),
                                object(
                                        keywords(
                                                "scenarios",
                                                keywords(
                                                        "type",
                                                        "array",
                                                        "items",
                                                        SCENARIO,
                                                        "minItems",
                                                        2,
                                                        "maxItems",
                                                        ServiceDocuments.MAX_COMPARED)),
                                        "scenarios"))));
        schemas.add("flip-request", flip());
        return schemas.all();
    }

    private static Map<String, Object> exploration() {
        return members(
                "scenario", SCENARIO,
                "given",
                        keywords(
                                "type", "object",
                                "additionalProperties", Map.of("type", "string"),
                                "description", "Grades that readings are taken to have, by indicator."),
                "unratedAny",
                        keywords(
                                "type",
                                "boolean",
                                "description",
                                "Take every grade of an unrated reading as equally probable."),
                "discover",
                        keywords(
                                "enum",
                                Band.spellings(),
                                "description",
                                "Seek the conditions for this band and those beyond it."),
                "lock",
                        keywords(
                                "type", "array",
                                "items", Map.of("type", "string"),
                                "description", "Indicators, or groups of them, on which no condition is sought."));
    }

    private static Map<String, Object> flip() {
        Map<String, Object> flip = members(
                "scenario", SCENARIO,
                "to", keywords("enum", Band.spellings()),
                "up", keywords("type", "boolean", "description", "Any higher band."),
                "down", keywords("type", "boolean", "description", "Any lower band."),
                "lock",
                        keywords(
                                "type", "array",
                                "items", Map.of("type", "string"),
                                "description", "Indicators, or groups of them, that stay as they are."),
                "maxSize", keywords("type", "integer", "minimum", 1, "maximum", FlipSearch.MAX_SIZE, "default", 3));
        flip.put("oneOf", List.of(target("to", "up", "down"), target("up", "to", "down"), target("down", "to", "up")));
        return flip;
    }

    /** One target is given; the others are absent or false. */
    private static Map<String, Object> target(String given, String... others) {
        Map<String, Object> properties = keywords();
        if (!given.equals("to")) {
            properties.put(given, Map.of("const", true));
        }
        for (String other : others) {
            properties.put(other, other.equals("to") ? (Object) false : Map.of("const", false));
        }
        return keywords("required", List.of(given), "properties", properties);
    }

    private static Map<String, Object> members(Object... properties) {
        return object(keywords(properties), "scenario");
    }
}
