package entente.service.assistant;

import entente.scenario.FolderScenarioSource;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.Shipped;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the server over its standard input and output, in this process. */
final class StdioSession implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    static final AssistantServer SERVER = new AssistantServer(
            new RuleBookSnapshot(Shipped.BOOK, Shipped.rival(), new FolderScenarioSource(List.of(Shipped.SCENARIOS))),
            ServedFolders.of("rules", "scenarios"));

    private final OutputStream toServer;
    private final BufferedReader fromServer;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Thread thread;
    private int id;

    StdioSession() throws IOException {
        this(SERVER);
    }

    StdioSession(AssistantServer assistant) throws IOException {
        PipedInputStream in = new PipedInputStream(1 << 16);
        PipedInputStream replies = new PipedInputStream(1 << 20);
        toServer = new PipedOutputStream(in);
        OutputStream out = new PipedOutputStream(replies);
        fromServer = new BufferedReader(new InputStreamReader(replies, StandardCharsets.UTF_8));
        McpStdio server = new McpStdio(assistant, out, new PrintStream(log, true, StandardCharsets.UTF_8));
        thread = new Thread(() -> {
            server.serve(in);
            try {
                out.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        thread.start();
    }

    void line(String message) throws IOException {
        toServer.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }

    /** The next message of the server; null at the end. */
    JsonNode next() throws IOException {
        String line = fromServer.readLine();
        return line == null ? null : JSON.readTree(line);
    }

    JsonNode ask(String method, Object params) throws IOException {
        line(JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", ++id, "method", method, "params", params)));
        return next();
    }

    /** The result of a tool. */
    JsonNode call(String tool, Map<String, ?> arguments) throws IOException {
        return ask("tools/call", Map.of("name", tool, "arguments", arguments)).get("result");
    }

    /** The arguments of a tool. */
    static Map<String, Object> json(String arguments) {
        return JSON.readValue(arguments, new TypeReference<>() {});
    }

    static String text(JsonNode result) {
        return result.get("content").get(0).get("text").asString();
    }

    String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Ends the input, and waits for the end of the server. */
    void end() throws IOException, InterruptedException {
        toServer.close();
        thread.join();
    }

    @Override
    public void close() throws IOException {
        toServer.close();
    }
}
