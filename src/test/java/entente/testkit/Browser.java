package entente.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Debian's Chromium, driven by Playwright. Tests that need it are skipped, saying so, where it is missing. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    public Browser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no Chromium on this machine");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** A page of a visitor of its own, without cookies of others. */
    public Page page(int width, int height, ColorScheme colours) {
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours));
        visitor.setDefaultTimeout(60_000);
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    public Page page() {
        return page(1440, 900, ColorScheme.LIGHT);
    }

    /** Errors and warnings on the console (violations of the content policy are among them), and dialogs. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public void forgetComplaints() {
        complaints.clear();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
