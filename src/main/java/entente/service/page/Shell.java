package entente.service.page;

import entente.document.Digest;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.page.FrontPage.VerdictRow;
import entente.service.security.Sessions;
import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The frame of the interactive pages: title, navigation, styles and modules. */
public record Shell(String title, Section section, String module, Content content) {

    /** Parts of the navigation, in its order. */
    public enum Section {
        SCENARIOS,
        WORKBENCH,
        COMPARE,
        WORKSHOPS,
        BRIEFINGS,
        NONE
    }

    /** Resolves the names by which the library's modules import each other. */
    public static final String IMPORTS = """
            {"imports": {"lit": "/page/lit/index.js", "lit/": "/page/lit/", \
            "lit-html": "/page/lit-html/lit-html.js", "lit-html/": "/page/lit-html/", \
            "lit-element/lit-element.js": "/page/lit-element/lit-element.js", \
            "@lit/reactive-element": "/page/reactive-element/reactive-element.js", \
            "@lit/reactive-element/": "/page/reactive-element/"}}""".replace("/page/", PageFiles.BASE);

    /** As the policy of all responses; the digest admits the one inline script, the map of imports. */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'sha256-"
            + Base64.getEncoder().encodeToString(Digest.sha256().digest(IMPORTS.getBytes(StandardCharsets.UTF_8)))
            + "'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** Referrers stay on this site; without them, browsers would not name the origin of the forms for signing in and out. */
    public static ApiResponse page(String title, Section section, String module, String template, Object shown) {
        return Responses.page(
                        "page/shell", new Shell(title, section, module, Responses.content("page/" + template, shown)))
                .with(Map.of("Content-Security-Policy", POLICY, "Referrer-Policy", "same-origin"));
    }

    /** Where the files are. */
    public String base() {
        return PageFiles.BASE;
    }

    /** What the browser fetches at once: the page's module and all that it imports. */
    public Set<String> modules() {
        return module.isEmpty() ? Set.of() : PageFiles.modules(module);
    }

    /** Who is signed in. */
    public Optional<Sessions.Account> account() {
        return Sessions.current();
    }

    /**
     * What the page for signing in shows.
     *
     * @param available whether the service has keys
     * @param to where it leads afterwards
     * @param refusal why the last key was refused; empty at first
     */
    public record SignInPage(boolean available, String to, String refusal) {}

    /**
     * What the workbench shows before its modules load.
     *
     * @param statement the verdict in one sentence
     */
    public record WorkbenchPage(String id, String title, String statement) {}

    /**
     * What the comparison shows before its modules load.
     *
     * @param rows the scenarios in the order of the address, without those that are not shipped
     * @param compared ids of what is compared if the address names nothing, separated by commas
     */
    public record ComparePage(List<VerdictRow> rows, String compared) {

        /** The scenarios that have a letter of their own. */
        static final int MOST = 26;
    }
}
