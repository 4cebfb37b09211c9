package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import entente.rulebook.shipped.FirstPair;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service and its pages with the book on another pair of powers. */
@Timeout(300)
@Tag("thorough")
class SecondPairIT {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of(
            "entente.rules", Shipped.RULES.resolve("us-india").toAbsolutePath().toString(),
            "entente.scenarios",
                    Shipped.SCENARIOS.resolve("us-india").toAbsolutePath().toString()));

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static String body(String path) {
        var response = SERVICE.get(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        return response.text();
    }

    @Test
    void whatIsSentNamesThisPair() {
        for (String path : List.of("/", "/workbench", "/compare", "/briefings", "/workshops", "/api/v1/openapi.json")) {
            assertThat(FirstPair.namesIn(body(path).replaceAll("<[^>]+>", "")))
                    .as(path)
                    .isEmpty();
        }
        assertThat(body("/")).contains("How likely is an Indian-American alliance", "the United States and India");
        assertThat(body("/workbench")).contains("Tariffs and a framework, late 2025");
        assertThat(body("/compare")).contains("The moment of the essay, 2023");
        assertThat(body("/api/v1/openapi.json")).contains("How likely an alliance of the United States and India is");
        assertThat(body("/api/v1/rules")).contains("a framework of cooperation in defence");
    }

    @Test
    void pagesWorkInABrowser() {
        Page page = BROWSER.page();
        page.navigate(SERVICE.uri("/workbench").toString());
        var verdict = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Verdict"));
        assertThat(verdict).containsText("In force: a framework of cooperation in defence.");
        String before = verdict.getByRole(AriaRole.HEADING).first().innerText();
        page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("India's adherence to strategic autonomy"))
                .focus();
        page.keyboard().press("Home");
        assertThat(verdict.getByRole(AriaRole.HEADING).first()).not().hasText(before);
        assertThat(FirstPair.namesIn(page.locator("main").innerText())).isEmpty();
        page.navigate(SERVICE.uri("/compare").toString());
        assertThat(page.locator("main")).containsText("framework of cooperation in defence");
        assertThat(FirstPair.namesIn(page.locator("main").innerText())).isEmpty();
        page.navigate(SERVICE.uri("/workshops").toString());
        assertThat(page.getByLabel("Scenario to start from")).hasValue("tariffs-2025");
    }
}
