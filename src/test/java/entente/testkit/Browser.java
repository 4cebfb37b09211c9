package entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium, driven by Playwright, for the tests of a class; registered as a static extension. A test fails if
 * there are messages on the console. The tests are skipped with a message if Chromium is not installed.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Long enough for a slow machine. */
    private static final double TIMEOUT_MILLIS = 60_000;

    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no Chromium on this machine");
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** A page in a new browser context, without shared cookies. */
    public Page page(int width, int height, ColorScheme colours) {
        BrowserContext browserContext = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours));
        browserContext.setDefaultTimeout(TIMEOUT_MILLIS);
        Page page = browserContext.newPage();
        page.onConsoleMessage(message -> {
            // On a busy machine a page is drawn later than Chromium expects a preloaded font to be used.
            boolean late = message.text().contains("was preloaded using link preload but not used");
            if (!late && (message.type().equals("error") || message.type().equals("warning"))) {
                messages.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> messages.add("uncaught: " + error));
        page.onDialog(dialog -> {
            messages.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    public Page page() {
        return page(1440, 900, ColorScheme.LIGHT);
    }

    /** A page of the service that tests share. */
    public Page open(String path) {
        return open(path, 1440, 900, ColorScheme.LIGHT);
    }

    public Page open(String path, int width, int height, ColorScheme colours) {
        Page page = page(width, height, colours);
        page.navigate(RunningService.shared().uri(path).toString());
        return page;
    }

    /** The button of this name. */
    public static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public void clearErrors() {
        messages.clear();
    }

    /** Errors and warnings on the console (violations of the content policy are among them), and dialogs. */
    @Override
    public void afterEach(ExtensionContext context) {
        List<String> seen = List.copyOf(messages);
        messages.clear();
        chromium.contexts().forEach(BrowserContext::close);
        assertThat(seen).as("messages on the console").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
