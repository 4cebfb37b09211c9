package entente.service.api.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import entente.model.Engine;
import entente.report.json.JsonWriter;
import entente.report.media.AssessmentMedia;
import entente.service.api.Operation;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the OpenAPI 3.1 document from the {@link Operation} annotations. */
final class OpenApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    static final String REFERENCE = "#/components/schemas/";

    /**
     * An operation with its path and method.
     *
     * @param method of HTTP
     */
    record Endpoint(String path, String method, Operation operation) {}

    private OpenApi() {}

    static String write(List<Endpoint> endpoints, RuleBookSnapshot snapshot) {
        Map<String, Object> paths = new TreeMap<>();
        endpoints.stream()
                .collect(groupingBy(Endpoint::path, TreeMap::new, toList()))
                .forEach((path, calls) -> {
                    Map<String, Object> methods = new TreeMap<>();
                    calls.forEach(
                            endpoint -> methods.put(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint)));
                    paths.put(path, methods);
                });
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", ApiSchemas.of(snapshot));
        components.put("headers", ApiHeaders.common());
        components.put(
                "securitySchemes",
                Map.of(
                        "key",
                        Map.of(
                                "type",
                                "http",
                                "scheme",
                                "bearer",
                                "description",
                                "A key, if the service requires one.")));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("openapi", "3.1.0");
        root.put("info", info());
        root.put("servers", List.of(Map.of("url", "/")));
        root.put("security", List.of(Map.of(), Map.of("key", List.of())));
        root.put("tags", ApiTags.all());
        root.put("paths", paths);
        root.put("components", components);
        return JsonWriter.write(root);
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Entente");
        info.put("version", Engine.VERSION);
        info.put(
                "summary",
                "How likely an alliance of China and Russia is, by a cited rule book that shows every step.");
        info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> operation(Endpoint endpoint) {
        Operation operation = endpoint.operation();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tags", List.of(ApiTags.of(endpoint.path())));
        members.put("operationId", operation.id());
        members.put("summary", operation.description());
        List<Object> parameters = new ArrayList<>(variables(endpoint.path()));
        for (QueryParameter query : operation.query()) {
            parameters.add(parameter("query", query.parameterName(), query.description(), query.schema()));
        }
        parameters.addAll(ApiHeaders.requestHeaders(endpoint));
        if (!parameters.isEmpty()) {
            members.put("parameters", parameters);
        }
        if (!operation.body().isEmpty()) {
            members.put("requestBody", body(operation));
        }
        members.put("responses", responses(endpoint));
        return members;
    }

    private static List<Object> variables(String path) {
        List<Object> variables = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("name", matcher.group(1));
            variable.put("in", "path");
            variable.put("required", true);
            variable.put("schema", Map.of("type", "string"));
            variables.add(variable);
        }
        return variables;
    }

    static Map<String, Object> parameter(String in, String name, String says, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("description", says);
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> body(Operation operation) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(Responses.JSON, Map.of("schema", reference(operation.body())));
        if (!operation.alternativeBody().isEmpty()) {
            content.put(operation.alternativeBody(), Map.of("schema", Map.of("type", "string")));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", true);
        body.put("content", content);
        return body;
    }

    private static Map<String, Object> responses(Endpoint endpoint) {
        Map<String, Object> responses = new TreeMap<>();
        Arrays.stream(endpoint.operation().responses())
                .collect(groupingBy(Operation.Response::status, TreeMap::new, toList()))
                .forEach((status, goods) -> responses.put(String.valueOf(status), successResponse(goods)));
        List<Operation.Response> tagged = Arrays.stream(endpoint.operation().responses())
                .filter(good -> List.of(good.headers()).contains(Operation.Header.ETAG))
                .toList();
        if (endpoint.method().equals("GET") && !tagged.isEmpty()) {
            Map<String, Object> unchanged = new LinkedHashMap<>();
            unchanged.put("description", "Unchanged since the version that If-None-Match names.");
            unchanged.put("headers", ApiHeaders.responseHeaders(tagged));
            responses.put("304", unchanged);
        }
        problems(endpoint).stream()
                .collect(groupingBy(ProblemType::status, TreeMap::new, toList()))
                .forEach((status, types) -> responses.put(String.valueOf(status), problemResponse(types)));
        return responses;
    }

    private static Map<String, Object> successResponse(List<Operation.Response> goods) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put(
                "description",
                goods.stream().map(Operation.Response::description).collect(joining(" ")));
        response.put("headers", ApiHeaders.responseHeaders(goods));
        Map<String, Object> content = new LinkedHashMap<>();
        for (Operation.Response good : goods) {
            if (!good.schema().isEmpty()) {
                content.put(good.media(), Map.of("schema", reference(good.schema())));
            } else if (!good.media().equals(Responses.JSON)) {
                content.put(good.media(), Map.of("schema", Map.of("type", "string")));
            }
            if (good.everyMedium()) {
                AssessmentMedia.STANDARD
                        .all()
                        .forEach(medium ->
                                content.putIfAbsent(medium.mediaType(), Map.of("schema", Map.of("type", "string"))));
            }
        }
        if (!content.isEmpty()) {
            response.put("content", content);
        }
        return response;
    }

    private static Map<String, Object> problemResponse(List<ProblemType> types) {
        List<String> addresses = types.stream().map(ProblemType::address).toList();
        Map<String, Object> narrowed = new LinkedHashMap<>();
        narrowed.put(
                "allOf",
                List.of(reference("problem"), Map.of("properties", Map.of("type", Map.of("enum", addresses)))));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", types.stream().map(ProblemType::title).collect(joining(" / ")));
        response.put("headers", ApiHeaders.problemHeaders(types));
        response.put("content", Map.of(ProblemWriter.MEDIA_TYPE, Map.of("schema", narrowed)));
        return response;
    }

    /** The problems that an operation can return. */
    static List<ProblemType> problems(Endpoint endpoint) {
        return PossibleProblems.of(endpoint, endpoint.operation().access());
    }

    static Map<String, Object> reference(String schema) {
        return Map.of("$ref", REFERENCE + schema);
    }
}
