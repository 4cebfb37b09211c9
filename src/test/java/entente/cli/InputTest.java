package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.CanonicalJson;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.JsonLines;
import entente.document.Node;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.testkit.Folders;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Inputs that are not regular files, cannot be read, or hold one scenario on each line. */
@Timeout(60)
class InputTest {

    @TempDir
    private Path folder;

    private Path pipe(String name) throws InterruptedException {
        Path pipe = folder.resolve(name);
        ProgramRun.of("mkfifo", pipe.toString()).ok();
        return pipe;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipeIsRead() throws Exception {
        Path pipe = pipe("pipe");
        Process writer = new ProcessBuilder(
                        "sh", "-c", "cat \"$0\" > \"$1\"", Invocation.BASELINE.toString(), "" + pipe)
                .start();
        Invocation run = Invocation.of("assess", pipe, "--format", "json");
        assertThat(writer.waitFor()).isZero();
        assertThat(run).isEqualTo(Invocation.of("assess", Invocation.BASELINE, "--format", "json"));
    }

    /** Nobody would write to it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void pipeInAFolderOfScenariosIsNotRead() throws Exception {
        Path pipe = pipe("parent.json");
        assertThat(FolderScenarioSource.read(pipe)).isEmpty();
        assertThat(new FolderScenarioSource(List.of(folder)).find("parent")).isEmpty();
    }

    private Input.Content failing(IOException failure) {
        return Input.read(folder.resolve("a.json"), file -> {
            throw failure;
        });
    }

    @Test
    void faultOfReadingIsNamed() {
        Input.Content denied = failing(new AccessDeniedException("a.json"));
        assertThat(denied.fault()).contains("permission denied");
        assertThat(new Input("a.json", () -> denied, ScenarioSource.none(), List::of)
                        .missingMessage(denied, "scenario"))
                .isEqualTo("a.json: permission denied.");
        assertThat(failing(new IOException("Input/output error")).fault()).contains("reading failed");
        assertThat(Input.read(folder.resolve("none.json"))).isEqualTo(Input.Content.MISSING);
    }

    @Test
    void idIsTheShippedScenarioAndNamedAsGiven() {
        Path later = Shipped.SCENARIOS.resolve("status-quo-2025.json");
        for (Object[] same : new Object[][] {{"assess"}, {"flip", "--up"}, {"compare", Invocation.BASELINE}}) {
            Invocation byId =
                    Invocation.of(same, "status-quo-2025", "--format", "json").ok();
            assertThat(byId).isEqualTo(Invocation.of(same, later, "--format", "json"));
        }
        assertThat(Invocation.output("validate", "baseline-2018")).startsWith("baseline-2018: valid;");
    }

    /** The launcher is a file in the working directory whose name could be an id. */
    @Test
    void fileOfThatNameTakesPrecedence() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("entente.json"));
        Files.copy(Invocation.BASELINE, folder.resolve("other.json"));
        Home home = new Home(Shipped.RULES, folder, Shipped.CACHE);
        Invocation.with(home, "validate", "other").ok();
        Invocation.with(home, "validate", "entente").expect(65);
    }

    @ParameterizedTest
    @CsvSource({
        "assess, baseline-2019, Did you mean baseline-2018?",
        "assess, baseline2018.json, Did you mean baseline-2018?",
        "explain, taiwan, Did you mean taiwan-war?",
        "validate, scenarios/baseline-2019.json, Did you mean scenarios/baseline-2018.json?",
        "assess, status, Did you mean status-quo-2025 or status-conflict-1958?",
    })
    void missingInputSuggestsSimilarNames(String command, String name, String suggestion) {
        assertThat(Invocation.of(command, name))
                .isEqualTo(new Invocation(66, "", name + ": there is no scenario here. " + suggestion + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"file.json, ''", "x.json, ''", "ee.xlsx, ' Did you mean %s/e.json?'"})
    void folderAndEndingDoNotMakeNamesSimilar(String name, String suggestion) throws IOException {
        Files.writeString(folder.resolve("e.json"), "{}");
        String file = folder.resolve(name).toString();
        assertThat(Invocation.of("assess", file).err())
                .isEqualTo(file + ": there is no scenario here." + suggestion.formatted(folder) + "\n");
    }

    private Path child(String parent) throws IOException {
        return Files.writeString(
                folder.resolve("child.json"),
                "{\"id\": \"child\", \"title\": \"C\", \"extends\": \"" + parent + "\", \"readings\": {}}");
    }

    private Path archived(String name) throws IOException {
        String json = Invocation.output("assess", Invocation.BASELINE, "--format", "json");
        return Files.writeString(folder.resolve(name), json);
    }

    @Test
    void parentIsTheScenarioBehindIt() throws IOException {
        archived("baseline-2018.json");
        assertThat(Invocation.output("validate", child("baseline-2018"))).contains(Shipped.indicators() + " inherited");
    }

    @Test
    void missingParentIsReportedAsUnknown() throws IOException {
        archived("status-quo.json");
        Invocation run = Invocation.of("validate", child("status-quo")).expect(65);
        assertThat(run.err())
                .contains("There is no scenario \"status-quo\". Did you mean status-quo-2025?")
                .contains("[UNKNOWN_PARENT]");
    }

    @Test
    void archivedAssessmentAsInputIsNamedAsSuch() throws IOException {
        Invocation run = Invocation.of("assess", archived("kept.json")).expect(65);
        assertThat(run.err()).contains("1 problem").contains("This is an archived assessment, not a scenario");
    }

    static final Path BAD = Golden.RESOURCES.resolve("scenarios").resolve("bad");

    static List<String> names() {
        return Folders.names(BAD).stream()
                .filter(name -> name.endsWith(".json"))
                .toList();
    }

    /** One line for each problem, as {@code validate --format json} reports it. */
    @Tag("thorough")
    @Test
    void everyProblemIsReportedAsExpected() throws IOException {
        List<Object> args = new ArrayList<>(List.of("validate", "--format", "json"));
        names().forEach(name -> args.add(BAD.resolve(name)));
        Invocation run = Invocation.of(args.toArray()).expect(65);
        assertThat(run.err()).isEmpty();
        StringBuilder problems = new StringBuilder();
        for (JsonNode file : run.json()) {
            assertThat(file.get("valid").asBoolean()).isFalse();
            for (JsonNode problem : file.get("errors")) {
                problems.append(Path.of(file.get("input").asString()).getFileName());
                problem.forEach(member ->
                        problems.append(' ').append(member.isArray() ? member.toString() : member.asString()));
                problems.append('\n');
            }
        }
        Golden.check(Golden.RESOURCES.resolve("golden").resolve("problems.txt"), problems.toString());
    }

    @Test
    void validScenariosAreAssessedRegardlessOfInvalidOnes() throws IOException {
        for (String id : Shipped.scenarioIds()) {
            Files.copy(Shipped.SCENARIOS.resolve(id + ".json"), folder.resolve(id + ".json"));
        }
        Invocation alone = Invocation.of("assess", folder, "--format", "ndjson").ok();
        // A reading of 2011 in a scenario of 2010, on purpose.
        assertThat(alone.err().lines()).allMatch(line -> line.contains("Please check"));
        assertThat(alone.out().lines()).hasSize(Shipped.scenarioIds().size());

        List<String> bad = names();
        for (String name : bad) {
            Files.copy(BAD.resolve(name), folder.resolve(name));
        }
        Invocation mixed = Invocation.of("assess", folder, "--format", "ndjson").expect(1);
        assertThat(mixed.out()).isEqualTo(alone.out());
        for (String name : bad) {
            assertThat(mixed.err().lines().filter(l -> l.startsWith(folder.resolve(name) + ": ")))
                    .as(name)
                    .hasSize(1);
        }
        for (String id : Shipped.scenarioIds()) {
            assertThat(mixed.err().lines().filter(line -> line.startsWith(folder.resolve(id + ".json") + ": ")))
                    .allMatch(line -> line.contains("Please check"));
        }
    }

    // Files and standard input with one scenario on each line.
    private static final Home HOME = new Home(Shipped.RULES, Shipped.SCENARIOS, Shipped.CACHE);
    private static final String GOOD = line("baseline-2018");

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
        assertThat(Invocation.output("assess", file)).isEqualTo(Invocation.output("assess", Shipped.SCENARIOS));
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
