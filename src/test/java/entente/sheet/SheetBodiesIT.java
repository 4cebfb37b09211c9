package entente.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.sheet.BadSheets.BadSheet;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final Map<SheetFormat, String> MEDIA = Map.of(
            SheetFormat.XLSX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            SheetFormat.CSV,
            "text/csv; charset=UTF-8");

    @TempDir
    private Path folder;

    private static Path file(String id) {
        return Shipped.SCENARIOS.resolve(id + ".json");
    }

    private static byte[] sheet(byte[] json, SheetFormat form) {
        Node tree = Documents.json(json, DocumentLimits.SCENARIO).root().orElseThrow();
        return SheetWriter.write(tree, form, Shipped.BOOK.book().catalogue(), Shipped.READER, Shipped.SHELF)
                .orElseThrow();
    }

    private static HttpResponse<byte[]> send(String method, String path, byte[] body, String media, String... headers) {
        var request = SERVICE.to("/api/v1/" + path)
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Content-Type", media);
        return SERVICE.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("entente.sheet.SheetRoundTripTest#shippedInBothForms")
    void sheetIsAnsweredLikeItsJson(String id, SheetFormat form) {
        byte[] sheet = sheet(Shipped.bytes(file(id)), form);
        String expected = Invocation.of("assess", file(id), "--format", "json").out();
        HttpResponse<byte[]> made = send("POST", "assessments", sheet, MEDIA.get(form));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(text(made)).isEqualTo(expected);
        String kept = made.headers().firstValue("Location").orElseThrow();
        assertThat(text(SERVICE.get(kept))).isEqualTo(expected);
        assertThat(JSON.readTree(text(made)).at("/scenario/sha256").asString())
                .isEqualTo(JSON.readTree(text(SERVICE.post("/api/v1/assessments", Shipped.bytes(file(id)))))
                        .at("/scenario/sha256")
                        .asString());
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("entente.sheet.BadSheets#all")
    void badSheetIsRefusedWithTheProblemsOfTheCommandLine(BadSheet bad) throws IOException {
        byte[] sheet = bad.bytes();
        HttpResponse<byte[]> validated = send("POST", "validations", sheet, MEDIA.get(bad.format()));
        HttpResponse<byte[]> assessed = send("POST", "assessments", sheet, MEDIA.get(bad.format()));
        if (sheet.length > DocumentLimits.SCENARIO.bytes()) {
            assertThat(List.of(validated.statusCode(), assessed.statusCode())).containsOnly(413);
            return;
        }
        Path file = Files.write(folder.resolve(bad.format() == SheetFormat.CSV ? "bad.csv" : "bad.xlsx"), sheet);
        // On the command line, a parent is looked for beside the file as well.
        JsonNode expected = JSON.readTree(Invocation.of("validate", file, "--format", "json")
                        .out()
                        .replaceAll("\"bad\",\\s*", ""))
                .at("/0/errors");
        assertThat(expected).isNotEmpty();
        assertThat(validated.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(text(validated)).at("/0/errors")).isEqualTo(expected);
        JsonNode problem = JSON.readTree(text(assessed));
        assertThat(problem.get("errors")).isEqualTo(expected);
        boolean whole = bad.expected().stream().allMatch(one -> one.matches("(EMPTY|TOO_LARGE|ENCRYPTED|NOT_\\w+) #"));
        assertThat(assessed.statusCode()).isEqualTo(whole ? 400 : 422);
        assertThat(Stream.of(SERVICE.logged()).filter(log -> log.contains("/problems/bug")))
                .isEmpty();
    }

    @Test
    void scenarioIsWrittenAsTheWorkbookOfTheCommandLine() throws IOException {
        Path file = folder.resolve("baseline.xlsx");
        Invocation.output("scenario", "sheet", Invocation.BASELINE, "-o", file);
        for (SheetFormat form : List.of(SheetFormat.XLSX, SheetFormat.CSV)) {
            HttpResponse<byte[]> written = send("POST", "sheets", sheet(BASELINE, form), MEDIA.get(form));
            assertThat(written.body()).isEqualTo(Files.readAllBytes(file));
            HttpResponse<byte[]> json =
                    send("POST", "sheets", sheet(BASELINE, form), MEDIA.get(form), "Accept", "application/json");
            assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(JSON.readTree(json.body())).isEqualTo(JSON.readTree(BASELINE));
        }
        HttpResponse<byte[]> written = SERVICE.post("/api/v1/sheets", BASELINE);
        assertThat(written.body()).isEqualTo(Files.readAllBytes(file));
        assertThat(written.headers().firstValue("Content-Type")).contains(MEDIA.get(SheetFormat.XLSX));
    }

    @Test
    void scenarioWithProblemsIsNotWrittenAsAWorkbook() {
        String scenario = "{\"id\": \"slip\", \"title\": \"A slip\", \"extends\": \"baseline-2018\", \"readings\": "
                + "{\"western_sanctions_on_rus\": {\"value\": 9, \"status\": \"assumed\"}}}";
        HttpResponse<byte[]> refused = SERVICE.post("/api/v1/sheets", scenario.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("#/readings/western_sanctions_on_rus/value");
    }

    @Test
    void storedSheetIsReadAsJson() {
        String id = "sheet-" + UUID.randomUUID().toString().substring(0, 8);
        String json = new String(BASELINE, StandardCharsets.UTF_8)
                .replace("\"id\": \"baseline-2018\"", "\"id\": \"" + id + "\"");
        byte[] sheet = sheet(json.getBytes(StandardCharsets.UTF_8), SheetFormat.CSV);
        HttpResponse<byte[]> put = send("PUT", "scenarios/" + id, sheet, "text/csv", "If-None-Match", "*");
        assertThat(put.statusCode()).as(text(put)).isEqualTo(201);
        HttpResponse<byte[]> read = SERVICE.get("/api/v1/scenarios/" + id);
        assertThat(text(read)).isEqualTo(json);
        assertThat(read.headers().firstValue("ETag")).isEqualTo(put.headers().firstValue("ETag"));
        send("DELETE", "scenarios/" + id, new byte[0], "application/json", "If-Match", "*");
    }

    @Test
    void contentTypeSelectsTheFormat() {
        byte[] csv = sheet(BASELINE, SheetFormat.CSV);
        HttpResponse<byte[]> json = send("POST", "assessments?keep=false", csv, "application/json");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(text(json)).contains("TRAILING_TEXT");
        HttpResponse<byte[]> xlsx = send("POST", "assessments?keep=false", csv, MEDIA.get(SheetFormat.XLSX));
        assertThat(xlsx.statusCode()).isEqualTo(400);
        assertThat(text(xlsx)).contains("NOT_XLSX");
        HttpResponse<byte[]> latin = send("POST", "assessments?keep=false", csv, "text/csv; charset=iso-8859-1");
        assertThat(latin.statusCode()).isEqualTo(415);
    }

    @Test
    void unsupportedTypeListsTheAcceptedOnes() {
        assertThat(text(send("POST", "validations", new byte[] {'x'}, "text/plain")))
                .contains("The body must be application/json, " + MEDIA.get(SheetFormat.XLSX) + " or text/csv; ");
        HttpResponse<byte[]> flips = send("POST", "flips", new byte[] {'x'}, "text/csv");
        assertThat(flips.statusCode()).isEqualTo(415);
        assertThat(text(flips)).contains("The body must be JSON; ");
    }

    @Test
    void sameBytesWithAnotherTypeAreAnotherRequest() {
        byte[] csv = sheet(BASELINE, SheetFormat.CSV);
        String key = UUID.randomUUID().toString();
        HttpResponse<byte[]> first = send("POST", "assessments", csv, "text/csv", "Idempotency-Key", key);
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<byte[]> other = send("POST", "assessments", csv, "application/json", "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(text(other)).contains("/problems/idempotency-key-reused");
    }
}
