package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.page.Shell;
import entente.service.problem.ProblemType;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links of pages resolve, and pages comply with the content security policy. */
@Timeout(120)
class PageLinksIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    /** The link of a paragraph in the ledger, which a script writes. */
    private static final Pattern CITED = Pattern.compile("href=\"(/[^\"$]*)\\$\\{rule}\"");

    private static String page(String path) {
        HttpResponse<byte[]> response = SERVICE.send(SERVICE.to(path).header("Accept", "text/html,*/*;q=0.1"));
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void everyLinkResolves() throws IOException {
        Set<String> links = new LinkedHashSet<>();
        for (String path : new String[] {"/", "/compare", "/workbench", "/try", "/problems", "/problems/too-large"}) {
            Matcher matcher = LINK.matcher(page(path));
            while (matcher.find()) {
                links.add(matcher.group(1));
            }
        }
        assertThat(links)
                .hasSizeGreaterThan(ProblemType.values().length)
                .allMatch(link -> link.startsWith("/") || link.equals("#main"));
        links.remove("#main");
        Matcher cited = CITED.matcher(Files.readString(Path.of("src/main/resources/entente/page/workbench/ledger.js")));
        assertThat(cited.find()).isTrue();
        links.add(cited.group(1) + Shipped.BOOK.book().rules().get(0).id());
        links.forEach(
                link -> assertThat(SERVICE.get(link).statusCode()).as(link).isEqualTo(200));
    }

    @Test
    void pagesHaveNoInlineScriptsOrStyles() {
        for (String path : new String[] {"/", "/compare", "/workbench", "/try", "/problems", "/problems/bug"}) {
            // The policy allows the import map by its digest.
            assertThat(page(path).replace(Shell.IMPORTS, ""))
                    .doesNotContainPattern("<script[^>]*>[^<]")
                    .doesNotContain("<style", "style=", "onload=", "onclick=", "http://", "https://");
        }
    }

    @Test
    void problemTypesAreAvailableAsJson() {
        String all = new String(SERVICE.get("/problems").body(), StandardCharsets.UTF_8);
        for (ProblemType type : ProblemType.values()) {
            assertThat(all).contains("\"type\": \"" + type.address() + "\"");
        }
    }

    @Test
    void headAndOptionsAreSupported() {
        HttpResponse<byte[]> head = SERVICE.send(SERVICE.to("/api/v1/rules").method("HEAD", BodyPublishers.noBody()));
        HttpResponse<byte[]> get = SERVICE.get("/api/v1/rules");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
        HttpResponse<byte[]> options =
                SERVICE.send(SERVICE.to("/api/v1/rules").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow")).contains("GET,HEAD,OPTIONS");
    }
}
