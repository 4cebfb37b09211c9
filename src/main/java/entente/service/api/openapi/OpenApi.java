package entente.service.api.openapi;

import static entente.report.json.InputSchemas.keywords;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import entente.model.Engine;
import entente.model.Subject;
import entente.report.json.JsonWriter;
import entente.report.media.AssessmentMedia;
import entente.service.api.ApiEndpoint;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the OpenAPI 3.1 document, which is written from the {@link Operation} annotations. */
@Controller
@RequiredArgsConstructor
class OpenApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Object> STRING = Map.of("type", "string");
    private static final Map<String, Object> FILE = keywords("type", "string", "format", "binary");
    private static final Map<String, Object> KEY =
            Map.of("type", "http", "scheme", "bearer", "description", "A key, if the service requires one.");
    /** Where messages of the Model Context Protocol go, which describes its tools itself. */
    private static final String OF_OTHER_PROTOCOL = "/mcp";

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
                "headers", ApiHeaders.common(),
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
        String summary =
                "How likely an alliance of " + subject.pair() + " is, by a cited rule book that shows every step.";
        return keywords(
                "title",
                "Entente",
                "version",
                Engine.VERSION,
                "summary",
                summary,
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
        parameters.addAll(ApiHeaders.requestHeaders(endpoint));
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

    static Map<String, Object> parameter(String in, String name, String says, Map<String, Object> schema) {
        return keywords("name", name, "in", in, "description", says, "schema", schema);
    }

    private static Map<String, Object> body(ApiEndpoint endpoint) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String media : endpoint.consumes()) {
            Map<String, Object> schema = media.equals(ScenarioBody.XLSX) ? FILE : STRING;
            content.put(
                    media,
                    Map.of(
                            "schema",
                            media.equals(Responses.JSON)
                                    ? reference(endpoint.operation().body())
                                    : schema));
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
            responses.put(
                    "304", keywords("description", unchanged, "headers", ApiHeaders.responseHeaders(endpoint, tagged)));
        }
        PossibleProblems.of(endpoint).stream()
                .collect(groupingBy(ProblemType::status, TreeMap::new, toList()))
                .forEach((status, types) -> responses.put(String.valueOf(status), problemResponse(types)));
        return responses;
    }

    static boolean tagged(Response good) {
        return List.of(good.headers()).contains(Header.ETAG);
    }

    private static Map<String, Object> successResponse(ApiEndpoint endpoint, List<Response> goods) {
        Map<String, Object> response = keywords(
                "description", goods.stream().map(Response::description).collect(joining(" ")),
                "headers", ApiHeaders.responseHeaders(endpoint, goods));
        Map<String, Object> content = new LinkedHashMap<>();
        for (Response good : goods) {
            if (!good.schema().isEmpty()) {
                content.put(good.media(), Map.of("schema", reference(good.schema())));
            } else if (!good.media().equals(Responses.JSON)) {
                content.put(good.media(), Map.of("schema", STRING));
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
                "headers", ApiHeaders.problemHeaders(types),
                "content", Map.of(ProblemWriter.MEDIA_TYPE, Map.of("schema", narrowed)));
    }

    static Map<String, Object> reference(String schema) {
        return Map.of("$ref", REFERENCE + schema);
    }
}
