package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Entente;
import entente.model.LikelihoodScale;
import entente.report.json.AssessmentJson;
import entente.testkit.Shipped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams with one document on each line, larger than the memory of the process that reads them. */
@Tag("thorough")
class JsonLinesIT {

    private static final int BYTES = 100 << 20;

    @Test
    void assessmentsAreVerifiedInLittleMemory() throws Exception {
        String line = AssessmentJson.document(LikelihoodScale.ICD203).line(Shipped.assess("status-quo-2025"));
        int lines = BYTES / line.length();
        assertThat(run(line, lines, "editions", "verify", "-", "--quiet")).isZero();
        assertThat(run(line, lines, "editions", "verify", "-", "--format", "json"))
                .isGreaterThanOrEqualTo(lines);
    }

    @Test
    void scenariosAreAssessedInLittleMemory() throws Exception {
        String narrative = "x".repeat(90_000);
        String line = "{\"schemaVersion\": \"1\", \"id\": \"a\", \"title\": \"A\", \"asOf\": \"2025-12-31\", "
                + "\"horizonYears\": 5, \"narrative\": \"" + narrative + "\", \"readings\": {}}";
        int lines = BYTES / line.length();
        assertThat(run(line, lines, "assess", "-", "--format", "csv")).isEqualTo(lines + 1);
    }

    /** Feeds a process of a small heap with the same line again and again; returns the number of lines that it writes. */
    private static int run(String line, int times, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Dentente.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Entente.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
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
