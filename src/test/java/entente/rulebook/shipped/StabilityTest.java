package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.Assumptions;
import entente.model.LikelihoodScale;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.report.markdown.MarkdownPage;
import entente.report.wording.DetailLevel;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How often a scenario keeps its band while all sizes of the book move at random by up to a fifth. */
class StabilityTest {

    private static final SensitivityAnalysis ANALYSIS = new SensitivityAnalysis(Shipped.ASSESSOR);
    private static final int FIRM = 80;

    @Test
    void scenariosKeepTheirBandsAsOftenAsTheDocumentsSay() throws Exception {
        Map<String, Double> loose = new TreeMap<>();
        for (String id : Shipped.scenarioIds()) {
            double kept = 100.0 * ANALYSIS.drawsThatKeepBand(Shipped.scenario(id)) / SensitivityAnalysis.DRAWS;
            if (kept < FIRM) {
                loose.put(id, kept);
            }
        }
        String told = loose.entrySet().stream()
                .map(scenario -> "`" + scenario.getKey() + "` in " + Math.round(scenario.getValue()) + " %")
                .collect(Collectors.joining(", "));
        assertThat(Files.readString(Path.of("src", "docs", "confidence.md")).replaceAll("\\s+", " "))
                .contains("All shipped scenarios keep their band in at least " + FIRM + " % of "
                        + SensitivityAnalysis.DRAWS + " draws, but for three: " + told + ".");
        assertThat(loose).hasSize(3);
    }

    @Test
    void fullAnswerSaysIt() {
        int kept = ANALYSIS.drawsThatKeepBand(Shipped.scenario("taiwan-war"));
        assertThat(Invocation.of("assess", "taiwan-war", "--explain", "full")
                        .flat())
                .contains("the best estimate stays in its band in " + kept + " of 200 draws.");
        assertThat(Invocation.of("assess", "taiwan-war").out()).doesNotContain(" draws");
    }

    /** Where nothing is rated, nothing moves, which is no firmness. */
    @Test
    void fullAnswerWithoutAVerdictDoesNotSayIt() {
        Assessment none =
                Shipped.ASSESSOR.assess(Shipped.parse("{\"id\": \"none\", \"title\": \"N\", \"readings\": {}}"));
        assertThat(MarkdownPage.render(Verdicts.report(none, LikelihoodScale.ICD203, DetailLevel.FULL)))
                .contains("By reference class: ")
                .doesNotContain(" draws");
    }

    @Test
    void drawsMoveTheSizesThatAScenarioAssumes() {
        Scenario scenario = Shipped.scenario("taiwan-war");
        Map<Strength, Double> none =
                new HashMap<>(Shipped.BOOK.book().weights().points().get(Question.ALLIANCE));
        none.replaceAll((strength, points) -> 0.0);
        Assumptions weightless = scenario.assumptions().withWeights(Map.of(Question.ALLIANCE, none));
        assertThat(ANALYSIS.drawsThatKeepBand(scenario.withAssumptions(weightless)))
                .isEqualTo(SensitivityAnalysis.DRAWS);
    }
}
