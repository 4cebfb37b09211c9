package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Messages of JSON-RPC and their JSON: reading and writing them, and errors that belong to no request. */
final class AssistantMessages {

    private static final String VERSION = McpSchema.JSONRPC_VERSION;
    private static final String NO_MESSAGE = "The message is no request of JSON-RPC 2.0.";
    private static final String NO_OBJECT = "The message is no JSON object.";

    private static final int DEPTH = 72;

    /** As strict as that of scenarios: no member twice, and numbers as they are written. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JSON);

    private AssistantMessages() {}

    /** @throws McpError if it is no message */
    static JSONRPCMessage read(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.strip().startsWith("{")) {
                throw new McpError(new JSONRPCError(ErrorCodes.PARSE_ERROR, NO_OBJECT));
            }
            JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(MAPPER, text);
            if (!VERSION.equals(message.jsonrpc())) {
                throw invalid(NO_MESSAGE);
            }
            return message;
        } catch (CharacterCodingException notText) {
            throw new McpError(new JSONRPCError(ErrorCodes.PARSE_ERROR, "The message is not UTF-8."));
        } catch (IOException | JacksonException notJson) {
            throw new McpError(new JSONRPCError(ErrorCodes.PARSE_ERROR, NO_OBJECT));
        } catch (IllegalArgumentException noMessage) {
            throw invalid(NO_MESSAGE);
        }
    }

    static McpError invalid(String detail) {
        return new McpError(new JSONRPCError(ErrorCodes.INVALID_REQUEST, detail));
    }

    /** The response to what is no request: it has no id, which the record of the SDK does not allow. */
    static String response(McpError invalid) {
        Map<String, @Nullable Object> response = new HashMap<>(keywords("jsonrpc", VERSION));
        response.put("id", null);
        response.put("error", invalid.getJsonRpcError());
        return text(response);
    }

    /** @throws tools.jackson.core.JacksonException if it is no object */
    static Map<String, Object> object(String json) {
        return JSON.readValue(json, OBJECT);
    }

    static List<Object> list(String json) {
        return JSON.readValue(json, LIST);
    }

    static byte[] bytes(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }
}
