package entente.service.assistant;

import entente.document.Suggestion;
import entente.document.Text;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.PaginatedRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Checks the parameters of requests before the SDK converts them, which it does without saying what is wrong. */
record RequestParameters(List<String> tools) {

    private static final String NAME = "name";
    private static final String ARGUMENTS = "arguments";

    /** @param texts members that are required, each a text */
    private record Form(Class<?> type, String... texts) {}

    private static final Map<String, Form> FORMS = Map.of(
            McpSchema.METHOD_INITIALIZE, new Form(InitializeRequest.class, "protocolVersion"),
            McpSchema.METHOD_TOOLS_LIST, new Form(PaginatedRequest.class),
            McpSchema.METHOD_TOOLS_CALL, new Form(CallToolRequest.class, NAME),
            McpSchema.METHOD_RESOURCES_LIST, new Form(PaginatedRequest.class),
            McpSchema.METHOD_RESOURCES_TEMPLATES_LIST, new Form(PaginatedRequest.class),
            McpSchema.METHOD_RESOURCES_READ, new Form(ReadResourceRequest.class, "uri"),
            McpSchema.METHOD_PROMPT_LIST, new Form(PaginatedRequest.class),
            McpSchema.METHOD_PROMPT_GET, new Form(GetPromptRequest.class, NAME));

    /** What is wrong with the parameters of a request; empty if nothing is. */
    Optional<String> problem(JSONRPCRequest request) {
        Object given = request.params();
        if (given != null && !(given instanceof Map)) {
            return Optional.of("params is an object.");
        }
        Map<?, ?> params = given instanceof Map<?, ?> map ? map : Map.of();
        Form form = FORMS.get(request.method());
        if (form == null) {
            return Optional.empty();
        }
        for (String name : form.texts()) {
            if (!(params.get(name) instanceof String)) {
                return Optional.of(request.method() + " requires params with " + name + ", a text.");
            }
        }
        if (params.get(ARGUMENTS) != null && !(params.get(ARGUMENTS) instanceof Map)) {
            return Optional.of(ARGUMENTS + " is an object.");
        }
        return form.type() == CallToolRequest.class && !tools.contains(params.get(NAME))
                ? Optional.of(unknown(String.valueOf(params.get(NAME))))
                : converted(request, params, form);
    }

    private String unknown(String tool) {
        return "There is no tool \"" + Text.excerpt(tool) + "\"."
                + Suggestion.sentence(tool, tools)
                + " The tools are " + String.join(", ", tools) + ".";
    }

    private static Optional<String> converted(JSONRPCRequest request, Map<?, ?> params, Form form) {
        try {
            AssistantJson.MAPPER.convertValue(params, form.type());
            return Optional.empty();
        } catch (IllegalArgumentException | JacksonException wrong) {
            return Optional.of("params do not have the form that " + request.method() + " requires.");
        }
    }
}
