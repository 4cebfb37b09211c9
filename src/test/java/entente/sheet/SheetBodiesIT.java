package entente.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.sheet.BadSheets.BadSheet;
import entente.testkit.Answer;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Spreadsheets in request bodies are accepted and rejected as on the command line. */
@Timeout(120)
class SheetBodiesIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final byte[] BASELINE = Shipped.bytes(Invocation.BASELINE);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir
    private Path folder;

    private static Path file(String id) {
        return Shipped.SCENARIOS.resolve(id + ".json");
    }

    private static byte[] sheet(byte[] json) {
        Node tree = Documents.json(json, DocumentLimits.SCENARIO).root().orElseThrow();
        return SheetWriter.write(tree, SheetFormat.XLSX, Shipped.BOOK.book().catalogue(), Shipped.READER, Shipped.SHELF)
                .orElseThrow();
    }

    private static Answer send(String method, String path, byte[] body, String media, String... headers) {
        var request = SERVICE.to("/api/v1/" + path)
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Content-Type", media);
        return SERVICE.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void sheetIsAnsweredLikeItsJson(String id) {
        byte[] sheet = sheet(Shipped.bytes(file(id)));
        String expected = Invocation.output("assess", file(id), "--format", "json");
        Answer made = send("POST", "assessments", sheet, WORKBOOK).expect(201);
        assertThat(made.text()).isEqualTo(expected);
        String kept = made.one("Location");
        assertThat(SERVICE.get(kept).text()).isEqualTo(expected);
        assertThat(made.at("/scenario/sha256").asString())
                .isEqualTo(SERVICE.post("/api/v1/assessments", Shipped.bytes(file(id)))
                        .at("/scenario/sha256")
                        .asString());
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("entente.sheet.BadSheets#all")
    void badSheetIsRefusedWithTheProblemsOfTheCommandLine(BadSheet bad) throws IOException {
        byte[] sheet = bad.bytes();
        Answer validated = send("POST", "validations", sheet, WORKBOOK);
        Answer assessed = send("POST", "assessments", sheet, WORKBOOK);
        if (sheet.length > DocumentLimits.SCENARIO.bytes()) {
            assertThat(List.of(validated.status(), assessed.status())).containsOnly(413);
            return;
        }
        Path file = Files.write(folder.resolve("bad.xlsx"), sheet);
        // On the command line, a parent is looked for beside the file as well.
        JsonNode expected = JSON.readTree(Invocation.of("validate", file, "--format", "json")
                        .out()
                        .replaceAll("\"bad\",\\s*", ""))
                .at("/0/errors");
        assertThat(expected).isNotEmpty();
        validated.expect(200);
        assertThat(validated.at("/0/errors")).isEqualTo(expected);
        JsonNode problem = assessed.json();
        assertThat(problem.get("errors")).isEqualTo(expected);
        boolean whole = bad.expected().stream().allMatch(one -> one.matches("(EMPTY|TOO_LARGE|NOT_\\w+) #"));
        assertThat(assessed.status()).isEqualTo(whole ? 400 : 422);
        assertThat(Stream.of(SERVICE.logged()).filter(log -> log.contains("/problems/bug")))
                .isEmpty();
    }

    @Test
    void scenarioIsWrittenAsTheWorkbookOfTheCommandLine() throws IOException {
        Path file = folder.resolve("baseline.xlsx");
        Invocation.output("scenario", "sheet", Invocation.BASELINE, "-o", file);
        Answer again = send("POST", "sheets", sheet(BASELINE), WORKBOOK);
        assertThat(again.body()).isEqualTo(Files.readAllBytes(file));
        Answer json = send("POST", "sheets", sheet(BASELINE), WORKBOOK, "Accept", "application/json");
        assertThat(json.one("Content-Type")).isEqualTo("application/json");
        assertThat(json.json()).isEqualTo(JSON.readTree(BASELINE));
        Answer written = SERVICE.post("/api/v1/sheets", BASELINE);
        assertThat(written.body()).isEqualTo(Files.readAllBytes(file));
        assertThat(written.one("Content-Type")).isEqualTo(WORKBOOK);
    }

    @Test
    void scenarioWithProblemsIsNotWrittenAsAWorkbook() {
        String scenario = "{\"id\": \"slip\", \"title\": \"A slip\", \"extends\": \"baseline-2018\", \"readings\": "
                + "{\"western_sanctions_on_rus\": {\"value\": 9, \"status\": \"assumed\"}}}";
        Answer refused = SERVICE.post("/api/v1/sheets", scenario).expect(422);
        assertThat(refused.text()).contains("#/readings/western_sanctions_on_rus/value");
    }

    @Test
    void storedSheetIsReadAsJson() {
        String id = "sheet-" + UUID.randomUUID().toString().substring(0, 8);
        String json = new String(BASELINE, StandardCharsets.UTF_8)
                .replace("\"id\": \"baseline-2018\"", "\"id\": \"" + id + "\"");
        byte[] sheet = sheet(json.getBytes(StandardCharsets.UTF_8));
        Answer put = send("PUT", "scenarios/" + id, sheet, WORKBOOK, "If-None-Match", "*")
                .expect(201);
        Answer read = SERVICE.get("/api/v1/scenarios/" + id);
        assertThat(read.text()).isEqualTo(json);
        assertThat(read.one("ETag")).isEqualTo(put.one("ETag"));
        send("DELETE", "scenarios/" + id, new byte[0], "application/json", "If-Match", "*");
    }

    @Test
    void contentTypeSelectsTheFormat() {
        Answer json = send("POST", "assessments?keep=false", sheet(BASELINE), "application/json")
                .expect(400);
        assertThat(json.text()).contains("NOT_UTF8");
        Answer xlsx = send("POST", "assessments?keep=false", BASELINE, WORKBOOK).expect(400);
        assertThat(xlsx.text()).contains("NOT_XLSX");
    }

    @Test
    void unsupportedTypeListsTheAcceptedOnes() {
        assertThat(send("POST", "validations", new byte[] {'x'}, "text/plain").text())
                .contains("The body must be application/json or " + WORKBOOK + "; ");
        Answer flips = send("POST", "flips", new byte[] {'x'}, WORKBOOK).expect(415);
        assertThat(flips.text()).contains("The body must be JSON; ");
    }

    @Test
    void sameBytesWithAnotherTypeAreAnotherRequest() {
        byte[] sheet = sheet(BASELINE);
        String key = UUID.randomUUID().toString();
        Answer first = send("POST", "assessments", sheet, WORKBOOK, "Idempotency-Key", key)
                .expect(201);
        Answer other = send("POST", "assessments", sheet, "application/json", "Idempotency-Key", key)
                .expect(422);
        assertThat(other.text()).contains("/problems/idempotency-key-reused");
    }
}
