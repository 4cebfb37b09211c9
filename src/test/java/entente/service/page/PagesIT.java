package entente.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.Axis;
import entente.service.problem.ProblemType;
import entente.testkit.Answer;
import entente.testkit.InOrder;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
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

    private static Answer get(String path) {
        Answer response = SERVICE.send(SERVICE.to(path).header("Accept", "text/html"));
        assertThat(response.status()).as(path).isEqualTo(200);
        return response;
    }

    private static String page(String path) {
        return get(path).text();
    }

    @Test
    void contentPolicyAllowsOnlyTheImportMapInline() throws NoSuchAlgorithmException {
        for (String path : PAGES) {
            Answer response = get(path);
            List<String> policies = response.all("Content-Security-Policy");
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
                        assertThat(SERVICE.get(target).status()).as(target).isEqualTo(200));
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
        links.forEach(link -> assertThat(SERVICE.get(link).status()).as(link).isEqualTo(200));
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

    /** A page of another site cannot have the service work for it by links and images. */
    @Test
    void costlyOperationsAreRefusedToOtherSites() {
        String briefing = "/api/v1/briefings?format=md&scenario=baseline-2018";
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
            assertThat(SERVICE.get(address).one("Cache-Control"))
                    .as(address)
                    .isEqualTo("public, max-age=31536000, immutable");
        });
        for (String other : List.of("/page/0123456789abcdef/base.css", "/page/base.css")) {
            assertThat(SERVICE.get(other).status()).as(other).isEqualTo(200);
            assertThat(SERVICE.get(other).all("Cache-Control")).as(other).isEmpty();
            assertThat(SERVICE.get(other).all("ETag")).as(other).isNotEmpty();
        }
    }

    @Test
    void pagesShowTheCommandLineFiguresOfEveryScenario() {
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
            String statement = verdict.path("statement").asString();
            assertThat(row.group(1).replace('\u00a0', ' ')).isEqualTo(statement);
            String confidence = assessed.at("/confidence/level").asString().toLowerCase(Locale.ROOT);
            assertThat(row.group(2).replace('\u00a0', ' '))
                    .as(id)
                    .contains("<strong class=\"percent\">"
                            + verdict.path("figure").asString() + "</strong>")
                    .contains(verdict.path("words").asString())
                    .contains("class=\"interval\" x=\"" + place(verdict.at("/interval/lowPercent")) + "%\"")
                    .contains("confidence " + confidence);
            for (String path : List.of("/workbench/" + id, "/compare?scenarios=" + id)) {
                assertThat(page(path).replace('\u00a0', ' ')).as(path).contains(statement);
            }
        }
        SERVICE.get("/workbench/no-such-scenario").expect(404);
        SERVICE.get("/workbench/scenario.schema").expect(404);
    }

    @Test
    void frontPageShowsTheFigureOfAStoredAssessment() throws IOException {
        for (String scale : List.of("icd203", "phia")) {
            for (String id : List.of("baseline-2018", "crimea-2014")) {
                byte[] scenario = Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json"));
                Answer stored = SERVICE.post("/api/v1/assessments?scale=" + scale, scenario)
                        .expect(201);
                JsonNode verdict = stored.json().path("verdict");
                String location = stored.one("Location");
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
    void comparisonKeepsTheOrderOfTheAddress() {
        assertThat(page("/compare?scenarios=taiwan-war,baseline-2018,no-such-scenario"))
                .containsPattern(
                        InOrder.of(Shipped.assess("taiwan-war").scenario().title(), "2018"))
                .doesNotContain("no-such-scenario");
        SERVICE.get("/compare?scenario=taiwan-war").expect(400);
    }

    /** Where the axis of log odds has a likelihood, in percent of its length. */
    private static String place(JsonNode percent) {
        return String.format(Locale.ROOT, "%.1f", 100 * Axis.WHOLE.share(percent.asDouble()));
    }
}
