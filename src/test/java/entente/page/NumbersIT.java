package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.wording.OutlookText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The workbench shows the figures of the command line. */
@Timeout(300)
@Tag("thorough")
class NumbersIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

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
            assertThat(verdict)
                    .containsText("Confidence is "
                            + assessment.confidence().level().name().toLowerCase(Locale.ROOT));
            assertThat(verdict.locator(".path li"))
                    .hasText(OutlookText.steps(assessment).toArray(String[]::new));
        }
    }
}
