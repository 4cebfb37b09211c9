package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Problem;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.LintReport.LintFinding;
import entente.quality.lint.Linter;
import entente.report.form.TextStyle;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.report.wording.DetailLevel;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A claim with steps is one card, and counts like a rule for each step with the difference of two weights. */
@Tag("law")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepsTest {

    private static final Path CARDS = Golden.RESOURCES.resolve("steps");
    private static final List<Grade> GRADES = List.of(Grade.values());

    private Path temp;
    private LoadedRuleBook ladders;
    private LoadedRuleBook separate;

    @BeforeAll
    void compile(@TempDir Path folder) throws Exception {
        temp = folder;
        ladders = open("ladders");
        separate = open("separate");
    }

    private LoadedRuleBook open(String cards) throws IOException, RuleBookException {
        return RuleBooks.open(folder(cards, temp.resolve(cards)), temp.resolve("cache"));
    }

    /** The small book with other claims, and with weights that double from strength to strength. */
    private static Path folder(String cards, Path folder) throws IOException {
        BookFolder book = BookFolder.small(Files.createDirectory(folder));
        Files.copy(CARDS.resolve(cards + ".drl"), folder.resolve("claims.drl"), StandardCopyOption.REPLACE_EXISTING);
        book.replaceAll("weights.yaml", "{points: 0.5,", "{points: 0.8,");
        book.replaceAll("weights.yaml", "MODERATE: {points: 1,", "MODERATE: {points: 1.6,");
        book.replaceAll("weights.yaml", "STRONG: {points: 3,", "STRONG: {points: 3.2,");
        book.replaceAll("weights.yaml", "STRONG: {points: 4,", "STRONG: {points: 3.2,");
        book.replaceAll(
                "weights.yaml",
                "    DECISIVE: {points: 10, reason: \"test\"}",
                "    VERY_STRONG: {points: 6.4, reason: \"test\"}\n    DECISIVE: {points: 12.8, reason: \"test\"}");
        return folder;
    }

    @Test
    void cardBecomesARuleForEachGradeOfItsSteps() {
        assertThat(ladders.book().steps("western_customers"))
                .extracting(Rule::id, rule -> rule.step().orElseThrow(), Rule::alliance, Rule::allianceBefore)
                .containsExactly(
                        step("western_customers", Grade.LOW, "SLIGHTLY_AGAINST", ""),
                        step("western_customers_high", Grade.HIGH, "MODERATELY_AGAINST", "SLIGHTLY_AGAINST"),
                        step("western_customers_very_high", Grade.VERY_HIGH, "STRONGLY_AGAINST", "MODERATELY_AGAINST"));
        assertThat(ladders.book().steps("western_customers"))
                .extracting(Rule::partnership, Rule::partnershipBefore)
                .as("the second step alone weighs on the partnership, and the last one adds nothing")
                .containsExactly(
                        tuple(Optional.empty(), Optional.empty()),
                        tuple(Optional.of(Rule.Weight.SLIGHTLY_AGAINST), Optional.empty()),
                        tuple(Optional.empty(), Optional.empty()));
        assertThat(ladders.book().steps("market_lost"))
                .extracting(rule -> rule.conditions().get(0).threshold())
                .containsExactly(Grade.MODERATE, Grade.VERY_LOW);
        assertThat(ladders.book().cards())
                .filteredOn(rule -> rule.group().equals("trade"))
                .hasSize(2);
    }

    private static Tuple step(String id, Grade grade, String weight, String before) {
        return tuple(
                id,
                grade,
                Optional.of(Rule.Weight.valueOf(weight)),
                Optional.of(before).filter(name -> !name.isEmpty()).map(Rule.Weight::valueOf));
    }

    /** Drools has one rule for each card: which steps hold depends on the reading with which it fires. */
    @Test
    void droolsInfersWhatTheConditionsOfEachStepSay() {
        Inference drools = ladders.drools();
        int indicators = ladders.book().catalogue().indicators().size();
        for (int n = 0; n < Math.pow(GRADES.size(), indicators); n++) {
            Grade[] grades = new Grade[indicators];
            int rest = n;
            for (int i = 0; i < indicators; i++) {
                grades[i] = GRADES.get(rest % GRADES.size());
                rest /= GRADES.size();
            }
            boolean[] inferred = drools.satisfiedRules(grades);
            assertThat(inferred)
                    .as(List.of(grades).toString())
                    .isEqualTo(ladders.tables().satisfiedRules(grades))
                    .isEqualTo(RandomRuleBooks.satisfied(ladders.book(), grades));
        }
    }

    @Test
    void laddersCountLikeSeparateRules() {
        Assessor one = new Assessor(ladders);
        Assessor other = new Assessor(separate);
        Property.forAll(
                Property.cases(),
                random -> RandomWorlds.random(random, ladders.book())
                        .withAssumptions(assumptions(Map.of("trade", random.nextInt(9) / 4.0), Set.of())),
                (scenario, random) -> {
                    Assessment steps = one.assess(scenario);
                    Assessment rules = other.assess(scenario);
                    assertThat(steps.balance()).isEqualTo(rules.balance());
                    assertThat(steps.verdict()).isEqualTo(rules.verdict());
                    assertThat(steps.groups()).isEqualTo(rules.groups());
                    assertThat(steps.confidence()).isEqualTo(rules.confidence());
                    for (FlipTarget target : List.of(FlipTarget.UP, FlipTarget.DOWN)) {
                        assertThat(new FlipSearch(one)
                                        .find(scenario, target, Set.of(), 2)
                                        .flips())
                                .isEqualTo(new FlipSearch(other)
                                        .find(scenario, target, Set.of(), 2)
                                        .flips());
                    }
                });
    }

    private static Assumptions assumptions(Map<String, Double> emphasis, Set<String> without) {
        return Assumptions.NONE.withEmphasis(emphasis).withWithout(without);
    }

    /** Exactly, whatever points an assumption gives to the strengths: the steps add up to the weight of the last one. */
    @Test
    void lineOfACardHasTheWeightOfItsLastStep() {
        Property.forAll(
                Property.cases(),
                random -> RandomWorlds.random(random, ladders.book())
                        .withAssumptions(Assumptions.NONE.withWeights(RandomWorlds.weights(random, ladders.book()))),
                (scenario, random) -> {
                    for (LedgerRow row : LedgerRow.byCard(
                            new Assessor(ladders).assess(scenario).ledger())) {
                        for (Question question : Question.values()) {
                            if (row.fired()) {
                                assertThat(row.points(question))
                                        .as(row.rule().id() + " on " + question)
                                        .isEqualTo(points(row.rule(), question, scenario.assumptions()));
                            }
                        }
                    }
                });
    }

    private Points points(Rule rule, Question question, Assumptions assumptions) {
        return rule.weight(question)
                .map(weight -> Points.of(weight.direction()
                        * assumptions
                                .weights()
                                .get(question)
                                .getOrDefault(
                                        weight.strength(),
                                        ladders.book().weights().points(question, weight.strength()))))
                .orElse(Points.ZERO);
    }

    @Test
    void switchingACardOffSwitchesOffItsSteps() {
        Scenario scenario = world(30, 0, 1, 0).withAssumptions(assumptions(Map.of(), Set.of("western_customers")));
        Assessment assessment = new Assessor(ladders).assess(scenario);
        assertThat(assessment.ledger())
                .filteredOn(row -> row.rule().cardId().equals("western_customers"))
                .hasSize(3)
                .allMatch(row -> row.status() == LedgerStatus.DISABLED);
        assertThat(ladders.book().switchableIds())
                .contains("western_customers")
                .doesNotContain("western_customers_high");
    }

    /** Exports of so many percent, and the values of the three scales. */
    private static Scenario world(double exports, double shock, double incident, double treaty) {
        return RandomWorlds.scenario(
                        Map.of(
                                "export_share_pct", Reading.known("export_share_pct", exports),
                                "shock_severity", Reading.known("shock_severity", shock),
                                "border_incident", Reading.known("border_incident", incident),
                                "treaty_commitment_level", Reading.known("treaty_commitment_level", treaty)),
                        5)
                .withSha256("0".repeat(64));
    }

    @Test
    void assumptionsChangeTheStrengthsOfTheBookAlone() {
        String text = """
                {"id": "s", "title": "Other weights", "readings": {},
                 "assumptions": {"weights": {"alliance": {"OVERWHELMING": 30}}}}
                """;
        assertThat(problems(text, Shipped.BOOK.book())).isEmpty();
        assertThat(problems(text, ladders.book()))
                .filteredOn(problem -> problem.code().equals("UNKNOWN_WEIGHT"))
                .extracting(Problem::pointer)
                .containsExactly("#/assumptions/weights/alliance/OVERWHELMING");
    }

    /** Else the last step of a card could count for less than the one before it. */
    @Test
    void assumedPointsThatFallWithTheStrengthAreRefused() {
        String text = """
                {"id": "s", "title": "Other weights", "readings": {},
                 "assumptions": {"weights": {"alliance": {"SLIGHT": %s}}}}
                """;
        double moderate = Shipped.BOOK.book().weights().points(Question.ALLIANCE, Strength.MODERATE);
        assertThat(problems(text.formatted(moderate), Shipped.BOOK.book())).isEmpty();
        assertThat(problems(text.formatted(moderate + 0.01), Shipped.BOOK.book()))
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(tuple("BAD_WEIGHT", "#/assumptions/weights/alliance"));
    }

    private static List<Problem> problems(String scenario, RuleBook book) {
        return Shipped.problems(
                new ScenarioReader(Vocabulary.of(book)).read(scenario.getBytes(StandardCharsets.UTF_8), Shipped.SHELF));
    }

    @Test
    void answersShowALineForEachCard() {
        Assessment assessment = new Assessor(ladders).assess(world(18, 0, 1, 0));
        String ledger = MarkdownPage.render(Answers.ledger(assessment));
        assertThat(ledger)
                .containsOnlyOnce("A state that lives by Western customers does not provoke them (from high).")
                .doesNotContain("does not provoke them (from low)")
                .containsOnlyOnce("Next step, from very high: needs at least 25 (7 percentage points short).")
                .contains("A state whose market is lost has little to fear for once the blow falls (up to moderate).");
        assertThat(TextRenderer.render(
                        Verdicts.report(assessment, LikelihoodScale.ICD203, DetailLevel.FULL), TextStyle.PLAIN))
                .containsPattern("provoke them \\(from high\\) +−1\\.6")
                .containsPattern(
                        "(?s)Next step, from very high: needs at\\s+least 25 \\(7 percentage\\s+points short\\)")
                .containsPattern("(?s)Near misses.*\\(from very\\s+high\\) +−1\\.6");
        assertThat(MarkdownPage.render(Answers.ledgerRule(assessment, "western_customers", Map.of())))
                .contains("slightly against, from high moderately against, from very high strongly against")
                .contains("from high slightly against")
                .contains("Next step, from very high: needs at least 25 (7 percentage points short).")
                .contains("Points on an alliance −1.60, on the partnership −0.80.");
        assertThat(MarkdownPage.render(Answers.ledger(new Assessor(ladders).assess(world(60, 0, 1, 0)))))
                .contains("does not provoke them (from very high)")
                .doesNotContain("Next step, from very high");
    }

    /** Law 1 holds for each step, and a comment at the card allows what is found at a step. */
    @Test
    void lintChecksEachStep() throws Exception {
        Path folder = folder("ladders", temp.resolve("linted"));
        new BookFolder(folder)
                .replaceAll(
                        "claims.drl",
                        "GradedReading( indicator == \"export_share_pct\", grade <= Grade.MODERATE )",
                        "GradedReading( indicator == \"export_share_pct\", grade >= Grade.LOW )")
                .replaceAll(
                        "claims.drl",
                        "MODERATE: SLIGHTLY_FOR; VERY_LOW: MODERATELY_FOR",
                        "LOW: SLIGHTLY_FOR; HIGH: MODERATELY_FOR");
        assertThat(lint(folder))
                .filteredOn(finding -> finding.code() == LintCode.AGAINST_SIGN)
                .extracting(LintFinding::subject)
                .containsExactly("market_lost", "market_lost_high");
    }

    private List<LintFinding> lint(Path folder) throws Exception {
        return Linter.lint(RuleBooks.open(folder, temp.resolve("cache")).book(), RuleBooks.locations(folder))
                .findings();
    }
}
