package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Entente;
import entente.model.LikelihoodScale;
import entente.report.json.AssessmentJson;
import entente.testkit.Folders;
import entente.testkit.ProgramRun;
import entente.testkit.Shipped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processes of their own: one that receives SIGTERM in the middle of its output, and one with little memory. */
@Timeout(300)
class OutputStreamIT {

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
        assertThat(run.out().lines().map(JSON::readTree).map(OutputStreamIT::id))
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
                .extracting(OutputStreamIT::id)
                .containsOnly("baseline-2018");
    }

    private static String id(JsonNode assessment) {
        return assessment.at("/scenario/id").asString();
    }

    // Streams with one document on each line, larger than the memory of the process that reads them.
    private static final int BYTES = 100 << 20;

    @Test
    @Tag("thorough")
    void assessmentsAreVerifiedInLittleMemory() throws Exception {
        String line = AssessmentJson.document(LikelihoodScale.ICD203).line(Shipped.assess("status-quo-2025"));
        int lines = BYTES / line.length();
        assertThat(run(line, lines, "editions", "verify", "-", "--quiet")).isZero();
        assertThat(run(line, lines, "editions", "verify", "-", "--format", "json"))
                .isGreaterThanOrEqualTo(lines);
    }

    @Test
    @Tag("thorough")
    void scenariosAreAssessedInLittleMemory() throws Exception {
        String narrative = "x".repeat(90_000);
        String line = "{\"schemaVersion\": \"1\", \"id\": \"a\", \"title\": \"A\", \"asOf\": \"2025-12-31\", "
                + "\"horizonYears\": 5, \"narrative\": \"" + narrative + "\", \"readings\": {}}";
        int lines = BYTES / line.length();
        assertThat(run(line, lines, "assess", "-", "--format", "csv")).isEqualTo(lines + 1);
    }

    /** Feeds a process of a small heap with the same line again and again; returns the number of lines that it writes. */
    private static int run(String line, int times, String... args) throws IOException, InterruptedException {
        Process process = ProgramRun.java(Entente.class, List.of("-Xmx64m"), args)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread feeder = new Thread(() -> {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            try (OutputStream in = process.getOutputStream()) {
                for (int i = 0; i < times; i++) {
                    in.write(bytes);
                }
            } catch (IOException ended) {
                // The exit code tells.
            }
        });
        feeder.start();
        int written = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (out.readLine() != null) {
                written++;
            }
        }
        assertThat(process.waitFor()).isZero();
        feeder.join();
        return written;
    }
}
