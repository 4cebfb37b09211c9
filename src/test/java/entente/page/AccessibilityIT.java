package entente.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of axe-core, on each page, in light and dark colours, wide and on a phone. */
@Timeout(300)
@Tag("thorough")
class AccessibilityIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    /** Milliseconds for answers that follow the first; a page of a workshop keeps a connection, so the network is never idle. */
    private static final int SETTLED = 1500;

    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations'], preload: false})).violations.map(
              v => v.id + ' (' + v.impact + '): ' + v.nodes.slice(0, 5).map(n => n.html.slice(0, 200)).join('\\n    '))""";

    @ParameterizedTest
    @CsvSource({
        "/, 1440, LIGHT",
        "/, 360, DARK",
        "/workbench/status-quo-2025, 1440, LIGHT",
        "/workbench/status-quo-2025, 1440, DARK",
        "/workbench/status-quo-2025, 360, LIGHT",
        "/briefings, 1440, LIGHT",
        "/briefings, 360, DARK",
        "'/compare?scenarios=status-quo-2025,total-decoupling,treaty-with-teeth', 1440, LIGHT",
        "'/compare?scenarios=status-quo-2025,total-decoupling,treaty-with-teeth', 360, DARK",
    })
    void noRuleIsViolated(String path, int width, ColorScheme colours) throws IOException {
        Page page = BROWSER.page(width, 900, colours);
        page.navigate(RunningService.shared().uri(path).toString());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(violations(page)).isEmpty();
        Map<?, ?> widths = (Map<?, ?>) page.evaluate(
                "() => ({content: document.documentElement.scrollWidth, view: document.documentElement.clientWidth})");
        assertThat((Integer) widths.get("content")).as("width of the content").isLessThanOrEqualTo((Integer)
                widths.get("view"));
    }

    @ParameterizedTest
    @CsvSource({
        "/w, STRANGER, false",
        "/w/CODE, STRANGER, false",
        "/w/CODE, GROUP, false",
        "/w/CODE, GROUP, true",
        "/workshops, FACILITATOR, false",
        "/workshops/CODE, FACILITATOR, false",
        "/workshops/CODE, FACILITATOR, true",
        "/workshops/CODE/lobby, FACILITATOR, false",
        "/workshops/CODE/projector, FACILITATOR, false",
        "/workshops/CODE/projector, FACILITATOR, true",
    })
    void noRuleIsViolatedInAWorkshop(String path, String role, boolean revealed) throws IOException {
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service);
        Member group = room.join("Vistula");
        Member other = room.join("Oder");
        room.command("start-round").ok();
        room.move(group, RoomFixture.SANCTIONS, "0").ok();
        room.move(other, RoomFixture.REACTION, "1").ok();
        room.command(room.facilitator(), "\"command\": \"lock\", \"readings\": [\"" + RoomFixture.SANCTIONS + "\"]")
                .ok();
        room.command(room.facilitator(), "\"command\": \"call\", \"message\": \"Two minutes left\"")
                .ok();
        room.command(room.facilitator(), "\"command\": \"timer\", \"seconds\": 600")
                .ok();
        if (revealed) {
            room.command("reveal").ok();
        }
        Member member = switch (role) {
            case "GROUP" -> group;
            case "FACILITATOR" -> room.facilitator();
            default -> Member.STRANGER;
        };
        RoomPages pages = new RoomPages(BROWSER, service, room);
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 360)) {
                Page page = pages.open(member, path, width, 900, colours);
                page.locator("main h1")
                        .first()
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
                page.waitForTimeout(SETTLED);
                assertThat(violations(page)).as(colours + " " + width).isEmpty();
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                        .as("width of the content")
                        .isLessThanOrEqualTo(width);
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
