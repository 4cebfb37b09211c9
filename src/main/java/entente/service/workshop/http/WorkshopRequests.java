package entente.service.workshop.http;

import static entente.report.json.InputSchemas.keywords;
import static entente.report.json.InputSchemas.object;

import entente.service.workshop.FacilitatorCommand;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopState.Joining;
import entente.service.workshop.store.NewWorkshops;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The JSON Schemas of request bodies. */
public final class WorkshopRequests {

    static final int MAX_NAME = 40;
    static final int MAX_CHANGES = 100;
    static final int MAX_SECONDS = 86_400;
    static final int MAX_MESSAGE = 200;

    private static final Map<String, Object> TEXT = Map.of("type", "string", "minLength", 1);
    private static final Map<String, Object> UUID = Map.of("type", "string", "format", "uuid");
    private static final Map<String, Object> VALUE = keywords(
            "type",
            List.of("number", "null"),
            "description",
            "The new value; null for unknown; absent to take the reading back to the baseline.");

    private static final Map<String, Object> LETTER =
            keywords("type", "string", "description", "The letter of the group.");
    private static final Map<String, Object> MOVES = keywords(
            "type",
            "array",
            "items",
            object(keywords("indicator", TEXT, "value", VALUE), "indicator"),
            "minItems",
            1,
            "maxItems",
            MAX_CHANGES);

    private WorkshopRequests() {}

    /** By name. */
    public static Map<String, Map<String, Object>> schemas() {
        Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
        schemas.put(
                "workshop-request",
                object(
                        keywords(
                                "title", text(NewWorkshops.MAX_TITLE),
                                "scenario",
                                        keywords(
                                                "type", "string", "description", "Id of a shipped or stored scenario."),
                                "rounds", whole(1, WorkshopChange.MAX_ROUNDS)),
                        "title",
                        "scenario"));
        schemas.put("workshop-group-request", object(keywords("name", text(MAX_NAME), "id", UUID), "name"));
        schemas.put(
                "workshop-ready-request",
                object(
                        keywords("round", whole(0, WorkshopChange.MAX_ROUNDS), "ready", Map.of("type", "boolean")),
                        "round",
                        "ready"));
        schemas.put("workshop-moves-request", object(keywords("id", UUID, "moves", MOVES), "id", "moves"));
        schemas.put(
                "workshop-command-request",
                object(
                        keywords(
                                "command", keywords("enum", FacilitatorCommand.words()),
                                "round", whole(1, WorkshopChange.MAX_ROUNDS),
                                "readings", keywords("type", "array", "items", TEXT),
                                "moves", MOVES,
                                "joining",
                                        keywords(
                                                "enum",
                                                Stream.of(Joining.values())
                                                        .map(Joining::name)
                                                        .toList()),
                                "group", LETTER,
                                "name", text(MAX_NAME),
                                "into", LETTER,
                                "groups", keywords("type", "array", "items", LETTER),
                                "seconds", whole(0, MAX_SECONDS),
                                "message", keywords("type", "string", "maxLength", MAX_MESSAGE)),
                        "command"));
        schemas.put(
                "workshop-link-request",
                object(
                        keywords(
                                "role",
                                keywords("enum", List.of("FACILITATOR", "GROUP", "PROJECTOR")),
                                "group",
                                LETTER),
                        "role"));
        return schemas;
    }

    private static Map<String, Object> text(int longest) {
        return keywords("type", "string", "minLength", 1, "maxLength", longest);
    }

    private static Map<String, Object> whole(int low, int high) {
        return keywords("type", "integer", "minimum", low, "maximum", high);
    }
}
