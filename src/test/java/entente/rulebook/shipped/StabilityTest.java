package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.LikelihoodScale;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBook;
import entente.report.markdown.MarkdownPage;
import entente.report.wording.DetailLevel;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        assertThat(Invocation.of("assess", "taiwan-war", "--explain", "full").flat())
                .contains("the best estimate stays in its band in " + kept + " of 200 draws.");
        assertThat(Invocation.output("assess", "taiwan-war")).doesNotContain(" draws");
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

    /** No single grade of a single reading moves the points by more, or readers would see another kind of world. */
    private static final double MOST = 6;

    /** Grades that are worlds of another kind, and why. */
    private static final Map<String, String> LARGE = Map.of(
            "political_will_to_ally VERY_HIGH", "an announced decision is the greater part of the event",
            "treaty_commitment_level VERY_HIGH", "a defence treaty in force is most of the event in legal form",
            "us_prc_strategic_hostility VERY_HIGH", "war: what deters is spent, and the threat is there",
            "rus_elite_balancing_sentiment VERY_HIGH", "a policy of balancing is the opposite of an alliance");

    private static final RuleBook BOOK = Shipped.BOOK.book();
    private static final ScoringModel MODEL = new ScoringModel(BOOK, Shipped.BOOK.tables(), Assumptions.NONE);

    /** A list that names what is no longer large would hide the next step that is. */
    @Test
    void singleGradesMoveTheResultByLittleButForAFew() {
        Set<String> large = largeSteps("status-quo-2025");
        large.addAll(largeSteps("baseline-2018"));
        assertThat(large).isEqualTo(LARGE.keySet());
    }

    /** The upper of two neighbouring grades between which the points of the result differ by more. */
    private static Set<String> largeSteps(String id) {
        Grade[] world = ScoredScenario.grades(Shipped.scenario(id), BOOK.catalogue());
        Set<String> large = new TreeSet<>();
        for (int i = 0; i < world.length; i++) {
            Grade here = world[i];
            for (Grade grade : new Grade[] {Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH}) {
                double step = result(world, i, grade) - result(world, i, Grade.values()[grade.ordinal() - 1]);
                if (Math.abs(step) > MOST) {
                    large.add(BOOK.catalogue().indicators().get(i).id() + " " + grade);
                }
            }
            world[i] = here;
        }
        return large;
    }

    private static double result(Grade[] world, int indicator, Grade grade) {
        world[indicator] = grade;
        return MODEL.outcome(world, ScoringModel.basePoints(BOOK, Assumptions.NONE, 5))
                .result()
                .value();
    }
}
