package entente.service.api.openapi;

import static entente.report.json.InputSchemas.keywords;

import entente.service.api.ApiEndpoint;
import entente.service.api.Operation;
import entente.service.api.ScenarioController;
import entente.service.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Request and response headers in the OpenAPI document. */
final class ApiHeaders {

    private static final List<String> COMMON = List.of("X-Engine-Version", "X-Rules-Version", "X-Rules-Digest");
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private static final Set<ProblemType> RETRIED = Set.of(
            ProblemType.OVERLOADED,
            ProblemType.TOO_MANY,
            ProblemType.TOO_MANY_ATTEMPTS,
            ProblemType.ARCHIVE_UNAVAILABLE);

    private ApiHeaders() {}

    static Map<String, Object> common() {
        return keywords(
                COMMON.get(0), header("Version of the engine.", TEXT),
                COMMON.get(1), header("Version of the rule book.", TEXT),
                COMMON.get(2),
                        header("Digest of the rule book.", Map.of("type", "string", "pattern", "^[0-9a-f]{64}$")));
    }

    static Map<String, Object> responseHeaders(ApiEndpoint endpoint, List<Operation.Response> goods) {
        Map<String, Object> headers = references();
        Stream<Operation.Header> ofPost =
                takesKey(endpoint) ? Stream.of(Operation.Header.IDEMPOTENCY_REPLAYED) : Stream.empty();
        Stream.concat(goods.stream().flatMap(good -> Arrays.stream(good.headers())), ofPost)
                .distinct()
                .forEach(header -> headers.put(header.headerName(), header(header.description(), TEXT)));
        return headers;
    }

    static boolean takesKey(ApiEndpoint endpoint) {
        return endpoint.method().equals("POST") && endpoint.operation().idempotencyKey();
    }

    static Map<String, Object> problemHeaders(List<ProblemType> types) {
        Map<String, Object> headers = references();
        if (!Collections.disjoint(types, RETRIED)) {
            Operation.Header later = Operation.Header.RETRY_AFTER;
            headers.put(later.headerName(), header(later.description(), Map.of("type", "integer", "minimum", 1)));
        }
        return headers;
    }

    private static Map<String, Object> references() {
        Map<String, Object> headers = new LinkedHashMap<>();
        COMMON.forEach(name -> headers.put(name, Map.of("$ref", "#/components/headers/" + name)));
        return headers;
    }

    private static Map<String, Object> header(String says, Map<String, Object> schema) {
        return keywords("description", says, "schema", schema);
    }

    static List<Object> requestHeaders(ApiEndpoint endpoint) {
        List<Object> headers = new ArrayList<>();
        if (takesKey(endpoint)) {
            String says =
                    "Identifies this request for 24 hours: a repetition returns the same response and is not processed again.";
            Map<String, Object> key = keywords("type", "string", "minLength", 1, "maxLength", 255);
            headers.add(OpenApi.parameter("header", "Idempotency-Key", says, key));
        }
        if (endpoint.method().equals("GET") && endpoint.responses().stream().anyMatch(OpenApi::tagged)) {
            headers.add(OpenApi.parameter("header", "If-None-Match", "The ETag of the cached version.", TEXT));
        }
        if (!List.of("GET", "POST").contains(endpoint.method())
                && endpoint.path().startsWith(ScenarioController.PATH)) {
            String says = "The ETag of the version that the change is based on.";
            headers.add(OpenApi.parameter("header", "If-Match", says, TEXT));
        }
        if (endpoint.method().equals("PUT")) {
            Map<String, Object> any = Map.of("const", "*");
            headers.add(OpenApi.parameter("header", "If-None-Match", "* to create a new scenario.", any));
        }
        if (endpoint.responses().stream().anyMatch(good -> good.status() == 202)) {
            headers.add(OpenApi.parameter("header", "Prefer", "respond-async to run the request as a job.", TEXT));
        }
        return headers;
    }
}
