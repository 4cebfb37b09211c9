package entente.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import entente.testkit.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Writes each state of each page, on a screen, a tablet and a phone, in light and dark colours, to {@code target/look}, to be
 * looked at; runs with {@code mvn -Dgroups=screenshots verify} only.
 */
@Timeout(300)
@Tag("screenshots")
class LookIT {

    private static final Path IMAGES = Path.of("target", "look");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static SampleRooms rooms;

    @BeforeAll
    static void openRooms() {
        rooms = new SampleRooms(BROWSER);
    }

    @ParameterizedTest
    @EnumSource
    void statesOfPages(PageState state) throws IOException {
        Files.createDirectories(IMAGES);
        for (int width : List.of(1440, 768, 360)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                if (state.isShownAt(width)) {
                    Page page = state.open(rooms, width, width == 360 ? 780 : 900, colours);
                    String name =
                            "%s-%d-%s.png".formatted(state, width, colours).toLowerCase(Locale.ROOT);
                    Files.write(IMAGES.resolve(name), page.screenshot());
                    page.context().close();
                }
            }
        }
    }
}
