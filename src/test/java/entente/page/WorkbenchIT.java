package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static entente.testkit.Browser.button;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.report.form.Axis;
import entente.report.wording.BalanceText;
import entente.report.wording.OutlookText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workbench in a real browser: a reading is moved, the verdict follows, a change is applied and undone. */
@Timeout(300)
class WorkbenchIT {

    private static final String REACTION = "How severely the US would be expected to answer an alliance";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Page workbench(String rest) {
        Page page = BROWSER.open("/workbench" + rest);
        assertThat(page.getByRole(AriaRole.SLIDER).first()).isVisible();
        return page;
    }

    private static Locator verdict(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Verdict"))
                .getByRole(AriaRole.HEADING)
                .first();
    }

    private static Locator slider(Page page, String label) {
        return page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(label));
    }

    @Test
    void keyboardMoveChangesTheVerdictAndCanBeUndone() {
        Page page = workbench("/status-quo-2025");
        assertThat(verdict(page)).containsText(Shipped.late2025(false));
        String before = verdict(page).innerText();
        slider(page, REACTION).focus();
        page.keyboard().press("ArrowLeft");
        assertThat(verdict(page)).not().hasText(before);
        assertThat(verdict(page)).containsText(Shipped.late2025(true));
        page.keyboard().press("Control+z");
        assertThat(verdict(page)).hasText(before);
        page.keyboard().press("Control+Shift+Z");
        assertThat(verdict(page)).not().hasText(before);
    }

    /** Groups that move at the same time may ask for more than the service takes. */
    @Test
    @Tag("thorough")
    void overloadedServiceIsAskedAgain() {
        Page page = BROWSER.page();
        AtomicInteger asked = new AtomicInteger();
        page.route("**/api/v1/assessments*", route -> {
            if (asked.incrementAndGet() <= 2) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "0")));
            } else {
                route.resume();
            }
        });
        page.navigate(RunningService.shared().uri("/workbench/status-quo-2025").toString());
        assertThat(verdict(page)).containsText(Shipped.late2025(false));
        assertThat(asked.get()).isEqualTo(3);
        BROWSER.clearErrors();
    }

    /** What points and percentages have in common. */
    @Test
    @Tag("thorough")
    void pagesAndDocumentsPlaceALikelihoodAlike() {
        Page page = BROWSER.open("/");
        for (double percent : new double[] {0, 0.05, 0.1, 0.3, 1, 4.9, 20, 50, 80, 99, 99.9, 100}) {
            double place = ((Number) page.evaluate(
                            "async percent => (await import('/page/scale.js')).placeOf(percent)", percent))
                    .doubleValue();
            assertThat(place).as(percent + " %").isCloseTo(Axis.WHOLE.share(percent), within(0.001));
        }
    }

    /** The mark on the yardstick, the plumb line and the result are in one line, and so is the end of the last bar. */
    @ParameterizedTest
    @CsvSource({"1440, 900", "360, 780"})
    @Tag("thorough")
    void pointsStandBelowTheirLikelihood(int width, int height) {
        Page page = BROWSER.page(width, height, ColorScheme.LIGHT);
        for (String id : List.of("status-quo-2025", "taiwan-war", "us-russia-reset")) {
            page.navigate(RunningService.shared().uri("/workbench/" + id).toString());
            assertThat(page.locator("points-waterfall svg")).isVisible();
            BoundingBox rule = page.locator("verdict-pane .yardstick .rule").boundingBox();
            double points = Shipped.assess(id).balance().result().value();
            double expected = rule.x + rule.width * Math.max(0, Math.min(1, (points + 30) / 60));
            for (String part : List.of(".yardstick path.needle", ".figure .result circle", ".figure .plumb")) {
                BoundingBox box = page.locator("verdict-pane " + part).first().boundingBox();
                assertThat(box.x + box.width / 2).as(id + part).isCloseTo(expected, within(1.0));
            }
        }
    }

    /** As a browser tells of a finger that scrolls the page: the thumb is moved before the browser knows. */
    @Test
    @Tag("thorough")
    void scrollThatBeginsOnATrackMovesNothing() {
        Page page = workbench("/status-quo-2025");
        Locator slider = slider(page, REACTION);
        String before = slider.getAttribute("aria-valuetext");
        String touched = """
                (track, end) => {
                  const tell = type => track.dispatchEvent(new PointerEvent(type, { pointerType: "touch", clientX: 200 }));
                  tell("pointerdown");
                  track.value = 1;
                  track.dispatchEvent(new Event("input"));
                  tell(end);
                  track.dispatchEvent(new Event("change"));
                }""";
        slider.evaluate(touched, "pointercancel");
        assertThat(slider).hasAttribute("aria-valuetext", before);
        org.assertj.core.api.Assertions.assertThat(slider.inputValue()).isNotEqualTo("1");
        slider.evaluate(touched, "pointerup");
        assertThat(slider).not().hasAttribute("aria-valuetext", before);
    }

    @Test
    @Tag("thorough")
    void movedCaseIsComparedWithItsScenario() {
        Page page = workbench("/status-quo-2025");
        slider(page, REACTION).focus();
        page.keyboard().press("ArrowLeft");
        assertThat(verdict(page)).containsText(Shipped.late2025(true));
        page.waitForURL(Pattern.compile(".*#.*us_reaction_severity_expected=2.*"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare"))
                .click();
        Locator compared = page.locator("compared-scenarios");
        assertThat(compared).containsText(", changed");
        assertThat(compared).containsText(Shipped.late2025(true));
        assertThat(page.locator("reading-differences")).containsText("US reaction");
        button(page, "Reproduce").click();
        assertThat(page.getByText("./entente compare status-quo-2025 status-quo-2025-changed.json"))
                .isVisible();
        compared.getByText(", changed").click();
        assertThat(verdict(page)).containsText(Shipped.late2025(true));
    }

    @Test
    @Tag("thorough")
    void comparisonUnderOtherRulesSaysSo() {
        Page page = BROWSER.open("/compare?scenarios=status-quo-2025,status-quo-2025-changed"
                + "#rules=12345678&us_reaction_severity_expected=2&no_such_indicator=1");
        Locator notice = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Other rules"));
        assertThat(notice).containsText("12345678");
        assertThat(notice).containsText("left out: no_such_indicator");
        button(page, "Share").click();
        String link = page.getByLabel("Link").inputValue();
        org.assertj.core.api.Assertions.assertThat(link)
                .contains("us_reaction_severity_expected=2", "#rules=")
                .doesNotContain("12345678", "no_such");
        page.navigate(link);
        assertThat(page.locator("compared-scenarios")).containsText(", changed");
        assertThat(notice).hasCount(0);
    }

    @Test
    void ceilingIsSaidToDoWhatTheTextSays() {
        Page page = workbench("/total-decoupling");
        CeilingEffect ceiling =
                Shipped.assess("total-decoupling").balance().ceilings().get(0);
        assertThat(page.locator("points-waterfall svg").getAttribute("aria-label"))
                .contains("Ceiling: "
                        + Wording.plain(BalanceText.how(ceiling.ceiling())).replace(" %", "\u00a0%"));
    }

    @Test
    void treatyThatIsReadWithARangeIsABestEstimate() {
        Page page = workbench("/baseline-2018#treaty_commitment_level=2..3..4");
        assertThat(page.locator("verdict-headline p")).containsText("In force, by the best estimate: ");
    }

    @Tag("thorough")
    @Test
    void everyShippedScenarioHasTheVerdictOfTheCommandLine() {
        Page page = BROWSER.page();
        for (String id : Shipped.scenarioIds()) {
            Assessment assessment = Shipped.assess(id);
            page.navigate(RunningService.shared().uri("/workbench/" + id).toString());
            assertThat(page.getByRole(AriaRole.SLIDER).first()).isVisible();
            var verdict = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Verdict"));
            assertThat(verdict.getByRole(AriaRole.HEADING).first())
                    .hasText(Wording.plain(new VerdictSentences(assessment, LikelihoodScale.ICD203).statement()));
            assertThat(verdict.locator("verdict-headline p"))
                    .hasText(Wording.plain(String.join(" ", VerdictSentences.relationship(assessment))));
            assertThat(verdict)
                    .containsText("Confidence is "
                            + assessment.confidence().level().name().toLowerCase(Locale.ROOT));
            assertThat(verdict.locator(".path li"))
                    .hasText(OutlookText.steps(assessment).toArray(String[]::new));
        }
    }
}
