package entente.service.assistant;

import static entente.report.json.InputSchemas.keywords;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;

    private static final String VERSION = "2.0";
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

    /** What is no message. */
    static final class InvalidMessageException extends Exception {

        private static final long serialVersionUID = 1;

        private final int code;

        InvalidMessageException(int code, String detail) {
            super(detail, null, false, false);
            this.code = code;
        }

        String response() {
            return error(null, code, String.valueOf(getMessage()));
        }
    }

    static JSONRPCMessage read(byte[] bytes) throws InvalidMessageException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.strip().startsWith("{")) {
                throw new InvalidMessageException(PARSE_ERROR, NO_OBJECT);
            }
            JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(MAPPER, text);
            if (!VERSION.equals(message.jsonrpc())) {
                throw new InvalidMessageException(INVALID_REQUEST, NO_MESSAGE);
            }
            return message;
        } catch (CharacterCodingException notText) {
            throw new InvalidMessageException(PARSE_ERROR, "The message is not UTF-8.");
        } catch (IOException | JacksonException notJson) {
            throw new InvalidMessageException(PARSE_ERROR, NO_OBJECT);
        } catch (IllegalArgumentException noMessage) {
            throw new InvalidMessageException(INVALID_REQUEST, NO_MESSAGE);
        }
    }

    /** @param id of the request; null if it is not known */
    static String error(@Nullable Object id, int code, String detail) {
        Map<String, @Nullable Object> response = new HashMap<>(keywords("jsonrpc", VERSION));
        response.put("id", id);
        response.put("error", keywords("code", code, "message", detail));
        return text(Collections.unmodifiableMap(response));
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
