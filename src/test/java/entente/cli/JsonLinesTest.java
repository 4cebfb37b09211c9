package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.CanonicalJson;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.JsonLines;
import entente.document.Node;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and standard input with one scenario on each line. */
class JsonLinesTest {

    private static final Home HOME = new Home(Shipped.RULES, Shipped.SCENARIOS, Shipped.CACHE);
    private static final String GOOD = line("baseline-2018");

    @TempDir
    private Path folder;

    private static String line(String id) {
        return line(Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json")));
    }

    private static String line(byte[] json) {
        return CanonicalJson.write(Documents.json(json, DocumentLimits.SCENARIO)
                .root()
                .flatMap(Node::toJava)
                .orElseThrow());
    }

    @Test
    void everyShippedScenarioIsAssessedInItsLineAsInItsFile() throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (String id : Shipped.scenarioIds()) {
            lines.add(line(id));
            expected.append(Invocation.output("assess", Shipped.SCENARIOS.resolve(id + ".json"), "--format", "ndjson"));
        }
        Path file = Files.writeString(folder.resolve("all.ndjson"), String.join("\n", lines));
        assertThat(Invocation.output("assess", file, "--format", "ndjson")).isEqualTo(expected.toString());
        assertThat(Invocation.fed(String.join("\r\n\n", lines), "assess", "-", "--format", "ndjson")
                        .out())
                .isEqualTo(expected.toString());
        assertThat(Invocation.output("assess", file))
                .isEqualTo(Invocation.output("assess", Shipped.SCENARIOS));
    }

    @Test
    void badLinesAreNamedAndDoNotStopTheOthers() throws IOException {
        String long_ = "{\"title\": \"" + "x".repeat(DocumentLimits.SCENARIO.bytes()) + "\"}";
        String wrong = GOOD.replace("\"political_will_to_ally\":", "\"political_will_to_al\":");
        for (String bad : List.of("no json", "{\"id\": ", "{}", "7", "{\"id\": }", wrong, long_)) {
            for (String input : List.of(bad + "\n" + GOOD, "\n" + GOOD + "\n" + bad + "\n" + GOOD + "\n\n")) {
                Path file = Files.writeString(folder.resolve("some.ndjson"), input);
                Invocation run = Invocation.of("assess", file, "--format", "ndjson");
                int at = input.startsWith("\n") ? 3 : 1;
                String as = bad.substring(0, Math.min(40, bad.length()));
                assertThat(run.code()).as(as).isEqualTo(1);
                assertThat(run.out().lines()).as(as).hasSize(at == 1 ? 1 : 2);
                assertThat(run.err())
                        .as(as)
                        .contains("some.ndjson, line " + at + ": ")
                        .doesNotContain("(line " + (at - 1), "(line " + (at + 1));
            }
        }
        assertThat(Invocation.fed("no json\n" + GOOD, "assess", "-").err()).startsWith("standard input, line 1: ");
        Invocation bad = Invocation.fed(GOOD + "\n" + wrong, "assess", "-");
        assertThat(bad.err()).contains("(line 2, column ").contains("UNKNOWN_INDICATOR");
    }

    @Test
    void oneDocumentIsNotTakenForLines() throws IOException {
        for (String id : Shipped.scenarioIds()) {
            byte[] json = Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json"));
            assertThat(JsonLines.areIn("-", json)).as(id).isFalse();
            String text = new String(json, StandardCharsets.UTF_8);
            for (String layout : List.of(
                    line(json),
                    "\n" + line(json) + "\n \n",
                    text.replace(": {", ":\n{"),
                    text.replace("\n", ""),
                    "[\n" + line(json) + ",\n" + line(json) + "]")) {
                assertThat(JsonLines.areIn("-", layout.getBytes(StandardCharsets.UTF_8)))
                        .as(layout)
                        .isFalse();
            }
        }
    }

    @Test
    void linesAreReadOneByOne() {
        String text = "{}\n".repeat(50_000) + "{\"a\":\"" + "x".repeat(200_000) + "\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        List<JsonLines.Line> lines = JsonLines.of(new byte[0], in, 100_000).toList();
        assertThat(lines).hasSize(50_001);
        assertThat(lines.get(50_000).bytes()).hasSize(100_001);
        JsonLines.of(new byte[0], new ByteArrayInputStream(bytes), 100_000)
                .limit(2)
                .forEach(line -> assertThat(line.bytes()).hasSize(2));
    }

    /** The second file is changed when the first result is written, so it must not have been read before. */
    @ParameterizedTest
    @CsvSource({"json, '['", "ndjson, '{'", "csv, '\"id\"'", "md, '| Scenario'"})
    void resultIsWrittenBeforeTheNextFileIsRead(String format, String begin) throws IOException {
        Path first = Files.copy(Invocation.BASELINE, folder.resolve("a.json"));
        Path second = folder.resolve("b.json");
        Files.writeString(second, "{}");
        ByteArrayOutputStream written = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                try {
                    Files.copy(first, second, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException broken) {
                    throw new AssertionError(broken);
                }
            }
        };
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stream(written), stream(OutputStream.nullOutputStream()), false, false);
        int code = new Cli(terminal, HOME).run("assess", folder.toString(), "--format", format);
        assertThat(code).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith(begin)
                .isEqualTo(Invocation.output("assess", folder, "--format", format));
    }

    @Test
    void nothingIsWrittenAfterASignalAndTheLastLineIsComplete() throws InterruptedException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ResultStream results = new ResultStream(stream(written))) {
            results.write("[\n{}");
            results.stop();
            Thread late = new Thread(() -> results.write(",\n{}"));
            late.setDaemon(true);
            late.start();
            late.join(200);
            assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("[\n{}\n");
        }
    }

    @Test
    void progressIsShownOnATerminalAndErased() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("a.json"));
        Files.copy(Invocation.BASELINE, folder.resolve("b.json"));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stream(OutputStream.nullOutputStream()), stream(err), false, true);
        new Cli(terminal, HOME).run("assess", folder.toString());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("0 of 2", "1 of 2")
                .endsWith("\r\u001B[K");
    }

    private static PrintStream stream(OutputStream out) {
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }
}
