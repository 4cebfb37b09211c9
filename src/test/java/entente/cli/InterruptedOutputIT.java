package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.Shipped;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code assess} of a folder as a process of its own that receives SIGTERM in the middle of its output. */
@Timeout(300)
class InterruptedOutputIT {

    private static final Path HOME = Path.of("target", "interrupted home");
    private static final int SCENARIOS = 400;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private record Interrupted(int code, String out) {}

    @BeforeAll
    static void copyProjectAndScenarios() throws IOException {
        Folders.copyBuiltProject(HOME, "target/rulebooks");
        for (int i = 0; i < SCENARIOS; i++) {
            Files.copy(Shipped.SCENARIOS.resolve("baseline-2018.json"), folder.resolve(i + ".json"));
        }
    }

    /** Sends the signal while the program waits for its reader in the middle of an item, then reads the rest. */
    private static Interrupted interrupted(String format) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("./entente", "assess", folder.toString(), "--format", format)
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder out = new StringBuilder();
            out.append((char) reader.read());
            // Not Process.destroy, which would close the pipe.
            process.toHandle().destroy();
            char[] piece = new char[1 << 16];
            for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
                out.append(piece, 0, count);
            }
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return new Interrupted(process.exitValue(), out.toString());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void ndjsonHasWholeLinesOnly() throws Exception {
        Interrupted run = interrupted("ndjson");
        assertThat(run.code()).isEqualTo(143);
        assertThat(run.out()).endsWith("\n");
        assertThat(run.out().lines().map(JSON::readTree).map(InterruptedOutputIT::id))
                .hasSizeBetween(1, SCENARIOS - 1)
                .containsOnly("baseline-2018");
    }

    @Test
    void jsonListHasWholeItemsAndLacksItsClosingBracketOnly() throws Exception {
        Interrupted run = interrupted("json");
        assertThat(run.code()).isEqualTo(143);
        assertThat(run.out()).startsWith("[").doesNotEndWith("]\n");
        assertThat(JSON.readTree(run.out() + "]"))
                .hasSizeBetween(1, SCENARIOS - 1)
                .extracting(InterruptedOutputIT::id)
                .containsOnly("baseline-2018");
    }

    private static String id(JsonNode assessment) {
        return assessment.at("/scenario/id").asString();
    }
}
