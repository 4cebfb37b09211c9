package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The messages of the protocol, valid and invalid, over standard input and output. */
@Timeout(120)
class McpStdioTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";

    /** What the server writes for this input. */
    private static List<JsonNode> answers(byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new McpStdio(StdioSession.SERVER, out, new PrintStream(OutputStream.nullOutputStream()))
                .serve(new ByteArrayInputStream(input));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(StdioSession.JSON::readTree)
                .toList();
    }

    private static List<JsonNode> answers(String input) {
        return answers(input.getBytes(StandardCharsets.UTF_8));
    }

    private static int code(JsonNode answer) {
        return answer.get("error").get("code").asInt();
    }

    @Test
    void everythingThatWasReadIsAnsweredBeforeTheEnd() {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            input.append("{\"jsonrpc\":\"2.0\",\"id\":")
                    .append(i)
                    .append(",\"method\":\"tools/call\",\"params\":{\"name\":")
                    .append("\"assess\",\"arguments\":{\"scenario\":\"status-quo-2025\"}}}\n");
        }
        assertThat(answers(input.toString()).stream()
                        .map(answer -> answer.get("id").asInt()))
                .hasSize(50)
                .doesNotHaveDuplicates();
        assertThat(answers("")).isEmpty();
        assertThat(answers("\n \n" + PING)).as("the last line has no end").hasSize(1);
    }

    @Test
    void whatIsNoMessageIsRefusedAndTheNextIsAnswered() {
        Map<String, Integer> wrong = Map.of(
                "{",
                -32700,
                "[]",
                -32700,
                "null",
                -32700,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                -32700,
                "{} {}",
                -32700,
                "{\"jsonrpc\":\"2.0\"}",
                -32600,
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                -32600,
                "{\"a\":".repeat(80) + "1" + "}".repeat(80),
                -32700);
        wrong.forEach((line, code) -> {
            List<JsonNode> answers = answers(line + "\n" + PING + "\n");
            assertThat(answers).as(line).hasSize(2);
            JsonNode refusal = answers.stream()
                    .filter(one -> one.get("id").isNull())
                    .findFirst()
                    .orElseThrow();
            assertThat(code(refusal)).as(line).isEqualTo(code);
        });
        byte[] notText = {'"', (byte) 0xff, '"', '\n'};
        assertThat(code(answers(notText).get(0))).isEqualTo(-32700);
    }

    @Test
    void aLineBeyondTheLimitIsSkipped() {
        List<JsonNode> answers = answers("{\"x\":\"" + "y".repeat(5 << 20) + "\"}\n" + PING + "\n");
        assertThat(answers).hasSize(2);
        assertThat(code(answers.get(0))).isEqualTo(-32600);
        assertThat(answers.get(0).get("error").get("message").asString()).startsWith("A message has at most ");
    }

    @Test
    void argumentsBeyondTheSizeOfAScenarioAreRefused() {
        String call =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"assess\",\"arguments\":"
                        + "{\"scenario\":{\"id\":\"x\",\"title\":\"x\",\"readings\":{},\"narrative\":\""
                        + "n".repeat(2 << 20) + "\"}}}}\n";
        JsonNode result = answers(call).get(0).get("result");
        assertThat(result.get("isError").asBoolean()).isTrue();
        assertThat(StdioSession.text(result)).contains("[TOO_LARGE]");
    }

    @Test
    void parametersOfAnotherFormAreErrorsWithAReason() {
        Map<String, String> wrong = Map.of(
                "\"method\":\"tools/call\"",
                "tools/call requires params with name",
                "\"method\":\"tools/call\",\"params\":\"x\"",
                "params is an object",
                "\"method\":\"tools/call\",\"params\":{\"name\":3}",
                "tools/call requires params with name",
                "\"method\":\"tools/call\",\"params\":{\"name\":\"assess\",\"arguments\":\"x\"}",
                "arguments is an object",
                "\"method\":\"tools/call\",\"params\":{\"name\":\"assess\",\"arguments\":[\"x\"]}",
                "arguments is an object",
                "\"method\":\"tools/call\",\"params\":{\"name\":\"assess\",\"_meta\":3}",
                "params do not have the form",
                "\"method\":\"prompts/get\"",
                "prompts/get requires params with name",
                "\"method\":\"resources/read\"",
                "resources/read requires params with uri",
                "\"method\":\"tools/list\",\"params\":{\"cursor\":{}}",
                "params do not have the form",
                "\"method\":\"initialize\"",
                "initialize requires params with protocolVersion");
        wrong.forEach((request, reason) -> {
            JsonNode answer =
                    answers("{\"jsonrpc\":\"2.0\",\"id\":7," + request + "}\n").get(0);
            assertThat(answer.get("id").asInt()).as(request).isEqualTo(7);
            assertThat(code(answer)).as(request).isEqualTo(-32602);
            assertThat(answer.get("error").get("message").asString())
                    .as(request)
                    .startsWith(reason);
        });
        assertThat(answers("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n")
                        .get(0)
                        .has("result"))
                .isTrue();
    }

    @Test
    void unknownMethodsAndToolsAreErrors() {
        assertThat(code(answers("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}\n")
                        .get(0)))
                .isEqualTo(-32601);
        assertThat(code(answers(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"nothing\"}}\n")
                        .get(0)))
                .isEqualTo(-32602);
        assertThat(answers("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"asess\"}}\n")
                        .get(0)
                        .get("error")
                        .get("message")
                        .asString())
                .startsWith("There is no tool \"asess\". Did you mean assess? The tools are list_scenarios, ")
                .contains("find_flips");
    }

    @Test
    void aCancelledRequestHasNoAnswer() throws IOException, InterruptedException {
        try (StdioSession session = new StdioSession()) {
            String flip =
                    "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"tools/call\",\"params\":{\"name\":\"find_flips\","
                            + "\"arguments\":{\"scenario\":\"baseline-2018\",\"to\":\"ALMOST_CERTAIN\",\"maxSize\":4}}}";
            for (String id : List.of("a", "b", "c")) {
                session.line(flip.formatted(id));
            }
            for (String id : List.of("c", "a", "b", "unknown")) {
                session.line("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\""
                        + id + "\"}}");
            }
            session.line(PING);
            assertThat(session.next().get("id").asString()).isEqualTo("p");
            session.end();
            assertThat(session.next()).isNull();
        }
    }
}
