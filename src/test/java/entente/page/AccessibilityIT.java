package entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import entente.testkit.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
            async (rules) => (await axe.run(document, {resultTypes: ['violations'], preload: false, ...rules})).violations.map(
              v => v.id + ' (' + v.impact + '): ' + v.nodes.slice(0, 5).map(n => n.html.slice(0, 200)).join('\\n    '))""";

    /** The only rules that colours decide. */
    private static final Map<String, List<String>> OF_COLOURS = Map.of("runOnly", List.of("color-contrast"));

    private static final Map<String, Map<String, Map<String, Boolean>>> WITHOUT_COLOURS =
            Map.of("rules", Map.of("color-contrast", Map.of("enabled", false)));

    /** Milliseconds for colours to change. */
    private static final int TRANSITION = 300;

    private static SampleRooms rooms;

    @BeforeAll
    static void openRooms() {
        rooms = new SampleRooms(BROWSER);
    }

    /** All rules for each layout; colours, which do not depend on it, in the first one in which the state is shown. */
    @ParameterizedTest
    @EnumSource
    void noRuleIsViolated(PageState state) throws IOException {
        boolean coloursAreDone = false;
        for (int width : List.of(1440, 360)) {
            if (state.isShownAt(width)) {
                Page page = state.open(rooms, width, 900, ColorScheme.LIGHT);
                assertThat(violations(page, coloursAreDone ? WITHOUT_COLOURS : Map.of()))
                        .as("%d wide", width)
                        .isEmpty();
                if (!coloursAreDone) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    page.waitForTimeout(TRANSITION);
                    assertThat((List<?>) page.evaluate(RUN, OF_COLOURS))
                            .as("%d wide, dark", width)
                            .isEmpty();
                    coloursAreDone = true;
                }
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                        .as("width of the content")
                        .isLessThanOrEqualTo(width);
                page.context().close();
            }
        }
    }

    private static List<?> violations(Page page, Map<String, ?> options) throws IOException {
        try (InputStream axe = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) page.evaluate(RUN, options);
    }
}
