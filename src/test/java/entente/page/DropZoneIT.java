package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario file that is dropped on the front page opens in the workbench, or its problems are listed. */
@Tag("thorough")
@Timeout(300)
class DropZoneIT {

    private static final String VALID = new String(
                    Shipped.bytes(Shipped.SCENARIOS.resolve("status-quo-2025.json")), StandardCharsets.UTF_8)
            .replace("\"id\": \"status-quo-2025\"", "\"id\": \"from-a-file\"")
            .replaceFirst("\"title\": \"[^\"]*\"", "\"title\": \"From a file\"");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Page frontPage() {
        Page page = BROWSER.page();
        page.navigate(RunningService.shared().uri("/").toString());
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

    @Test
    void validFileOpensInTheWorkbenchAndSurvivesAReload() {
        Page page = frontPage();
        drop(page, "mine.json", VALID);
        page.waitForURL(Pattern.compile(".*/workbench#dropped"));
        for (int visit = 1; visit <= 2; visit++) {
            assertThat(page.getByRole(AriaRole.SLIDER).first()).isVisible();
            assertThat(page.locator(".picker")).containsText("From a file");
            assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(false));
            page.reload();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SheetFormat.class,
            names = {"XLSX", "CSV"})
    void spreadsheetOpensInTheWorkbench(SheetFormat format) {
        Page page = frontPage();
        drop(page, "Mine." + format.name(), sheet(VALID, format));
        page.waitForURL(Pattern.compile(".*/workbench#dropped"));
        assertThat(page.locator(".picker")).containsText("From a file");
        assertThat(page.locator("verdict-pane h1")).containsText(Shipped.late2025(false));
    }

    @Test
    void problemsOfASpreadsheetNameTheirCells() {
        Page page = frontPage();
        drop(page, "slips.csv", "#id,slips\n#title,Slips\n#extends,baseline-2018\nid,value\npolitical_wil_to_ally,2\n");
        assertThat(refused(page)).containsText("Cell A5: ");
        assertThat(refused(page)).containsText("Did you mean political_will_to_ally?");
        BROWSER.clearErrors();
    }

    private static byte[] sheet(String scenario, SheetFormat format) {
        return SheetWriter.write(
                        Documents.json(scenario.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO)
                                .root()
                                .orElseThrow(),
                        format,
                        Shipped.BOOK.book().catalogue(),
                        Shipped.READER,
                        Shipped.SHELF)
                .orElseThrow();
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
