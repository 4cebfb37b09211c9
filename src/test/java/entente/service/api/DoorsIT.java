package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.Invocation;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes in, at whichever door: the same problems, never a bug, never silence. */
@Timeout(600)
@Tag("thorough")
class DoorsIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Code and place of each problem, as every door tells them; none where the document is a good scenario. */
    private record Told(List<String> problems) {}

    @Test
    void theDocumentsOfJsonTestSuite() throws IOException {
        Map<String, byte[]> documents = JsonTestSuite.documents();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(318);
        Path folder = RunningService.folder("json-test-suite");
        int number = 0;
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (byte[] document : documents.values()) {
            // Named by number: some names hold what a file system would take amiss.
            Path file = folder.resolve("d" + number++ + ".json");
            Files.write(file, document);
            files.put(file.toString(), document);
        }
        Map<String, Told> asFiles = files(files);
        files.forEach((file, document) -> sameAtEveryDoor(file, document, asFiles.get(file)));
        // None of them is a scenario, whatever else it is.
        assertThat(asFiles.values())
                .allSatisfy(told -> assertThat(told.problems()).isNotEmpty());
    }

    @Test
    void badScenarios() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("scenarios", "cases")) {
            try (Stream<Path> found = Files.walk(Golden.RESOURCES.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(60);
        // What a file extends stands beside it or ships; the other doors have the shipped only.
        files.forEach(file -> {
            byte[] document = Shipped.bytes(file);
            sameAtEveryDoor(file.toString(), document, standardInput(document));
        });
    }

    private static void sameAtEveryDoor(String name, byte[] document, Told expected) {
        assertThat(standardInput(document)).as("standard input: " + name).isEqualTo(expected);
        assertThat(validation(document)).as("validations: " + name).isEqualTo(expected);
        assertThat(assessment(document)).as("assessments: " + name).isEqualTo(expected);
        batch(name, document, expected);
    }

    private static Map<String, Told> files(Map<String, byte[]> files) {
        List<Object> arguments = new ArrayList<>(List.of("validate", "--format", "json"));
        arguments.addAll(files.keySet());
        Invocation run = Invocation.of(arguments.toArray());
        assertThat(run.code()).isEqualTo(65);
        Map<String, Told> told = new TreeMap<>();
        MAPPER.readTree(run.out())
                .forEach(report -> told.put(report.get("input").asString(), told(report)));
        return told;
    }

    private static Told standardInput(byte[] document) {
        Invocation run = Invocation.fed(document, "validate", "--format", "json", "-");
        Told told = told(MAPPER.readTree(run.out()).get(0));
        assertThat(run.code()).isEqualTo(told.problems().isEmpty() ? 0 : 65);
        return told;
    }

    private static Told validation(byte[] document) {
        HttpResponse<byte[]> response = SERVICE.post("/api/v1/validations", document);
        assertThat(response.statusCode()).isEqualTo(200);
        return told(tree(response).get(0));
    }

    private static Told assessment(byte[] document) {
        HttpResponse<byte[]> response = SERVICE.post("/api/v1/assessments?keep=false", document);
        if (response.statusCode() == 200) {
            return new Told(List.of());
        }
        assertThat(response.statusCode()).isIn(400, 422);
        return told(tree(response));
    }

    /** A document without line ends is an item as a line; any other stands in a list, which it may break. */
    private static void batch(String name, byte[] document, Told expected) {
        boolean line = new String(document, StandardCharsets.ISO_8859_1).indexOf('\n') < 0;
        byte[] list =
                ("[" + new String(document, StandardCharsets.ISO_8859_1) + "]").getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<byte[]> response = SERVICE.send(SERVICE.to("/api/v1/assessments:batch?keep=false")
                .header("Content-Type", line ? "application/x-ndjson" : "application/json")
                .POST(BodyPublishers.ofByteArray(line ? document : list)));
        assertThat(response.statusCode()).as("batch: " + name).isIn(200, 400);
        if (response.statusCode() == 400) {
            assertThat(tree(response).get("type").asString()).isEqualTo("/problems/malformed");
            return;
        }
        JsonNode results = tree(response).get("results");
        if (line || results.size() == 1) {
            assertThat(results).hasSize(1);
            JsonNode result = results.get(0);
            assertThat(result.has("problem") ? codes(result.get("problem")) : List.of())
                    .as("batch: " + name)
                    .isEqualTo(codes(expected));
        }
    }

    private static JsonNode tree(HttpResponse<byte[]> response) {
        return MAPPER.readTree(response.body());
    }

    private static Told told(JsonNode report) {
        List<String> problems = new ArrayList<>();
        report.path("errors")
                .forEach(error -> problems.add(error.get("code").asString() + " "
                        + error.get("pointer").asString() + " "
                        + error.path("line").asString("") + ":"
                        + error.path("column").asString("")));
        return new Told(problems);
    }

    private static List<String> codes(JsonNode problem) {
        return codes(told(problem));
    }

    private static List<String> codes(Told told) {
        return told.problems().stream()
                .map(problem -> problem.substring(0, problem.lastIndexOf(' ')))
                .toList();
    }
}
