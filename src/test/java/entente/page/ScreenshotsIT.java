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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes the screenshots of the documents and of every page; runs with {@code mvn -Dgroups=screenshots verify} only. */
@Timeout(300)
@Tag("screenshots")
class ScreenshotsIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static SampleRooms rooms;

    @BeforeAll
    static void openRooms() {
        rooms = new SampleRooms(BROWSER);
    }

    @ParameterizedTest
    @CsvSource({"MOVED, 990, workbench", "COMPARISON, 850, compare", "REVEALED_BOARD, 900, board"})
    void statesInDocuments(PageState state, int height, String name) throws IOException {
        Page page = state.open(rooms, 1280, height, ColorScheme.LIGHT);
        // The code of a room is random; with the one of the documents the image stays the same.
        page.evaluate("() => document.querySelectorAll('.board-code b').forEach(code => code.textContent = 'K7M 42P')");
        page.evaluate("() => document.activeElement.blur()");
        write(page, Path.of("src", "docs", "images"), name);
    }

    @ParameterizedTest
    @EnumSource
    void statesOfPages(PageState state) throws IOException {
        for (int width : List.of(1440, 768, 360)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                if (state.isShownAt(width)) {
                    Page page = state.open(rooms, width, width == 360 ? 780 : 900, colours);
                    write(page, Path.of("target", "look"), "%s-%d-%s".formatted(state, width, colours));
                }
            }
        }
    }

    private static void write(Page page, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name.toLowerCase(Locale.ROOT) + ".png"), page.screenshot());
        page.context().close();
    }
}
