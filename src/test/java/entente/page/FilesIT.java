package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static entente.testkit.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.sheet.SheetFormat;
import entente.sheet.SheetWriter;
import entente.testkit.Browser;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that are dropped on the front page, and files of the download menus, which the command line reads. */
@Tag("thorough")
@Timeout(300)
class FilesIT {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private Path folder;

    /** Saves a file under the name that the page gives it. */
    private Path saved(Page page, String entry) {
        Download download = page.waitForDownload(() -> button(page, entry).click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** The workbench with one reading changed and the menu open. */
    private static Page changed() {
        Page page = BROWSER.open("/workbench/status-quo-2025");
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(true));
        button(page, "Download").click();
        return page;
    }

    @Test
    void briefingOfAChangedScenarioIsSavedAsPdf() throws IOException {
        Page page = changed();
        Path file = saved(page, "Briefing (PDF)");
        assertThat(file).hasFileName("status-quo-2025-changed-briefing.pdf");
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Indicators to watch");
        }
    }

    @Test
    void changedScenarioIsSavedAsASpreadsheetWithTheSameVerdict() {
        Page page = changed();
        Path sheet = saved(page, "Scenario (spreadsheet)");
        assertThat(sheet.getFileName()).hasToString("status-quo-2025-changed.xlsx");
        Path json = saved(page, "Scenario (JSON)");
        JsonNode verdict = verdict(sheet);
        assertThat(verdict).isEqualTo(verdict(json));
        assertThat(page.locator("verdict-pane h1"))
                .containsText(verdict.at("/likelihood/percent").asString() + "\u00a0%");
    }

