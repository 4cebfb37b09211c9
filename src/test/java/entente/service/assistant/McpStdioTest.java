package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        String call = "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"assess\",\"arguments\":{\"scenario\":\"status-quo-2025\"}}}\n";
        String input = IntStream.range(0, 50).mapToObj(i -> call.formatted(i)).collect(Collectors.joining());
        List<JsonNode> answers = answers(input);
        assertThat(answers.stream().map(answer -> answer.get("id").asInt()))
                .hasSize(50)
                .doesNotHaveDuplicates();
        assertThat(answers.stream().map(answer -> answer.get("result")).distinct())
                .as("all at the same time")
                .hasSize(1);
        assertThat(answers("")).isEmpty();
        assertThat(answers("\n \n" + PING)).as("the last line has no end").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -32700 | {
                    -32700 | []
                    -32700 | null
                    -32700 | {"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}
                    -32700 | {} {}
                    -32600 | {"jsonrpc":"2.0"}
                    -32600 | {"jsonrpc":"1.0","id":1,"method":"ping"}
                    """)
    void whatIsNoMessageIsRefusedAndTheNextIsAnswered(int code, String line) {
        assertRefusedAndTheNextAnswered(code, line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void deepNestingAndWhatIsNoTextAreRefused() {
        assertRefusedAndTheNextAnswered(
                -32700, ("{\"a\":".repeat(80) + "1" + "}".repeat(80)).getBytes(StandardCharsets.UTF_8));
        assertRefusedAndTheNextAnswered(-32700, new byte[] {'"', (byte) 0xff, '"'});
    }

    private static void assertRefusedAndTheNextAnswered(int code, byte[] line) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(line);
        input.writeBytes(("\n" + PING + "\n").getBytes(StandardCharsets.UTF_8));
        List<JsonNode> answers = answers(input.toByteArray());
        assertThat(answers).hasSize(2);
        assertThat(answers.stream().filter(one -> one.get("id").isNull()).map(McpStdioTest::code))
                .containsExactly(code);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "tools/call"                                                   | tools/call requires params with name
                    "tools/call","params":"x"                                      | params is an object
                    "tools/call","params":{"name":3}                               | tools/call requires params with name
                    "tools/call","params":{"name":"assess","arguments":"x"}        | arguments is an object
                    "tools/call","params":{"name":"assess","arguments":["x"]}      | arguments is an object
                    "tools/call","params":{"name":"assess","_meta":3}              | params do not have the form
                    "resources/read"                                               | resources/read requires params with uri
                    "tools/list","params":{"cursor":{}}                            | params do not have the form
                    "initialize"                                                   | initialize requires params with protocolVersion
                    """)
    void parametersOfAnotherFormAreErrorsWithAReason(String method, String reason) {
        JsonNode answer = answer(method);
        assertThat(answer.get("id").asInt()).isEqualTo(7);
        assertThat(code(answer)).isEqualTo(-32602);
        assertThat(answer.at("/error/message").asString()).startsWith(reason);
    }

    @Test
    void parametersThatAreNotNeededMayBeMissing() {
        assertThat(answer("\"tools/list\"").has("result")).isTrue();
    }

    /** The answer to a request with this method, and what follows it. */
    private static JsonNode answer(String method) {
        return answers("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":" + method + "}\n")
                .get(0);
    }

    @Test
    void unknownMethodsAndToolsAreErrors() {
        assertThat(code(answer("\"nothing\""))).isEqualTo(-32601);
        JsonNode answer = answer("\"tools/call\",\"params\":{\"name\":\"asess\"}");
        assertThat(code(answer)).isEqualTo(-32602);
        assertThat(answer.at("/error/message").asString())
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
