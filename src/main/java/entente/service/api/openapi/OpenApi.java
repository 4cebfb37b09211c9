package entente.service.api.openapi;

import static entente.report.json.InputSchemas.keywords;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import entente.model.Engine;
import entente.model.Subject;
import entente.report.json.InputSchemas;
import entente.report.json.JsonWriter;
import entente.report.json.RecordType;
import entente.report.json.ResultDocuments;
import entente.report.json.SchemaDefinitions;
import entente.report.media.AssessmentMedia;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.analysis.AnalysisRequests;
import entente.service.api.ApiEndpoint;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.api.ScenarioBody;
import entente.service.api.ScenarioController;
import entente.service.api.ServiceDocuments;
import entente.service.archive.ApiResponse;
import entente.service.briefing.ScheduleController;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import entente.service.workshop.WorkshopController;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the OpenAPI 3.1 document, which is written from the {@link Operation} annotations. */
@Controller
@RequiredArgsConstructor
public class OpenApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Object> STRING = Map.of("type", "string");
    private static final Map<String, Object> FILE = keywords("type", "string", "format", "binary");
    private static final Map<String, Object> KEY =
            Map.of("type", "http", "scheme", "bearer", "description", "A key, if the service requires one.");
    /** Where messages of the Model Context Protocol go, which describes its tools itself. */
    private static final String OF_OTHER_PROTOCOL = "/mcp";

    /** Headers of every response. */
    private static final Map<String, Object> COMMON = keywords(
            "X-Engine-Version", header("Version of the engine.", STRING),
            "X-Rules-Version", header("Version of the rule book.", STRING),
            "X-Rules-Digest",
                    header("Digest of the rule book.", Map.of("type", "string", "pattern", "^[0-9a-f]{64}$")));

    private static final Set<ProblemType> RETRIED = Set.of(
            ProblemType.OVERLOADED,
            ProblemType.TOO_MANY,
            ProblemType.TOO_MANY_ATTEMPTS,
            ProblemType.ARCHIVE_UNAVAILABLE);

    static final String REFERENCE = "#/components/schemas/";

    private final ListableBeanFactory beans;

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(access = Access.PUBLIC, description = "This document.")
    @Response(description = "OpenAPI 3.1.", schema = "schema", headers = Header.ETAG)
    ApiResponse openapi(ApiRequest request) {
        return Responses.withEtag(Responses.json(200, write(ApiEndpoint.of(beans), request.snapshot())));
    }

    static String write(List<ApiEndpoint> endpoints, RuleBookSnapshot snapshot) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (ApiEndpoint endpoint : endpoints) {
            if (endpoint.path().equals(OF_OTHER_PROTOCOL)) {
                continue;
            }
            paths.computeIfAbsent(endpoint.path(), path -> new TreeMap<>())
                    .put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        Map<String, Object> components = keywords(
                "schemas", ApiSchemas.of(snapshot),
                "headers", COMMON,
                "securitySchemes", Map.of("key", KEY));
        return JsonWriter.write(keywords(
                "openapi", "3.1.0",
                "info", info(snapshot.book().catalogue().subject()),
                "servers", List.of(Map.of("url", "/")),
                "security", List.of(Map.of(), Map.of("key", List.of())),
                "tags", ApiTags.all(),
                "paths", paths,
                "components", components));
    }

    private static Map<String, Object> info(Subject subject) {
        return keywords(
                "title",
                "Entente",
                "version",
                Engine.VERSION,
                "summary",
                "How likely an alliance of " + subject.pair() + " is, by a cited rule book that shows every step.",
                "license",
                Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    private static Map<String, Object> operation(ApiEndpoint endpoint) {
        Operation operation = endpoint.operation();
        Map<String, Object> members = keywords(
                "tags", List.of(ApiTags.of(endpoint.path())),
                "operationId", endpoint.id(),
                "summary", operation.description());
        List<Object> parameters = new ArrayList<>(variables(endpoint.path()));
        for (QueryParameter query : operation.query()) {
            parameters.add(parameter("query", query.parameterName(), query.description(), query.schema()));
        }
        parameters.addAll(requestHeaders(endpoint));
        if (!parameters.isEmpty()) {
            members.put("parameters", parameters);
        }
        if (!operation.body().isEmpty()) {
            members.put("requestBody", body(endpoint));
        }
        members.put("responses", responses(endpoint));
        return members;
    }

    private static List<Map<String, Object>> variables(String path) {
        return VARIABLE.matcher(path)
                .results()
                .map(found -> keywords("name", found.group(1), "in", "path", "required", true, "schema", STRING))
                .toList();
    }

    private static Map<String, Object> parameter(String in, String name, String says, Map<String, Object> schema) {
        return keywords("name", name, "in", in, "description", says, "schema", schema);
    }

    private static Map<String, Object> body(ApiEndpoint endpoint) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String media : endpoint.consumes()) {
            Map<String, Object> schema = media.equals(ScenarioBody.XLSX) ? FILE : STRING;
            boolean json = media.equals(Responses.JSON);
            content.put(
                    media,
                    Map.of("schema", json ? reference(endpoint.operation().body()) : schema));
        }
        return keywords("required", true, "content", content);
    }

    private static Map<String, Object> responses(ApiEndpoint endpoint) {
        Map<String, Object> responses = new TreeMap<>();
        endpoint.responses().stream()
                .collect(groupingBy(Response::status, TreeMap::new, toList()))
                .forEach((status, goods) -> responses.put(String.valueOf(status), successResponse(endpoint, goods)));
        if (!endpoint.path().startsWith("/api/") && endpoint.operation().access() != Access.PUBLIC) {
            String signIn = "Leads a browser without a session to the page for signing in.";
            Map<String, Object> location = Map.of("description", Header.LOCATION.description(), "schema", STRING);
            responses.put(
                    "303", keywords("description", signIn, "headers", Map.of(Header.LOCATION.headerName(), location)));
        }
        List<Response> tagged =
                endpoint.responses().stream().filter(OpenApi::tagged).toList();
        if (endpoint.method().equals("GET") && !tagged.isEmpty()) {
            String unchanged = "Unchanged since the version that If-None-Match names.";
            responses.put("304", keywords("description", unchanged, "headers", responseHeaders(endpoint, tagged)));
        }
        possibleProblems(endpoint).stream()
                .collect(groupingBy(ProblemType::status, TreeMap::new, toList()))
                .forEach((status, types) -> responses.put(String.valueOf(status), problemResponse(types)));
        return responses;
    }

    private static boolean tagged(Response good) {
        return List.of(good.headers()).contains(Header.ETAG);
    }

    private static Map<String, Object> successResponse(ApiEndpoint endpoint, List<Response> goods) {
        Map<String, Object> response = keywords(
                "description", goods.stream().map(Response::description).collect(joining(" ")),
                "headers", responseHeaders(endpoint, goods));
        Map<String, Object> content = new LinkedHashMap<>();
        for (Response good : goods) {
            for (String media : good.media()) {
                if (!media.equals(Responses.JSON)) {
                    content.put(media, Map.of("schema", STRING));
                } else if (!good.schema().isEmpty()) {
                    content.put(media, Map.of("schema", reference(good.schema())));
                }
            }
            if (good.everyMedium()) {
                AssessmentMedia.STANDARD
                        .all()
                        .forEach(medium -> content.putIfAbsent(medium.mediaType(), Map.of("schema", STRING)));
            }
        }
        if (!content.isEmpty()) {
            response.put("content", content);
        }
        return response;
    }

    private static Map<String, Object> problemResponse(List<ProblemType> types) {
        List<String> addresses = types.stream().map(ProblemType::address).toList();
        Map<String, Object> narrowed = keywords(
                "allOf",
                List.of(reference("problem"), Map.of("properties", Map.of("type", Map.of("enum", addresses)))));
        return keywords(
                "description", types.stream().map(ProblemType::title).collect(joining(" / ")),
                "headers", problemHeaders(types),
                "content", Map.of(ProblemWriter.MEDIA_TYPE, Map.of("schema", narrowed)));
    }

    static Map<String, Object> reference(String schema) {
        return Map.of("$ref", REFERENCE + schema);
    }

    private static Map<String, Object> responseHeaders(ApiEndpoint endpoint, List<Response> goods) {
        Map<String, Object> headers = references();
        Stream<Header> ofPost = takesKey(endpoint) ? Stream.of(Header.IDEMPOTENCY_REPLAYED) : Stream.empty();
        Stream.concat(goods.stream().flatMap(good -> Arrays.stream(good.headers())), ofPost)
                .distinct()
                .forEach(header -> headers.put(header.headerName(), header(header.description(), STRING)));
        return headers;
    }

    private static boolean takesKey(ApiEndpoint endpoint) {
        Operation operation = endpoint.operation();
        return endpoint.method().equals("POST") && operation.idempotencyKey() && !operation.workshopToken();
    }

    private static Map<String, Object> problemHeaders(List<ProblemType> types) {
        Map<String, Object> headers = references();
        if (!Collections.disjoint(types, RETRIED)) {
            Header later = Header.RETRY_AFTER;
            headers.put(later.headerName(), header(later.description(), Map.of("type", "integer", "minimum", 1)));
        }
        return headers;
    }

    private static Map<String, Object> references() {
        Map<String, Object> headers = new LinkedHashMap<>();
        COMMON.keySet().forEach(name -> headers.put(name, Map.of("$ref", "#/components/headers/" + name)));
        return headers;
    }

    private static Map<String, Object> header(String says, Map<String, Object> schema) {
        return keywords("description", says, "schema", schema);
    }

    private static List<Object> requestHeaders(ApiEndpoint endpoint) {
        List<Object> headers = new ArrayList<>();
        if (takesKey(endpoint)) {
            String says =
                    "Identifies this request for 24 hours: a repetition returns the same response and is not processed again.";
            Map<String, Object> key = keywords("type", "string", "minLength", 1, "maxLength", 255);
            headers.add(parameter("header", "Idempotency-Key", says, key));
        }
        if (endpoint.method().equals("GET") && endpoint.responses().stream().anyMatch(OpenApi::tagged)) {
            headers.add(parameter("header", "If-None-Match", "The ETag of the cached version.", STRING));
        }
        if (List.of(endpoint.operation().problems()).contains(ProblemType.PRECONDITION_REQUIRED)) {
            String says = "The ETag of the version that the change is based on.";
            headers.add(parameter("header", "If-Match", says, STRING));
        }
        if (endpoint.method().equals("PUT") && endpoint.path().startsWith(ScenarioController.PATH)) {
            Map<String, Object> any = Map.of("const", "*");
            headers.add(parameter("header", "If-None-Match", "* to create a new scenario.", any));
        }
        if (endpoint.responses().stream().anyMatch(good -> good.status() == 202)) {
            headers.add(parameter("header", "Prefer", "respond-async to run the request as a job.", STRING));
        }
        return headers;
    }

    /** The problems that an operation can return: common ones, those that follow from what it does, and its own. */
    private static Set<ProblemType> possibleProblems(ApiEndpoint endpoint) {
        Operation operation = endpoint.operation();
        Set<ProblemType> types = EnumSet.of(
                ProblemType.BAD_PARAMETER,
                ProblemType.WRONG_HOST,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.OVERLOADED,
                ProblemType.BUG);
        types.addAll(List.of(operation.problems()));
        if (operation.access() != Access.PUBLIC) {
            types.add(ProblemType.UNAUTHENTICATED);
        }
        if (operation.workshopToken()) {
            types.addAll(List.of(ProblemType.UNAUTHENTICATED, ProblemType.TOO_MANY_ATTEMPTS));
        }
        // A PUT creates what does not exist; a page can say itself that there is none.
        boolean saysSo = endpoint.responses().stream().anyMatch(response -> response.status() == 404);
        if (endpoint.path().contains("{") && !endpoint.method().equals("PUT") && !saysSo) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (!endpoint.method().equals("GET")) {
            types.add(ProblemType.FOREIGN_PAGE);
            // A reader may ask for what stores nothing.
            boolean stores = takesKey(endpoint) || operation.access().compareTo(Access.READER) > 0;
            if (operation.access() != Access.PUBLIC && stores) {
                types.add(ProblemType.FORBIDDEN);
            }
        }
        if (!operation.body().isEmpty()) {
            types.addAll(List.of(
                    ProblemType.MALFORMED, ProblemType.TOO_SLOW, ProblemType.TOO_LARGE, ProblemType.WRONG_MEDIA_TYPE));
        }
        if (takesKey(endpoint)) {
            types.addAll(List.of(
                    ProblemType.IDEMPOTENCY_KEY_INVALID,
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    ProblemType.CONFLICT,
                    ProblemType.ARCHIVE_UNAVAILABLE,
                    ProblemType.STORAGE_FULL));
        }
        if (operation.evaluates().length > 0) {
            types.add(ProblemType.EVALUATION_LIMIT);
        }
        if (endpoint.method().equals("GET") && List.of(operation.evaluates()).contains(Cost.HEAVY)) {
            types.add(ProblemType.FOREIGN_PAGE);
        }
        boolean writes = List.of("PUT", "DELETE").contains(endpoint.method())
                || operation.archive() == Operation.Archive.WRITES
                || (operation.workshopToken() && endpoint.method().equals("POST"));
        if (writes || operation.archive() == Operation.Archive.READS || operation.workshopToken()) {
            types.add(ProblemType.ARCHIVE_UNAVAILABLE);
        }
        if (writes) {
            types.add(ProblemType.STORAGE_FULL);
        }
        return types;
    }

    /** The tags that group operations in the OpenAPI document. */
    @RequiredArgsConstructor
    enum ApiTags {
        ASSESSMENTS(
                "Assessments",
                "Assess scenarios; validate, store, verify and brief.",
                "assessments|validations|briefings"),
        WHAT_IF(
                "What if",
                "What would change a verdict, and differences between scenarios.",
                "comparisons|flips|sensitivities|explorations"),
        WORKSHOPS("Workshops", "Groups in a room change one scenario and compare their verdicts.", "workshops"),
        EDITIONS("Editions", "Archived briefings, and what became of their statements.", "editions|track-record"),
        SCHEDULES("Schedules", "Briefings at set times, and their delivery.", "schedules|deliveries"),
        JOBS("Jobs", "Batches evaluated in the background.", "jobs"),
        SCENARIOS("Scenarios", "Shipped and stored scenarios; scenarios as workbooks.", "scenarios|sheets"),
        RULE_BOOK("Rule book", "Indicators, rules and schemas.", "indicators|rules|schemas"),
        SERVICE("Service", "This document and the pages.", "");

        private final String title;
        private final String description;
        /** The first segments of the paths below {@code /api/v1}, as alternatives of a regular expression. */
        private final String segments;

        static List<Object> all() {
            return Arrays.stream(values())
                    .<Object>map(tag -> keywords("name", tag.title, "description", tag.description))
                    .toList();
        }

        static String of(String path) {
            return Arrays.stream(values())
                    .filter(tag -> path.matches("/api/v1/(" + tag.segments + ")(?![a-z]).*"))
                    .findFirst()
                    .orElse(SERVICE)
                    .title;
        }
    }

    /** The schemas of the API: those of responses from their declarations, and those of requests. */
    public static final class ApiSchemas {

        private ApiSchemas() {}

        /** By name. */
        public static Map<String, Object> of(RuleBookSnapshot snapshot) {
            SchemaDefinitions schemas = new SchemaDefinitions(OpenApi.REFERENCE);
            schemas.add("scenario", InputSchemas.scenarioObject(snapshot.book()));
            Stream.of(ResultDocuments.all(), ServiceDocuments.ALL, WorkshopController.ALL, ScheduleController.ALL)
                    .flatMap(List::stream)
                    .forEach(document ->
                            schemas.add(document.name(), document.type().definition(schemas)));
            Stream.of(WorkshopController.REQUESTS, ScheduleController.REQUESTS)
                    .forEach(requests -> requests.forEach((name, type) ->
                            schemas.add(name, RecordType.of(type).definition(schemas))));
            AnalysisRequests.addTo(schemas);
            schemas.add("schema", keywords("description", "A JSON document of its own standard.", "type", "object"));
            return schemas.all();
        }
    }
}
