package entente.report.question;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.PointBalance;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.text.TextRenderer;
import entente.report.wording.BalanceText.GroupFactors;
import entente.report.wording.DetailLevel;
import entente.report.wording.Figures;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.scenario.ScenarioOverrides;
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

/** The default view of an assessment: short, and with everything that an analyst acts on. */
class AnswerTest {

    private static final int MOST_LINES = 44;
    private static final String CLASS =
            Shipped.BOOK.book().referenceClasses().of(Assumptions.NONE).label();

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
            assertThat(text(Shipped.assess(id), explain))
                    .containsPattern(InOrder.of(
                            "Confidence is",
                            "Path: base rate",
                            "Factors ",
                            "without it",
                            "What would change it",
                            "What to find out",
                            "A judgement by rules, not a calibrated frequency.",
                            "Reproducible with:"));
        }
    }

    @Test
    void pathAndStrongestFactorsAreThoseOfTheOutlook() {
        Assessment assessment = Shipped.assess("creeping-sanctions");
        LikelihoodPath path = assessment.outlook().path();
        assertThat(joined(text(assessment, DetailLevel.SUMMARY)))
                .contains(joined("Path: base rate " + Wording.percent(path.basePercent()) + " (" + CLASS + ") → "
                        + Wording.percent(path.driversOnly()) + " with the drivers alone (a ceiling holds this to "
                        + Wording.percent(path.driversUnderCeiling()) + " because there is no sudden shock) → "
                        + Shipped.percent(assessment) + " with the barriers."))
                .contains(strongest(assessment, -1), strongest(assessment, 1))
                .containsPattern(" and [a-z]+ more ");
    }

    private static String strongest(Assessment assessment, int direction) {
        return GroupFactors.of(assessment, direction).get(0).group().shortLabel();
    }

    @Test
    void ceilingOfThePathNamesWhatTheSwitchLacks() {
        String[] shock = {"shock_suddenness=4", "shared_shock_severity=2"};
        String answer = Invocation.of("assess", "status-quo-2025", "--set", shock[0], "--set", shock[1])
                .out()
                .replaceAll("[\\s\u00a0]+", " ");
        assertThat(answer)
                .contains("% unless “Severity of a shock to both” is at 3 or more (now 2)) →")
                .doesNotContain("no sudden shock", "behind these readings");
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
                        .out()
                        .replaceAll("[\\s\u00a0]+", " "))
                .containsPattern("The relationship changes from strategic partnership to informal alliance as its depth"
                        + " rises from \\+[\\d.]+ to \\+[\\d.]+ points, past \\+[\\d.]+\\.");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void pointsOfThePathAddUpToTheResult(String id) {
        Assessment assessment = Shipped.assess(id);
        LikelihoodPath path = assessment.outlook().path();
        PointBalance balance = assessment.balance();
        assertThat(balance.base().plus(path.driverPoints()).plus(path.barrierPoints()))
                .isEqualTo(balance.raw());
        assertThat(Percent.of(balance.base().plus(path.driverPoints()))).isEqualTo(path.driversOnly());
        assertThat(path.ceiling().isPresent()).isEqualTo(!path.driversOnly().equals(path.driversUnderCeiling()));
        Points reduction = balance.result().minus(balance.raw());
        assertThat(joined(text(assessment, DetailLevel.FULL)).contains(", ceiling " + Wording.points(reduction) + ")."))
                .isEqualTo(reduction.hundredths() != 0);
        assertThat(joined(summary(Shipped.scenario(id)))
                        .matches("(?s).* with the barriers(, some of them overcome)?, under the ceiling\\..*"))
                .isEqualTo(reduction.hundredths() != 0);
    }

    @Test
    void fullPathHasThePointsOfEachStep() {
        Assessment assessment = Shipped.assess("creeping-sanctions");
        LikelihoodPath path = assessment.outlook().path();
        assertThat(joined(text(assessment, DetailLevel.FULL)))
                .contains(" % (" + CLASS + "; "
                        + Wording.points(assessment.balance().base()) + ") → ")
                .contains(" with the drivers alone (" + Wording.points(path.driverPoints())
                        + "; a ceiling holds this to ")
                .contains(" with the barriers (" + Wording.points(path.barrierPoints()) + " points).");
    }

    @Test
    void leastChangesAreGivenInEachDirection() {
        assertThat(joined(summary(Shipped.scenario("creeping-sanctions"))))
                .contains("Up to very unlikely (5–20 %): "
                        + Shipped.percent("creeping-sanctions", Map.of("us_prc_strategic_hostility", "4"))
                        + " if “US–China strategic hostility” is at 4 (now 3). Down to exceptionally unlikely (less than 1 %): "
                        + Shipped.percent("creeping-sanctions", Map.of("rus_west_relations", "6"))
                                .replaceAll("\\D+$", "")
                        + " to "
                        + Shipped.percent("creeping-sanctions", Map.of("rus_west_relations", "4"))
                        + " if “Russia's relations with the West” is at 4 or more (now 2).");
    }

    @Test
    void pathEndsWithTheFigureOfTheStatement() {
        Pattern end = Pattern.compile("→ ([^→]+) with the barriers");
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
                .contains(" with the barriers, some of them overcome, under the ceiling.")
                .contains("Overcoming non-alignment and lack of will +");
        assertThat(joined(summary(Shipped.scenario("creeping-sanctions")))).doesNotContain("vercom");
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
    void pathWithoutACeilingNamesNone() {
        assertThat(joined(summary(Shipped.scenario("bandwagon-2001"))))
                .containsPattern(
                        "Path: base rate [\\d.]+ % \\(.+\\) → [\\d.]+ % with the drivers alone → [\\d.]+ % with the barriers\\.");
    }

    @Test
    void ceilingOfThePathIsNamedByItsCircumstance() {
        assertThat(joined(summary(Shipped.scenario("taiwan-war"))))
                .contains("% even with the "
                        + Shipped.BOOK.book().catalogue().subject().events().opening() + ") →");
        assertThat(joined(summary(Shipped.scenario("border-war-1969")))).contains("% after a deadly clash) →");
    }

    @Test
    void changeWithoutEffectIsListedWithTheNextCutPoint() {
        assertThat(joined(summary(Shipped.with("status-quo-2025", Map.of("india_arms_share_from_rus_pct", "30")))))
                .contains("Suppose that “Share of India's arms from Russia” is 30 %.")
                .contains(
                        "Changed readings: “Share of India's arms from Russia” 36 → 30 changes nothing: the next cut point is 25.");
        assertThat(summary(Shipped.with("status-quo-2025", Map.of("india_arms_share_from_rus_pct", "24"))))
                .doesNotContain("changes nothing");
    }

    @Test
    void changeFromOrToARangeWithinOneGradeChangesNothing() {
        assertThat(joined(summary(Shipped.scenario("us-russia-reset"))))
                .contains("“Trade between China and Russia” 228.1 → 200 changes nothing: the next cut point is 150.");
    }

    @Test
    void changeThatNeedsAnotherReadingNamesIt() {
        String tariff = "{\"id\":\"x\",\"title\":\"Tariff\",\"readings\":{\"us_avg_tariff_on_prc_pct\":145}}";
        assertThat(joined(Invocation.fed(tariff, "assess", "-", "--set", "us_avg_tariff_on_prc_pct=160")
                        .out()))
                .contains("“Average US tariff on Chinese goods” 145 → 160 changes nothing: more acts only through"
                        + " “China's exports to the US”.");
        assertThat(joined(summary(Shipped.with("status-quo-2025", Map.of("shock_suddenness", "2")))))
                .contains("changes nothing: the next cut point is 3, and it counts if “Severity of a shock to both”"
                        + " is at 2 or more (now 1).");
        assertThat(joined(summary(Shipped.with("status-quo-2025", Map.of("india_arms_share_from_rus_pct", "25")))))
                .contains("“Share of India's arms from Russia” 36 → 25 changes nothing: it must fall below 25.");
    }

    @Test
    void likelySlipIsPrintedBeforeTheFactors() {
        assertThat(joined(summary(Shipped.with("status-quo-2025", Map.of("prc_export_share_west5_pct", "0.6")))))
                .containsPattern(InOrder.of(
                        "Please check #/readings/",
                        "the reading is 0.6 %; if 60 % is meant, write 60.",
                        "Factors against"))
                .containsOnlyOnce("if 60 % is meant");
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

    private static String span(Assessment assessment) {
        Interval open = assessment.verdict().interval();
        return Figures.ICD203.span(open.low(), assessment.verdict().likelihood(), open.high());
    }

    @Test
    void intervalIsStatedWhereItIsWide() {
        Assessment crimea = Shipped.assess("crimea-2014");
        Interval open = crimea.verdict().interval();
        assertThat(joined(summary(crimea.scenario())))
                .contains(joined(
                        "As of 2014, the likelihood of an operational alliance of China and Russia by the end of 2019"
                                + " depended on 16 unrated indicators and seven readings given as a range: "
                                + span(crimea) + ", "
                                + VerdictSentences.words(open.low(), open.high(), LikelihoodScale.ICD203)
                                + "; what is rated or assumed, taken alone and at its best estimates, gives "
                                + Shipped.percent(crimea) + "."))
                .containsPattern(
                        "Expected: strategic partnership \\(the open readings allow .+ to strategic partnership\\).")
                .containsPattern(
                        "one assumed and \\w+ not rated \\(about \\w+ tenths of the weight are known\\); about");
        Assessment conflict = Shipped.assess("status-conflict-1958");
        assertThat(joined(summary(conflict.scenario())))
                .contains(joined(
                        "by the end of 1963 depended on 30 unrated indicators and three readings given as a range: "
                                + span(conflict)))
                .doesNotContain("of the weight");
    }

    @Test
    void allianceWithoutATreatyIsCloserThanTheArticleExpects() {
        assertThat(joined(summary(Shipped.scenario("treaty-with-teeth"))))
                .contains("An alliance in substance, without a treaty of defence: closer than the article expects (");
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
