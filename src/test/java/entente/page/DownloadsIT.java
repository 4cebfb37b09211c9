package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import entente.testkit.Browser;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of the download menus: the command line reads them and finds what the page shows. */
@Tag("thorough")
@Timeout(300)
class DownloadsIT {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private Path folder;

    private static Page open(String path) {
        Page page = BROWSER.page();
        page.navigate(RunningService.shared().uri(path).toString());
        return page;
    }

    /** Saves a file under the name that the page gives it. */
    private Path saved(Page page, String entry) {
        Download download =
                page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(entry))
                        .click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private static void openMenu(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download"))
                .click();
    }

    @Test
    void briefingOfAChangedScenarioIsSavedAsPdf() throws IOException {
        Page page = open("/workbench/status-quo-2025");
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        openMenu(page);
        Path file = saved(page, "Briefing (PDF)");
        assertThat(file).hasFileName("status-quo-2025-changed-briefing.pdf");
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Indicators to watch");
        }
    }

    @Test
    void changedScenarioIsSavedAsASpreadsheetWithTheSameVerdict() {
        Page page = open("/workbench/status-quo-2025");
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(true));
        openMenu(page);
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
        Page page = open("/workbench/status-quo-2025");
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(true));
        openMenu(page);
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
        Page page = open("/compare?scenarios=baseline-2018,status-quo-2025,treaty-with-teeth");
        openMenu(page);
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
        Invocation assessed = Invocation.of("assess", scenario, "--format", "json");
        assertThat(assessed.code()).as(assessed.err()).isZero();
        return JSON.readTree(assessed.out()).get("verdict");
    }
}
