package entente.service.api;

import entente.testkit.Answer;
import entente.testkit.JsonSchemas;
import entente.testkit.RunningService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document as a client reads it: checks answers against it and records which were seen. */
final class Contract {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final Map<String, JsonSchemas> schemas = new LinkedHashMap<>();
    private final TreeSet<String> seen = new TreeSet<>();

    Contract(RunningService service) {
        this.document = service.get("/api/v1/openapi.json").json();
    }

    JsonNode document() {
        return document;
    }

    /** References to schemas and other components that the document does not define. */
    List<String> undefinedSchemas() {
        return document.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith("#/components/"))
                .filter(reference -> !document.at(reference.substring(1)).isObject())
                .toList();
    }

    /** An operation in the document. */
    record DocumentedOperation(String id, String method, String path, JsonNode node) {

        boolean takesBody() {
            return node.has("requestBody");
        }
    }

    List<DocumentedOperation> operations() {
        List<DocumentedOperation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new DocumentedOperation(
                                method.getValue().get("operationId").asString(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    /** All documented answers: operation, status, and problem type or media type. */
    TreeSet<String> documented() {
        TreeSet<String> documented = new TreeSet<>();
        for (DocumentedOperation operation : operations()) {
            operation.node().get("responses").properties().forEach(response -> {
                String base = operation.id() + " " + response.getKey();
                JsonNode content = response.getValue().path("content");
                if (content.isEmpty()) {
                    documented.add(base);
                }
                content.properties().stream()
                        .flatMap(media -> media.getKey().equals(PROBLEM)
                                ? types(media.getValue()).stream()
                                : Stream.of(media.getKey()))
                        .forEach(answer -> documented.add(base + " " + answer));
            });
        }
        return documented;
    }

    /** Problem types that an operation documents. */
    List<String> problems(DocumentedOperation operation) {
        return operation
                .node()
                .get("responses")
                .valueStream()
                .flatMap(response -> types(response.path("content").path(PROBLEM)).stream())
                .toList();
    }

    private static List<String> types(JsonNode media) {
        return media.at("/schema/allOf/1/properties/type/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    TreeSet<String> seen() {
        return seen;
    }

    /** Differences between an answer and the document. */
    List<String> violations(DocumentedOperation operation, Answer answer) {
        List<String> found = new ArrayList<>();
        JsonNode response = operation.node().get("responses").path(String.valueOf(answer.status()));
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not documented: " + answer.text());
        }
        response.path("headers").propertyNames().forEach(name -> {
            // Only some of the problem types of a status send it.
            boolean retry = name.equals("Retry-After") && answer.status() >= 400;
            boolean optional = name.equals("Idempotency-Replayed") || retry;
            if (!optional && !answer.headers().containsKey(name.toLowerCase(Locale.ROOT))) {
                found.add("header " + name + " is missing");
            }
        });
        for (Operation.Header header : Operation.Header.values()) {
            if (answer.headers().containsKey(header.headerName().toLowerCase(Locale.ROOT))
                    && !response.path("headers").has(header.headerName())) {
                found.add("header " + header.headerName() + " is not documented");
            }
        }
        String base = operation.id() + " " + answer.status();
        String media = answer.headers().getOrDefault("content-type", "").split(";")[0];
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            seen.add(base);
            if (answer.body().length > 0) {
                found.add("a body where none is documented");
            }
        } else if (!content.has(media)) {
            found.add("the media type \"" + media + "\" is not documented");
        } else if (media.equals(PROBLEM)) {
            String type = answer.at("/type").asString("");
            seen.add(base + " " + type);
            if (!types(content.get(media)).contains(type)) {
                found.add("problem " + type + " is not documented");
            }
            found.addAll(invalid("problem", answer.text()));
        } else {
            seen.add(base + " " + media);
            String reference = content.get(media).at("/schema/$ref").asString("");
            if (!reference.isEmpty()) {
                found.addAll(invalid(reference, answer.text()));
            }
        }
        return found;
    }

    /** Differences between a request body and its documented schema. */
    List<String> invalidBody(DocumentedOperation operation, String body) {
        return invalid(
                operation
                        .node()
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString(),
                body);
    }

    /** @param reference to a component, or its name */
    private List<String> invalid(String reference, String json) {
        String component = reference.substring(reference.lastIndexOf('/') + 1);
        return schemas.computeIfAbsent(component, this::schema).problems(json);
    }

    private JsonSchemas schema(String component) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/components/schemas/" + component);
        root.set("components", document.get("components"));
        return JsonSchemas.of(root.toString());
    }
}
