package entente.service.assistant;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenarios;
import entente.service.assistant.AssistantCall.StoredScenarioLookup;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The protocol over streamable HTTP without sessions: each message is a request of its own, which passes the same valves,
 * filters and limits as those of the API. There is no stream from the server, so GET and DELETE are not allowed.
 */
@Controller
class McpController {

    static final String PATH = "/mcp";

    private static final String VERSION_HEADER = "MCP-Protocol-Version";

    private final ServedFolders folders;
    private final StoredScenarioLookup stored;
    private final AtomicReference<@Nullable AssistantServer> server = new AtomicReference<>();

    McpController(
            @Value("${entente.rules}") String rules,
            @Value("${entente.scenarios}") String scenarios,
            StoredScenarios stored) {
        this.folders = ServedFolders.of(rules, scenarios);
        this.stored = new StoredScenarioLookup(stored::ids, stored::find);
    }

    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Operation(
            access = Access.ANALYST,
            description = "A message of the Model Context Protocol, for language-model assistants.",
            body = "mcp-message",
            archive = Operation.Archive.READS,
            idempotencyKey = false)
    @Response(description = "The answer to a request; a notification has none.")
    ApiResponse message(ApiRequest request) {
        JSONRPCMessage message;
        try {
            Optional<String> version = request.header(VERSION_HEADER);
            if (version.isPresent() && !AssistantServer.PROTOCOL_VERSIONS.contains(version.get())) {
                throw AssistantMessages.invalid(
                        VERSION_HEADER + " is one of " + String.join(", ", AssistantServer.PROTOCOL_VERSIONS) + ".");
            }
            message = AssistantMessages.read(request.body());
        } catch (McpError invalid) {
            return Responses.json(400, AssistantMessages.response(invalid));
        }
        return message instanceof JSONRPCRequest call
                ? Responses.json(
                        200,
                        AssistantMessages.text(of(request.snapshot()).answer(call, stored, request::admitAndEvaluate)))
                : new ApiResponse(202, Map.of(), new byte[0]);
    }

    /** One server for each rule book; the last one is kept. */
    private AssistantServer of(RuleBookSnapshot snapshot) {
        AssistantServer known = server.get();
        if (known == null || known.snapshot() != snapshot) {
            known = new AssistantServer(snapshot, folders);
            server.set(known);
        }
        return known;
    }
}
