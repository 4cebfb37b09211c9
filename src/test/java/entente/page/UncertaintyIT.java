package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import entente.model.Band;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import entente.testkit.Browser;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uncertain readings on the workbench: ranges and weights, and the probabilities that follow from them. */
@Timeout(300)
@Tag("thorough")
class UncertaintyIT {

    private static final String SCENARIO = "status-quo-2025";
    private static final String REACTION = "us_reaction_severity_expected";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    private Path folder;

    private static Page workbench() {
        Page page = BROWSER.open("/workbench/" + SCENARIO);
        button(page, "Uncertain:").first().click();
        awaitAddress(page, "2..3..4");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void awaitAddress(Page page, String reading) {
        page.waitForURL(Pattern.compile(".*#rules=\\w+&" + REACTION + "="
                + Pattern.quote(reading.replace(":", "%3A").replace(",", "%2C"))));
    }

    /** As an answer does that arrives while somebody types. */
    private static void rendered(Page page, String element) {
        page.locator(element).evaluate("async each => { each.requestUpdate(); await each.updateComplete; }");
    }

    private static void awaitUnchanged(Page page) {
        page.waitForURL(Pattern.compile(".*/" + SCENARIO));
    }

    private static JsonNode explored(Path scenario, Object... options) {
        return JsonMapper.shared().readTree(Invocation.output("explore", scenario, "--format", "json", options));
    }

    private static JsonNode explored(String reading, Object... options) {
        Path scenario = Shipped.SCENARIOS.resolve(SCENARIO + ".json");
        return explored(scenario, "--set", REACTION + "=" + reading, options);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String probability(JsonNode number) {
        return plain(Figures.probability(number.asDouble()));
    }

    /** The figures on the page are those of the answer. */
    private static void assertFigures(Page page, JsonNode answer) {
        String bands = String.join(
                ", ",
                Arrays.stream(Band.values())
                        .filter(band -> answer.get("bands").get(band.name()).asDouble() > 0)
                        .map(band -> band.term() + " "
                                + probability(answer.get("bands").get(band.name())))
                        .toList());
        assertThat(page.locator("band-probabilities svg"))
                .hasAttribute("aria-label", ("Probability of each verdict: " + bands + ".").replace(" %", "\u00a0%"));
        Locator expected = page.locator("uncertainty-figure .expected");
        assertThat(expected.first().locator("b")).hasText(new String[] {
            percent(answer.get("meanPercent")),
            percent(answer.get("quantiles").get("0.05")),
            percent(answer.get("quantiles").get("0.95"))
        });
        answer.get("relationships")
                .forEach(each -> assertThat(expected.last()).containsText(probability(each.get("probability"))));
        Locator rows = page.locator(".deciding tbody tr");
        assertThat(rows).hasCount(answer.get("indicators").size());
        for (int i = 0; i < answer.get("indicators").size(); i++) {
            JsonNode effect = answer.get("indicators").get(i);
            assertThat(rows.nth(i).locator("th, .number")).hasText(new String[] {
                effect.get("label").asString(),
                plain(Figures.share(effect.get("first").asDouble())),
                plain(Figures.share(effect.get("total").asDouble()))
            });
        }
        assertThat(page.locator("uncertainty-figure > .quiet")).containsText("Exact: counted over ");
    }

    private static String percent(JsonNode value) {
        return plain(Wording.percent(value.asDouble()));
    }

    @Test
    void rangeMovedByKeyboardHasTheProbabilitiesOfTheCommandLine() {
        Page page = workbench();
        assertFigures(page, explored("2..3..4"));
        page.getByLabel("Lowest value of").press("ArrowLeft");
        awaitAddress(page, "1..3..4");
        assertFigures(page, explored("1..3..4"));
        page.keyboard().press("Control+z");
        awaitAddress(page, "2..3..4");
        assertFigures(page, explored("2..3..4"));
        Page other = BROWSER.page();
        other.navigate(page.url());
        assertFigures(other, explored("2..3..4"));
        assertThat(other.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Uncertainty")))
                .hasAttribute("aria-selected", "true");
        button(page, "Reset Expected").click();
        awaitUnchanged(page);
    }

    @Test
    void weightsAddUpAndHaveTheProbabilitiesOfTheCommandLine() {
        Page page = workbench();
        assertFigures(page, explored("2..3..4"));
        page.getByLabel("Distribution of").selectOption("weights");
        awaitAddress(page, "MODERATE:0.22,HIGH:0.56,VERY_HIGH:0.22");
        Locator box = page.getByLabel("Weight of high in percent");
        box.fill("40");
        rendered(page, "uncertain-reading");
        box.press("Enter");
        String weights = "MODERATE:0.3,HIGH:0.4,VERY_HIGH:0.3";
        awaitAddress(page, weights);
        assertFigures(page, explored(weights));
        page.getByText("Take unrated readings to have any grade").click();
        assertThat(page.locator("uncertainty-figure > .quiet")).containsText("each grade of");
        assertFigures(page, explored(weights, "--unrated-any"));
        button(page, "Reproduce").click();
        assertThat(page.locator("#reproduce-text"))
                .containsText("./entente explore status-quo-2025 \\\n  --set " + REACTION + "=" + weights
                        + " \\\n  --unrated-any");
    }

    @Test
    void verdictOfWeightsIsThatOfTheCommandLine() {
        String weights = "LOW:0.6,VERY_HIGH:0.4";
        JsonNode assessed = JsonMapper.shared()
                .readTree(Invocation.output("assess", SCENARIO, "--set", REACTION + "=" + weights, "--format", "json"));
        Page page = BROWSER.open("/workbench/" + SCENARIO + "#" + REACTION + "=" + weights);
        assertThat(page.locator("verdict-headline h1"))
                .hasText(assessed.at("/verdict/statement").asString());
    }

    @Test
    void handleThatIsDraggedIsOneMove() {
        Page page = workbench();
        var track = page.locator(".track.with-ends").boundingBox();
        page.mouse().move(track.x + track.width * 0.4, track.y + 8);
        page.mouse().down();
        page.mouse().move(track.x + track.width * 0.3, track.y + 8);
        page.mouse().move(track.x + track.width * 0.01, track.y + 8);
        page.mouse().up();
        awaitAddress(page, "0..3..4");
        page.keyboard().press("Control+z");
        awaitAddress(page, "2..3..4");
        page.keyboard().press("Control+z");
        awaitUnchanged(page);
    }

    @Test
    void downloadedScenarioHasTheDistribution() {
        Page page = workbench();
        page.getByLabel("Distribution of").selectOption("uniform");
        page.getByLabel("Range to,").fill("3");
        rendered(page, "uncertain-reading");
        page.getByLabel("Range to,").press("Enter");
        awaitAddress(page, "2..3..3_uniform");
        assertThat(page.getByLabel("Highest value of"))
                .hasAttribute("aria-valuetext", Pattern.compile("3[ \u00a0]of[ \u00a0]4"));
        button(page, "Download").click();
        Download download = page.waitForDownload(
                () -> button(page, "Scenario (JSON)").first().click());
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertFigures(page, explored(file));
        button(page, "Reproduce").click();
        assertThat(page.locator("#reproduce-text"))
                .hasText(Pattern.compile(
                        "explore status-quo-2025 .*--set us_reaction_severity_expected=2..3$", Pattern.DOTALL));
    }

    @Test
    void bandSaysWhatItsCasesHave() {
        Page page = workbench();
        JsonNode reaction = explored("2..3..4").get("indicators").get(0);
        Locator conditions = page.locator("#condition-cases tbody").first();
        for (String band : List.of("BELOW_ONE_PERCENT", "ALMOST_NO_CHANCE")) {
            page.locator("#condition ~ [role=tablist] [data-tab=" + band + "]").click();
            String[] posteriors = Stream.of(2, 1, 0)
                    .map(i -> probability(
                            reaction.get("given").get(i).get("posterior").get(band)))
                    .toArray(String[]::new);
            assertThat(conditions.locator(".number:not(.quiet)")).hasText(posteriors);
        }
        page.locator("band-probabilities .row.group").first().click();
        assertThat(page.locator("#condition ~ [role=tablist] [aria-selected=true]"))
                .hasText("exceptionally unlikely");
    }

    @Test
    void conditionsThatWereSoughtFollowAMove() {
        Page page = workbench();
        page.getByLabel("Verdict whose conditions").selectOption("BELOW_ONE_PERCENT");
        button(page, "Find conditions").click();
        Locator found = page.getByLabel(Pattern.compile("Conditions for at (least|most) exceptionally unlikely"));
        assertThat(found.locator("p")).hasText(sentences("2..3..4"));
        page.getByLabel("Lowest value of").press("ArrowLeft");
        awaitAddress(page, "1..3..4");
        assertThat(found.locator("p")).hasText(sentences("1..3..4"));
        assertThat(page.locator("uncertainty-figure > div")).hasAttribute("aria-busy", "false");
    }

    private static String[] sentences(String reading) {
        return explored(reading, "--discover", "exceptionally unlikely")
                .at("/discovery/sentences")
                .valueStream()
                .map(sentence -> plain(sentence.asString()))
                .toArray(String[]::new);
    }
}
