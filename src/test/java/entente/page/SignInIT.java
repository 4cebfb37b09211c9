package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import entente.service.keys.Key;
import entente.service.keys.Role;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import entente.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People sign in with a key and use the pages as their role permits, in a real browser. */
@Timeout(300)
class SignInIT {

    private static final TestKeys KEYS = new TestKeys(Map.of("ada", Role.ANALYST, "rhea", Role.READER));
    private static final Key READER = KEYS.key("rhea");
    private static final Key ANALYST = KEYS.key("ada");
    private static final String WORKBENCH = "/workbench/status-quo-2025";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    static final RunningService SERVICE =
            RunningService.start(Map.of("entente.access.keys", KEYS.file().toString()));

    @BeforeEach
    void restoreKeys() {
        KEYS.restore();
    }

    private static String uri(String path) {
        return SERVICE.uri(path).toString();
    }

    /** Opens a page that leads to signing in, signs in and arrives where it was going. */
    private static Page signedIn(Key key, String path) {
        Page page = BROWSER.page();
        page.navigate(uri(path));
        signIn(page, key);
        page.waitForURL(uri(path) + "**");
        return page;
    }

    private static void signIn(Page page, Key key) {
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill(key.reveal());
        button(page, "Sign in").click();
    }

    private static void move(Page page) {
        page.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        assertThat(page.locator("verdict-pane")).containsText(Shipped.late2025(true));
    }

    @Test
    void analystMovesStoresBriefsAndSignsOut() throws IOException {
        Page page = signedIn(ANALYST, WORKBENCH);
        assertThat(page.locator("#account")).containsText("ada");
        assertThat(page.locator("#account")).containsText("analyst");
        move(page);
        button(page, "Share").click();
        assertThat(page.locator("share-dialog")).containsText("The verdict is kept in the archive.");
        page.keyboard().press("Escape");
        button(page, "Download").click();
        Download briefing =
                page.waitForDownload(() -> button(page, "Briefing (PDF)").click());
        assertThat(Files.readAllBytes(briefing.path())).startsWith("%PDF".getBytes());
        page.navigate(uri("/"));
        assertThat(page.locator(".lists .list").first()).containsText("Status quo");
        button(page, "Sign out").click();
        page.waitForURL(uri("/sign-in"));
        page.navigate(uri("/"));
        page.waitForURL(uri("/sign-in") + "?to=%2F");
    }

    @Test
    void keyIsKeptNowhereInTheBrowser() {
        Page page = signedIn(ANALYST, WORKBENCH);
        assertThat(page.getByRole(AriaRole.SLIDER).first()).isVisible();
        assertThat(
                        (String)
                                page.evaluate(
                                        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"))
                .doesNotContain("ent_", ANALYST.digest())
                .doesNotContain("entente-session");
        assertThat(page.context().cookies()).hasSize(1).noneMatch(cookie -> cookie.value.contains("ent_"));
    }

    @Test
    void readerEvaluatesAndBriefsButCannotStore() {
        Page page = signedIn(READER, WORKBENCH);
        assertThat(page.locator("#account")).containsText("reader");
        move(page);
        button(page, "Share").click();
        assertThat(page.locator("share-dialog")).containsText("role reader, which stores nothing");
        page.navigate(uri("/workshops"));
        assertThat(button(page, "Start and open the lobby")).isDisabled();
        assertThat(page.getByText("An analyst starts a workshop.")).isVisible();
        page.navigate(uri("/schedules"));
        assertThat(page.getByText("Your key has the role reader.")).isVisible();
        page.navigate(uri("/briefings"));
        assertThat(button(page, "Write the briefing")).isEnabled();
        page.navigate(uri("/compare?scenarios=status-quo-2025,taiwan-war"));
        assertThat(page.getByText("All together").first()).isVisible();
    }

    @Test
    void sessionEndsWithItsKeyAndSigningInComesBackToTheCase() throws Exception {
        Page page = signedIn(ANALYST, WORKBENCH);
        move(page);
        page.waitForURL(Pattern.compile(".*#.*"));
        KEYS.store().write(KEYS.store().read().without("ada"));
        // Not at the slider, which is gone where an answer that was under way has led to the sign-in already.
        page.keyboard().press("ArrowLeft");
        page.waitForURL(Pattern.compile(".*/sign-in\\?to=.*#.*"));
        BROWSER.clearErrors(); // the browser reports the answer 401
        signIn(page, ANALYST);
        assertThat(page.getByText("This key is unknown or has been removed.")).isVisible();
        BROWSER.clearErrors();
        KEYS.restore();
        signIn(page, ANALYST);
        page.waitForURL(Pattern.compile(".*" + WORKBENCH + "#.*"));
        assertThat(page.locator(".finder .changed")).hasText("1");
    }

    @Test
    void pageOpenedFromAnotherSiteGoesOnWithTheSession() {
        Page page = signedIn(ANALYST, "/compare");
        page.navigate("data:text/html,<a href='" + uri("/workbench") + "'>open</a>");
        page.getByText("open").click();
        page.waitForURL(uri("/workbench") + "**");
        assertThat(page.locator("#account")).containsText("ada");
    }

    @Test
    void groupOfAWorkshopNeedsNoKey() {
        Page facilitator = signedIn(ANALYST, "/workshops");
        facilitator.getByLabel("Title").fill("Policy day");
        button(facilitator, "Start and open the lobby").click();
        facilitator.waitForURL(Pattern.compile(".*/workshops/([A-Z0-9]{6})/lobby"));
        String code = facilitator.url().replaceAll(".*/workshops/([A-Z0-9]{6})/lobby", "$1");
        Page group = BROWSER.page();
        group.navigate(uri("/w/" + code));
        group.getByLabel("Group name").fill("Vistula");
        button(group, "Join as Vistula").click();
        group.getByRole(AriaRole.SLIDER).first().press("ArrowLeft");
        assertThat(group.locator("main")).containsText(Shipped.late2025(true));
        assertThat(facilitator.locator("main")).containsText("Vistula");
    }

    @Test
    @Tag("thorough")
    void barHasRoomForTheAccountAtEachWidth() {
        for (int width : List.of(360, 768, 900, 1024, 1200, 1440)) {
            Page page = BROWSER.page(width, 700, ColorScheme.LIGHT);
            page.navigate(uri(WORKBENCH));
            signIn(page, ANALYST);
            page.waitForURL(uri(WORKBENCH) + "**");
            page.locator("verdict-pane h1")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertFits(page, "sign-in-workbench-" + width);
            if (width >= 768) {
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollHeight"))
                        .as("panes scroll alone at " + width)
                        .isLessThanOrEqualTo(700);
            }
        }
    }

    private static void assertFits(Page page, String name) {
        page.evaluate("() => document.fonts.ready.then(() => {})");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of the content of " + name)
                .isLessThanOrEqualTo(page.viewportSize().width);
        assertThat((List<?>) page.evaluate("""
                        () => { const boxes = [...document.querySelectorAll('header.bar > *')].map(each => [each.id || each.localName,
                            each.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
                          return boxes.flatMap(([name, a], i) => boxes.slice(i + 1).filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
                            && a.top < b.bottom - 1 && b.top < a.bottom - 1).map(([other]) => name + ' and ' + other)); }"""))
                .as("parts of the bar that overlap: " + name)
                .isEmpty();
    }

    private static Locator button(Page page, String name) {
        return Browser.button(page, name).locator("visible=true").first();
    }
}
