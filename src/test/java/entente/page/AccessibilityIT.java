package entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of axe-core, on each page, in light and dark colours, wide and on a phone. */
@Timeout(300)
class AccessibilityIT {

    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
              v => v.id + ' (' + v.impact + '): ' + v.nodes.slice(0, 5).map(n => n.html.slice(0, 200)).join('\\n    '))""";

    @ParameterizedTest
    @CsvSource({
        "/, 1440, LIGHT",
        "/, 360, DARK",
        "/workbench/status-quo-2025, 1440, LIGHT",
        "/workbench/status-quo-2025, 1440, DARK",
        "/workbench/status-quo-2025, 360, LIGHT",
        "'/compare?scenarios=status-quo-2025,total-decoupling,treaty-with-teeth', 1440, LIGHT",
        "'/compare?scenarios=status-quo-2025,total-decoupling,treaty-with-teeth', 360, DARK",
    })
    void noRuleIsViolated(String path, int width, ColorScheme colours) throws IOException {
        try (Browser browser = new Browser()) {
            Page page = browser.page(width, 900, colours);
            page.navigate(RunningService.shared().uri(path).toString());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(violations(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            Map<?, ?> widths = (Map<?, ?>) page.evaluate(
                    "() => ({content: document.documentElement.scrollWidth, view: document.documentElement.clientWidth})");
            assertThat((Integer) widths.get("content"))
                    .as("width of the content")
                    .isLessThanOrEqualTo((Integer) widths.get("view"));
        }
    }

    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) throws IOException {
        try (InputStream axe = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) page.evaluate(RUN);
    }
}
