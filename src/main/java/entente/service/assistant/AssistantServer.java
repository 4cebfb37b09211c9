package entente.service.assistant;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Engine;
import entente.model.rule.Inventory.ArticleReference;
import entente.report.wording.VerdictSentences;
import entente.rulebook.RuleBookLocations;
import entente.service.assistant.AssistantCall.StoredScenarioLookup;
import entente.service.problem.ProblemException;
import entente.service.rulebook.RuleBookSnapshot;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.PaginatedRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** The server of the protocol over one rule book. It keeps no state between messages, so that clients need no session. */
final class AssistantServer {

    static final List<String> PROTOCOL_VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    private static final String CALL = "call";

    private static final String INSTRUCTIONS =
            "Entente tells how likely the event of its rule book is in a scenario, and shows every step with rule and paragraph. "
                    + "Give no likelihood of your own: call assess, and quote its word with its range, its percentage, its interval "
                    + "and, in another sentence, its confidence. Unrated readings stay unknown. Every number is "
                    + VerdictSentences.IS + ".";

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
            McpSchema.METHOD_RESOURCES_READ, new Form(ReadResourceRequest.class, "uri"));

    private final RuleBookSnapshot snapshot;
    private final ServedFolders folders;
    private final RuleBookLocations locations;
    private final List<String> tools;
    private final McpStatelessServerHandler handler;

    AssistantServer(RuleBookSnapshot snapshot, ServedFolders folders) {
        this.snapshot = snapshot;
        this.folders = folders;
        this.locations = folders.locations();
        Connector connector = new Connector();
        McpServer.StatelessSyncSpecification server = McpServer.sync(connector)
                .serverInfo("entente", Engine.VERSION)
                .instructions(
                        INSTRUCTIONS + encoded(snapshot.loadedRuleBook().about().article()))
                .jsonMapper(AssistantMessages.MAPPER)
                .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
                // The reader of scenarios reports all problems at once, with what was probably meant.
                .validateToolInputs(false)
                // On the thread of the evaluation, which is interrupted at its deadline.
                .immediateExecution(true)
                .capabilities(ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build());
        List<AssistantTool> declared = new AssistantTools(snapshot).all();
        declared.forEach(
                tool -> server.toolCall(tool.declaration(), (context, request) -> tool.run(call(context), request)));
        this.tools = declared.stream().map(AssistantTool::name).toList();
        AssistantResources.addTo(server, snapshot);
        server.build();
        this.handler = Objects.requireNonNull(connector.handler);
    }

    static String encoded(ArticleReference article) {
        String title = article.cited() + ", \"" + article.title() + "\"";
        return article.texts().isEmpty()
                ? " The rule book encodes " + title + ", whose paragraphs rules cite."
                : " The rule book rests on what was read of " + title + ", and of other texts. " + article.allTexts()
                        + " Attribute a citation to its text.";
    }

    static AssistantCall call(McpTransportContext context) {
        return (AssistantCall) Objects.requireNonNull(context.get(CALL));
    }

    RuleBookSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Answers a request. A notification has no answer, and none changes anything, so that those are not passed on.
     *
     * @throws ProblemException if its evaluation was not admitted or did not end in time
     */
    JSONRPCResponse answer(JSONRPCRequest request, StoredScenarioLookup stored, AssistantCall.Evaluator evaluator) {
        Optional<String> problem = problem(request);
        if (problem.isPresent()) {
            return JSONRPCResponse.error(request.id(), new JSONRPCError(ErrorCodes.INVALID_PARAMS, problem.get()));
        }
        AssistantCall call = new AssistantCall(snapshot, folders, locations, stored, evaluator);
        JSONRPCResponse response = handler.handleRequest(McpTransportContext.create(Map.of(CALL, call)), request)
                .block();
        call.failure().ifPresent(failed -> {
            throw failed;
        });
        return Objects.requireNonNull(response);
    }

    /** What is wrong with the parameters, which the SDK converts without saying so; empty if nothing is. */
    private Optional<String> problem(JSONRPCRequest request) {
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
            AssistantMessages.MAPPER.convertValue(params, form.type());
            return Optional.empty();
        } catch (IllegalArgumentException | JacksonException wrong) {
            return Optional.of("params do not have the form that " + request.method() + " requires.");
        }
    }

    /** Takes the handler of messages, which each transport calls. */
    private static final class Connector implements McpStatelessServerTransport {

        private @Nullable McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler messages) {
            handler = messages;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public List<String> protocolVersions() {
            return PROTOCOL_VERSIONS;
        }
    }
}
