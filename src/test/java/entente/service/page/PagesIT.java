package entente.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.Axis;
import entente.service.problem.ProblemType;
import entente.testkit.InOrder;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages as the service sends them, before a module runs. */
@Timeout(120)
class PagesIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PAGES =
            List.of("/", "/workbench", "/workbench/taiwan-war", "/compare", "/briefings");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    /** The link of a paragraph in the ledger, which a script writes. */
    private static final Pattern CITED = Pattern.compile("href=\"(/[^\"$]*)\\$\\{rule}\"");

    private static HttpResponse<byte[]> get(String path) {
        HttpResponse<byte[]> response = SERVICE.send(SERVICE.to(path).header("Accept", "text/html"));
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response;
    }

    private static String page(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void contentPolicyAllowsOnlyTheImportMapInline() throws NoSuchAlgorithmException {
        for (String path : PAGES) {
            HttpResponse<byte[]> response = get(path);
            List<String> policies = response.headers().allValues("Content-Security-Policy");
            assertThat(policies).as(path).hasSize(1);
            Matcher inline = Pattern.compile("<script[^>]*>([^<]+)</script>").matcher(page(path));
            assertThat(inline.find()).as(path).isTrue();
            String digest = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(inline.group(1).getBytes(StandardCharsets.UTF_8)));
            assertThat(inline.find()).as(path).isFalse();
            assertThat(policies.get(0))
                    .contains("default-src 'none'", "script-src 'self' 'sha256-" + digest + "'", "style-src 'self'")
                    .contains("connect-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-", "*");
        }
    }

    @Test
    void importMapTargetsAreServed() {
        Matcher map = Pattern.compile("<script type=\"importmap\">([^<]+)<").matcher(page("/"));
        assertThat(map.find()).isTrue();
        JsonNode imports = JSON.readTree(map.group(1)).path("imports");
        assertThat(imports.propertyNames()).isNotEmpty();
        imports.properties().stream()
                .map(entry -> entry.getValue().asString())
                .filter(target -> target.endsWith(".js"))
                .forEach(target ->
                        assertThat(SERVICE.get(target).statusCode()).as(target).isEqualTo(200));
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

    /** A page of another site cannot have the service work for it by links and images. */
    @Test
    void costlyOperationsAreRefusedToOtherSites() {
        String briefing = "/api/v1/briefings?format=md&scenarios=baseline-2018";
        for (String site : List.of("cross-site", "same-site")) {
            assertThat(status(briefing, site)).as(site).isEqualTo(403);
            assertThat(status("/api/v1/rules", site)).isEqualTo(200);
            assertThat(status("/", site)).isEqualTo(200);
        }
        for (String site : List.of("same-origin", "none")) {
            assertThat(status(briefing, site)).as(site).isEqualTo(200);
        }
    }

    private static int status(String path, String site) {
        return SERVICE.fetch(path, "Sec-Fetch-Site: " + site).status();
    }

    /** The address changes with the files, and browsers keep what it is of; that of another version is not kept. */
    @Test
    void filesOfAPageAreKeptByBrowsers() {
        Matcher linked = Pattern.compile(
                        "<(?:link rel=\"(?:stylesheet|modulepreload|preload)\" href|script type=\"module\" src)=\"([^\"]+)\"")
                .matcher(page("/workbench"));
        List<String> addresses = linked.results().map(each -> each.group(1)).toList();
        assertThat(addresses).hasSizeGreaterThan(30).allSatisfy(address -> {
            assertThat(address).matches("/page/[0-9a-f]{16}/.*");
            assertThat(SERVICE.get(address).headers().firstValue("Cache-Control"))
                    .as(address)
                    .contains("public, max-age=31536000, immutable");
        });
        for (String other : List.of("/page/0123456789abcdef/base.css", "/page/base.css")) {
            assertThat(SERVICE.get(other).statusCode()).as(other).isEqualTo(200);
            assertThat(SERVICE.get(other).headers().firstValue("Cache-Control"))
                    .as(other)
                    .isEmpty();
            assertThat(SERVICE.get(other).headers().firstValue("ETag"))
                    .as(other)
                    .isPresent();
        }
    }

    @Test
    void frontPageShowsTheCommandLineFiguresOfEveryScenario() {
        String front = page("/");
        for (String id : Shipped.scenarioIds()) {
            Matcher row = Pattern.compile(
                            "<a class=\"row[^\"]*\" title=\"([^\"]*)\" href=\"/workbench/" + id + "\">(.*?)</a>",
                            Pattern.DOTALL)
                    .matcher(front);
            assertThat(row.find()).as(id).isTrue();
            JsonNode assessed = JSON.readTree(
                    Invocation.of("assess", id, "--format", "json").out());
            JsonNode verdict = assessed.path("verdict");
            assertThat(row.group(1).replace('\u00a0', ' '))
                    .isEqualTo(verdict.path("statement").asString());
            String shown = row.group(2).replace('\u00a0', ' ');
            assertThat(shown)
                    .as(id)
                    .contains("<strong class=\"percent\">"
                            + verdict.path("figure").asString() + "</strong>")
                    .contains(verdict.path("words").asString())
                    .contains("class=\"interval\" x=\""
                            + place(verdict.path("interval").path("lowPercent")) + "%\"")
                    .contains("confidence "
                            + assessed.path("confidence")
                                    .path("level")
                                    .asString()
                                    .toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void frontPageShowsTheFigureOfAStoredAssessment() throws IOException {
        for (String scale : List.of("icd203", "phia")) {
            for (String id : List.of("baseline-2018", "crimea-2014")) {
                HttpResponse<byte[]> stored = SERVICE.send(SERVICE.to("/api/v1/assessments?scale=" + scale)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Files.readAllBytes(Shipped.SCENARIOS.resolve(id + ".json")))));
                assertThat(stored.statusCode()).isEqualTo(201);
                JsonNode verdict = JSON.readTree(stored.body()).path("verdict");
                String location = stored.headers().firstValue("Location").orElseThrow();
                assertThat(page("/").replace('\u00a0', ' '))
                        .containsPattern(Pattern.quote("href=\"" + location + "\"")
                                + ">[^<]*</a><span class=\"number\">"
                                + Pattern.quote(verdict.path("figure").asString()) + "</span>");
            }
        }
    }

    /** init writes the file itself and refuses one that exists, such as that of a redirection. */
    @Test
    void frontPageShowsHowToWriteAScenario() {
        assertThat(page("/")).contains("<code>./entente scenario init my-scenario</code>");
    }

    @Test
    void workbenchAndComparisonContainTheStatement() {
        for (String id : Shipped.scenarioIds()) {
            JsonNode assessed = JSON.readTree(
                    Invocation.of("assess", id, "--format", "json").out());
            String statement = assessed.path("verdict").path("statement").asString();
            for (String path : List.of("/workbench/" + id, "/compare?scenarios=" + id)) {
                assertThat(page(path).replace('\u00a0', ' ')).as(path).contains(statement);
            }
        }
        assertThat(SERVICE.get("/workbench/no-such-scenario").statusCode()).isEqualTo(404);
        assertThat(SERVICE.get("/workbench/scenario.schema").statusCode()).isEqualTo(404);
    }

    @Test
    void comparisonKeepsTheOrderOfTheAddress() {
        assertThat(page("/compare?scenarios=taiwan-war,baseline-2018,no-such-scenario"))
                .containsPattern(
                        InOrder.of(Shipped.assess("taiwan-war").scenario().title(), "2018"))
                .doesNotContain("no-such-scenario");
        assertThat(SERVICE.get("/compare?scenario=taiwan-war").statusCode()).isEqualTo(400);
    }

    /** Where the axis of log odds has a likelihood, in percent of its length. */
    private static String place(JsonNode percent) {
        return String.format(Locale.ROOT, "%.1f", 100 * Axis.WHOLE.share(percent.asDouble()));
    }
}
