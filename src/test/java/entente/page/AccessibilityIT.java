package entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import entente.testkit.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of axe-core, on each page, in light and dark colours, wide and on a phone. */
@Timeout(300)
@Tag("thorough")
class AccessibilityIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations'], preload: false})).violations.map(
              v => v.id + ' (' + v.impact + '): ' + v.nodes.slice(0, 5).map(n => n.html.slice(0, 200)).join('\\n    '))""";

    private static SampleRooms rooms;

    @BeforeAll
    static void openRooms() {
        rooms = new SampleRooms(BROWSER);
    }

    @ParameterizedTest
    // The page for trying the API is that of a library, with colours and headings of its own.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXPLORER")
    void noRuleIsViolated(PageState state) throws IOException {
        for (int width : List.of(1440, 360)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                if (state.isShownAt(width)) {
                    Page page = state.open(rooms, width, 900, colours);
                    assertThat(violations(page)).as(colours + " " + width).isEmpty();
                    assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                            .as("width of the content")
                            .isLessThanOrEqualTo(width);
                    page.context().close();
                }
            }
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
