package entente.report.question;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.markdown.MarkdownPage;
import entente.report.text.TextRenderer;
import entente.report.wording.BalanceText.GroupFactors;
import entente.report.wording.DetailLevel;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Golden;
import entente.testkit.InOrder;
import entente.testkit.Invocation;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The default view of an assessment: short, and with everything that an analyst acts on. */
class AnswerTest {

    private static final int MOST_LINES = 46;

    static Stream<String> scenarios() {
        return Shipped.scenarioIds().stream();
    }

    private static String text(Assessment assessment, DetailLevel explain) {
        return TextRenderer.render(Verdicts.report(assessment, LikelihoodScale.ICD203, explain), TextStyle.PLAIN);
    }

    private static String summary(Scenario scenario) {
        return text(Shipped.ASSESSOR.assess(scenario), DetailLevel.SUMMARY);
    }

    /** The text as one line, for sentences that are broken over several. */
    private static String joined(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ");
    }

    /** Lines of what is supposed, which has no limit, with the empty one below. */
    private static int supposition(Assessment assessment) {
        return SuppositionText.sentence(assessment)
                .map(sentence -> TextPage.wrapped(sentence, TextPage.WIDTH - 2).size() + 1)
                .orElse(0);
    }

    /** The likelihood without a factor is without all of its rules, so its points are of all of them too. */
    @Test
    void everyFactorStandsOnOneSideWithThePointsOfAllItsRules() {
        Property.forAll(Property.cases(), RandomWorlds::any, (scenario, random) -> {
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            List<GroupFactors> against = GroupFactors.of(assessment, -1);
            List<GroupFactors> both = Stream.concat(against.stream(), GroupFactors.of(assessment, 1).stream())
                    .toList();
            assertThat(both).extracting(GroupFactors::group).doesNotHaveDuplicates();
            for (GroupFactors factor : both) {
                int points = assessment.ledger().stream()
                        .filter(row -> row.fired()
                                && row.rule().group().equals(factor.group().id()))
                        .mapToInt(row -> row.alliancePoints().hundredths())
                        .sum();
                assertThat(factor.sum().hundredths()).isEqualTo(points);
                assertThat(points < 0).isEqualTo(against.contains(factor));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answerFitsOnAScreen(String id) {
        Assessment assessment = Shipped.assess(id);
        List<String> lines = text(assessment, DetailLevel.SUMMARY).lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES + supposition(assessment));
        assertThat(lines).allSatisfy(line -> assertThat(TextPage.width(line)).isLessThanOrEqualTo(TextPage.WIDTH));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void answerHasEveryPart(String id) {
        for (DetailLevel explain : DetailLevel.values()) {
            Assessment assessment = Shipped.assess(id);
            String text = text(assessment, explain);
            assertThat(text)
                    .containsPattern(InOrder.of(
                            "Confidence is",
                            "From the base rate",
                            "Factors ",
                            "without them",
                            "What would change it",
                            "A judgement by rules, not a calibrated frequency.",
                            "Reproducible with:"));
            assertThat(text.contains("What to find out"))
                    .isEqualTo(assessment.verdict().interval().widthTenths() > 0);
        }
    }

    @Test
    void ceilingOfThePathNamesWhatTheSwitchLacks() {
        String[] shock = {"shock_suddenness=4", "shared_shock_severity=2"};
        String answer = Invocation.of("assess", "status-quo-2025", "--set", shock[0], "--set", shock[1])
                .flat();
        assertThat(answer)
                .contains("% unless “Severity of a shock to both” is at 3 or more (now 2); ")
                .doesNotContain("no sudden shock", "behind these readings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assess --explain full", "sensitivity", "flip --up"})
    void anAnswerRoundsItsLikelihoodAsItsStatementDoes(String command) {
        assertThat(Invocation.of(command.split(" "), "taiwan-war").flat())
                .contains(": 50.6 %")
                .doesNotContain("→ 51 %", "to 51 %.", "now, 51 %");
    }

    /** Weights are counted by a value within their median grade, which no scenario states and no text gives as the reading. */
    @ParameterizedTest
    @ValueSource(strings = {"assess --explain full", "explain", "sensitivity --all", "flip --up"})
    void noFigureIsInventedForWeightsOfGrades(String command) {
        String share = "prc_export_share_west5_pct=LOW:0.6,VERY_HIGH:0.4";
        assertThat(Invocation.of(
                                command.split(" "),
                                "status-quo-2025",
                                "--set",
                                share,
                                "--set",
                                "prc_export_share_us_pct=20")
                        .flat())
                .contains("low 60 %, very high 40 %")
                .doesNotContain("11.5", "Please check", "of which it is a part");
    }

    /** A shock and a war open the same ceiling, and both silence the American threats. */
    @Test
    void allRulesOfACeilingAndOfAnOverrideAreNamed() {
        Assessment both = Shipped.ASSESSOR.assess(Shipped.with("total-decoupling", Map.of("rus_west_relations", "0")));
        List<String> rules = both.balance().ceilings().get(0).rules();
        assertThat(rules).containsExactlyInAnyOrder("switch_holds", "war_opens_switch");
        String full = joined(text(both, DetailLevel.FULL));
        assertThat(full).contains("Ceiling: " + joined(Wording.claims(rules, both)) + " (");
        assertThat(joined(TextRenderer.render(Answers.ledger(both), TextStyle.PLAIN)))
                .contains(
                        "replaced by " + String.join(" and ", rules),
                        "silenced by deterrent_spent and deterrent_spent_by_war");
        assertThat(full.split("replaces: Without a sudden", -1))
                .as("each of the two replaces it")
                .hasSize(3);
    }

    @Test
    void relationshipDeeperThanTheVerdictSuggestsIsExplained() {
        assertThat(joined(summary(Shipped.scenario("treaty-with-teeth"))))
                .containsPattern("closer than the article expects \\(depth \\+[\\d.]+, needs \\+[\\d.]+\\)\\.");
        assertThat(Invocation.of("compare", "status-quo-2025", "treaty-with-teeth")
                        .flat())
                .containsPattern("The relationship changes from strategic partnership to informal alliance as its depth"
                        + " rises from \\+[\\d.]+ to \\+[\\d.]+ points, past \\+[\\d.]+\\.");
    }

    @Test
    void pathEndsWithTheFigureOfTheStatement() {
        Pattern end = Pattern.compile("with the barriers[^;.]*? it is ([\\d.]+ %[^(.]*?) ?[(.]");
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            String text = joined(summary(scenario));
            Matcher path = end.matcher(text);
            assertThat(path.find()).as(id).isTrue();
            String statement =
                    new VerdictSentences(Shipped.ASSESSOR.assess(scenario), LikelihoodScale.ICD203).statement();
            assertThat(joined(statement))
                    .as(id)
                    .containsPattern("(: |gives |estimate )" + Pattern.quote(path.group(1)));
        }
    }

    @Test
    void barriersThatRaiseTheLikelihoodAreOvercome() {
        assertThat(joined(summary(Shipped.scenario("taiwan-war"))))
                .contains(
                        " with the barriers, some of them overcome, it is 50.6 % (a ceiling takes back 20.43 evidence points).")
                .contains("Overcoming non-alignment and lack of will +");
        assertThat(joined(summary(Shipped.scenario("creeping-sanctions")))).doesNotContain("vercom");
    }

    @Test
    void severalCeilingsTakePointsBackTogether() {
        assertThat(joined(summary(Shipped.with("taiwan-war", Map.of("border_or_proxy_incident", "3")))))
                .contains(" (ceilings take back 38.98 evidence points).");
    }

    @Test
    void changeWithinAWordOfTheScaleSaysSo() {
        Assessment assessment = Shipped.assess("creeping-sanctions");
        assertThat(joined(TextRenderer.render(
                        Verdicts.report(assessment, LikelihoodScale.PHIA, DetailLevel.SUMMARY), TextStyle.PLAIN)))
                .contains("Down, still a remote chance (>0–5 %, here less than 1 %): ")
                .contains("Up to ");
    }

    @Test
    void likelihoodAtAnEndOfTheScaleIsMarkedAsSuch() {
        assertThat(summary(Shipped.parse("""
                        {"id":"x","title":"Rare","extends":"baseline-2018","readings":{},"assumptions":{"baseRatePercent":0.1}}
                        """))).containsPattern("Pressure from the West .* ≤ 0\\.1 % ");
        assertThat(summary(Shipped.scenario("status-quo-2025")))
                .containsPattern("Pressure from the West .*[0-9]   +" + counterfactual("western_pressure") + " ")
                .containsPattern("Reaction of the United States .*[0-9]   +" + counterfactual("us_reaction") + " ");
    }

    private static String counterfactual(String group) {
        return Wording.plain(Wording.percent(
                Shipped.assess("status-quo-2025").outlook().without(group).orElseThrow()));
    }

    @Test
    void likelihoodNearABandLimitIsMarked() {
        assertThat(nearEdge(5.0)).contains("The likelihood is exactly on the border with almost no chance (1–5 %).");
        assertThat(nearEdge(5.4))
                .contains("The likelihood is 0.4 percentage points above the border with almost no chance (1–5 %).");
        assertThat(nearEdge(4.5))
                .contains("The likelihood is 0.5 percentage points below the border with very unlikely (5–20 %).");
        assertThat(nearEdge(5.6)).doesNotContain("the border with");
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
    void pageInRulesFolderIsUpToDate() {
        Golden.checkExactly(
                Shipped.RULES.resolve("README.md"),
                MarkdownPage.render(Answers.rules(Shipped.BOOK.book(), Shipped.BOOK.inventory())));
    }

    @Test
    void groupWithoutRulesIsOmitted() throws RuleBookException {
        LoadedRuleBook rival = RuleBooks.open(Shipped.RULES.resolve("rival"), Shipped.CACHE);
        for (String list : new String[] {
            MarkdownPage.render(Answers.rules(rival.book(), rival.inventory())),
            TextRenderer.render(Answers.rules(rival.book(), rival.inventory()), TextStyle.PLAIN)
        }) {
            assertThat(list)
                    .contains("Pressure from the West")
                    .doesNotContain("The reaction of the United States", "Counterbalancing by the region");
        }
    }
}