    @Test
    void pictureSaysWhatIsHowLikelyOfWhichScenarioByWhichRules() throws IOException {
        Page page = changed();
        Path file = saved(page, "Picture (SVG)");
        String text = Files.readString(file)
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\u00a0]+", " ");
        assertThat(text)
                .contains("Status quo, late 2025, as of 30 Nov 2025, one reading changed")
                .contains("operational alliance of China and Russia by 30 November 2030 has almost no chance (1–5 %): "
                        + Shipped.late2025(true))
                .contains("rules " + Shipped.BOOK.book().version())
                .contains("A judgement by rules, not a calibrated frequency");
    }

    @Test
    void comparisonIsSavedWithEveryPair() throws IOException {
        Page page = BROWSER.open("/compare?scenarios=baseline-2018,status-quo-2025,treaty-with-teeth");
        button(page, "Download").click();
        JsonNode comparison = JSON.readTree(Files.readAllBytes(saved(page, "Comparison (JSON)")));
        assertThat(comparison.get("comparisons")).hasSize(2);
        assertThat(verdict(saved(page, "Scenario C (JSON)"))
                        .at("/likelihood/band")
                        .asString())
                .isEqualTo(Shipped.assess("treaty-with-teeth")
                        .verdict()
                        .likelihood()
                        .band()
                        .name());
    }

    private static JsonNode verdict(Path scenario) {
        return JSON.readTree(Invocation.output("assess", scenario, "--format", "json"))
                .get("verdict");
    }

    private static final String VALID = new String(
                    Shipped.bytes(Shipped.SCENARIOS.resolve("status-quo-2025.json")), StandardCharsets.UTF_8)
            .replace("\"id\": \"status-quo-2025\"", "\"id\": \"from-a-file\"")
            .replaceFirst("\"title\": \"[^\"]*\"", "\"title\": \"From a file\"");

    private static Page frontPage() {
        Page page = BROWSER.open("/");
        assertThat(page.locator("#scenario-file")).isAttached();
        return page;
    }

    private static void drop(Page page, String name, String content) {
        drop(page, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void drop(Page page, String name, byte[] content) {
        JSHandle files = page.evaluateHandle(
                "([name, content]) => { const files = new DataTransfer();"
                        + " files.items.add(new File([Uint8Array.from(atob(content), one => one.charCodeAt(0))], name));"
                        + " return files; }",
                List.of(name, Base64.getEncoder().encodeToString(content)));
        page.dispatchEvent("main", "dragover", Map.of("dataTransfer", files));
        assertThat(page.locator("body")).hasClass("dropping");
        page.dispatchEvent("main", "drop", Map.of("dataTransfer", files));
    }

    private static Locator refused(Page page) {
        return page.locator(".refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.json", "Mine.XLSX"})
    void droppedFileOpensInTheWorkbenchAndSurvivesAReload(String name) {
        Page page = frontPage();
        if (name.endsWith(".json")) {
            drop(page, name, VALID);
        } else {
            drop(page, name, sheet(VALID));
        }
        page.waitForURL(Pattern.compile(".*/workbench#dropped"));
        for (int visit = 1; visit <= 2; visit++) {
            assertThat(page.getByRole(AriaRole.SLIDER).first()).isVisible();
            assertThat(page.locator(".picker")).containsText("From a file");
            assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(false));
            page.reload();
        }
    }

    private static byte[] sheet(String json) {
        return SheetWriter.write(
                        Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO)
                                .root()
                                .orElseThrow(),
                        SheetFormat.XLSX,
                        Shipped.BOOK.book().catalogue(),
                        Shipped.READER,
                        Shipped.SHELF)
                .orElseThrow();
    }

    @Test
    void problemsOfASpreadsheetNameTheirCells() {
        Page page = frontPage();
        String slip = "{\"id\": \"slips\", \"title\": \"Slips\", \"extends\": \"baseline-2018\","
                + " \"readings\": {\"political_will_to_ally\": 9}}";
        drop(page, "slips.xlsx", sheet(slip));
        assertThat(refused(page)).containsText("Cell Readings!H");
        assertThat(refused(page)).containsText("9 lies");
        BROWSER.clearErrors();
    }

    @Test
    void changeOfADroppedFileStaysInTheAddress() {
        Page page = frontPage();
        drop(page, "mine.json", VALID);
        page.waitForURL(Pattern.compile(".*/workbench#dropped"));
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        page.waitForURL(Pattern.compile(".*#dropped&rules=.*us_reaction_severity_expected=2.*"));
        page.reload();
        assertThat(page.locator(".finder .changed")).hasText("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#dropped", "#dropped&rules=0&us_reaction_severity_expected=2"})
    void untilItIsAssessedNoOtherVerdictIsShown(String fragment) {
        Page page = BROWSER.page();
        page.route(
                "**/workbench.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("")));
        page.navigate(RunningService.shared().uri("/workbench" + fragment).toString());
        assertThat(page.getByText("Assessing the scenario that was dropped")).isVisible();
        assertThat(page.locator("entente-workbench h1")).isHidden();
        page.navigate(RunningService.shared().uri("/workbench").toString());
        assertThat(page.getByText("Assessing the scenario that was dropped")).isHidden();
        assertThat(page.locator("entente-workbench h1")).isVisible();
    }

    @Test
    void everyProblemOfAFileIsListedWithItsPlace() {
        Page page = frontPage();
        drop(page, "slips.json", """
                {"id": "slips", "title": "Slips", "extends": "baseline-2018", "readings": {
                  "western_sanctions_on_rus": {"value": 9, "status": "assumed"},
                  "no_such_indicator": {"value": 1, "status": "assumed"}}}""");
        assertThat(refused(page)).containsText("slips.json is refused");
        assertThat(refused(page).locator("li")).hasCount(2);
        assertThat(refused(page)).containsText("#/readings/western_sanctions_on_rus/value");
        assertThat(refused(page)).containsText("no_such_indicator");
        assertThat(refused(page)).containsText("Line 2, column ");
        assertThat(page).hasURL(Pattern.compile(".*/$"));
        // The browser reports the answer 422 on its console.
        BROWSER.clearErrors();
    }
}
