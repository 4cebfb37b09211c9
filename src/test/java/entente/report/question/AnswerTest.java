package entente.report.question;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.text.TextRenderer;
import entente.report.wording.DetailLevel;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The default view of an assessment: short, and with everything that an analyst acts on. */
class AnswerTest {

    private static final int MOST_LINES = 40;

    static Stream<String> scenarios() {
        return Shipped.scenarioIds().stream();
    }

    private static String text(Assessment assessment, DetailLevel explain) {
        return TextRenderer.render(AssessmentReport.of(assessment, LikelihoodScale.ICD203, explain), TextStyle.PLAIN);
    }

    private static String summary(Scenario scenario) {
        return text(Shipped.ASSESSOR.assess(scenario), DetailLevel.SUMMARY);
    }

    /** The text as one line, for sentences that are broken over several. */
    private static String joined(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answerFitsOnAScreen(String id) {
        List<String> lines = summary(Shipped.scenario(id)).lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
        assertThat(lines).allSatisfy(line -> assertThat(TextPage.width(line)).isLessThanOrEqualTo(TextPage.WIDTH));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answerHasEveryPart(String id) {
        for (DetailLevel explain : DetailLevel.values()) {
            assertThat(text(Shipped.assess(id), explain))
                    .containsSubsequence(
                            "Confidence is",
                            "Path: base rate",
                            "Factors ",
                            "without it",
                            "What would change it",
                            "What to find out",
                            "A judgement by rules, not a calibrated frequency.",
                            "Reproducible with:");
        }
    }

    @Test
    void pathAndStrongestFactorsAreThoseOfTheOutlook() {
        assertThat(joined(summary(Shipped.scenario("baseline-2018"))))
                .contains("with the drivers alone")
                .contains("under the ceiling")
                .contains("with the barriers.")
                .contains("US reaction")
                .contains("and four more");
    }

    @Test
    void changeWithoutEffectIsNamedWithTheNextCutPoint() {
        assertThat(joined(summary(Shipped.with("status-quo-2025", Map.of("india_arms_share_from_rus_pct", "30")))))
                .contains("comes from Russia 36 → 30 changes nothing: the next cut point is 25.");
        assertThat(summary(Shipped.with("status-quo-2025", Map.of("india_arms_share_from_rus_pct", "24"))))
                .doesNotContain("changes nothing");
    }

    @Test
    void likelihoodNearAnEdgeSaysSo() {
        assertThat(nearEdge(5.0)).contains("That is exactly on the edge to almost no chance (1–5 %).");
        assertThat(nearEdge(5.4)).contains("That is 0.4 percentage points above the edge to almost no chance (1–5 %).");
        assertThat(nearEdge(19.5)).contains("That is 0.5 percentage points below the edge to unlikely (20–45 %).");
        assertThat(nearEdge(5.6)).doesNotContain("the edge to");
    }

    /** A scenario in which nothing moves the likelihood from this base rate. */
    private static String nearEdge(double percent) {
        List<String> all = Shipped.BOOK.book().catalogue().groups().stream()
                .map(group -> group.id())
                .toList();
        byte[] baseRate = ("{\"baseRatePercent\":" + percent + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return joined(summary(
                Shipped.scenario("baseline-2018", new ScenarioOverrides(Map.of(), Optional.of(baseRate), all))));
    }

    @Test
    void withoutBarriersGivesTheDriversOfThePath() {
        Assessment whole = Shipped.assess("baseline-2018");
        Assessment drivers = Shipped.ASSESSOR.assess(without("barriers"));
        assertThat(drivers.verdict().likelihood())
                .isEqualTo(whole.outlook().path().driversUnderCeiling())
                .isGreaterThan(whole.verdict().likelihood());
        assertThat(Shipped.ASSESSOR.assess(without("drivers")).verdict().likelihood())
                .isLessThan(whole.verdict().likelihood());
        assertThat(without("barriers").assumptions().without())
                .contains("us_reaction")
                .doesNotContain("barriers");
    }

    private static Scenario without(String word) {
        return Shipped.scenario("baseline-2018", new ScenarioOverrides(Map.of(), Optional.empty(), List.of(word)));
    }
}
