package entente.service.api.openapi;

import entente.service.api.Operation;
import entente.service.api.ScenarioController;
import entente.service.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Request and response headers in the OpenAPI document. */
final class ApiHeaders {

    private static final List<String> COMMON = List.of("X-Engine-Version", "X-Rules-Version", "X-Rules-Digest");
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private ApiHeaders() {}

    static Map<String, Object> common() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(COMMON.get(0), header("Version of the engine.", TEXT));
        headers.put(COMMON.get(1), header("Version of the rule book.", TEXT));
        headers.put(
                COMMON.get(2),
                header("Digest of the rule book.", Map.of("type", "string", "pattern", "^[0-9a-f]{64}$")));
        return headers;
    }

    static Map<String, Object> responseHeaders(List<Operation.Response> goods) {
        Map<String, Object> headers = references();
        goods.stream()
                .flatMap(good -> Arrays.stream(good.headers()))
                .distinct()
                .forEach(header -> headers.put(header.headerName(), header(header.description(), TEXT)));
        return headers;
    }

    static Map<String, Object> problemHeaders(List<ProblemType> types) {
        Map<String, Object> headers = references();
        if (types.contains(ProblemType.OVERLOADED)
                || types.contains(ProblemType.TOO_MANY)
                || types.contains(ProblemType.ARCHIVE_UNAVAILABLE)) {
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
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("description", says);
        header.put("schema", schema);
        return header;
    }

    /** The request headers of an operation. */
    static List<Object> requestHeaders(OpenApi.Endpoint endpoint) {
        List<Object> headers = new ArrayList<>();
        Operation operation = endpoint.operation();
        boolean tagged = Arrays.stream(operation.responses())
                .flatMap(good -> Arrays.stream(good.headers()))
                .anyMatch(header -> header == Operation.Header.ETAG);
        switch (endpoint.method()) {
            case "POST" -> {
                Map<String, Object> key = new LinkedHashMap<>();
                key.put("type", "string");
                key.put("minLength", 1);
                key.put("maxLength", 255);
                headers.add(OpenApi.parameter(
                        "header",
                        "Idempotency-Key",
                        "Identifies this request for 24 hours: a repetition returns the same response and is not processed again.",
                        key));
            }
            case "GET" -> {
                if (tagged) {
                    headers.add(OpenApi.parameter("header", "If-None-Match", "The ETag of the cached version.", TEXT));
                }
            }
            default -> {
                if (endpoint.path().startsWith(ScenarioController.PATH)) {
                    headers.add(OpenApi.parameter(
                            "header", "If-Match", "The ETag of the version that the change is based on.", TEXT));
                }
            }
        }
        if (endpoint.method().equals("PUT")) {
            headers.add(
                    OpenApi.parameter("header", "If-None-Match", "* to create a new scenario.", Map.of("const", "*")));
        }
        if (Arrays.stream(operation.responses()).anyMatch(good -> good.status() == 202)) {
            headers.add(OpenApi.parameter("header", "Prefer", "respond-async to run the batch as a job.", TEXT));
        }
        return headers;
    }
}
