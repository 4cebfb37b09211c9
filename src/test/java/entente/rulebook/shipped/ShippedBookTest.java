package entente.rulebook.shipped;

import static entente.model.Band.ALMOST_NO_CHANCE;
import static entente.model.Band.BELOW_ONE_PERCENT;
import static entente.model.Band.ROUGHLY_EVEN;
import static entente.model.Relationship.FORMAL_ALLIANCE;
import static entente.model.Relationship.INFORMAL_ALLIANCE;
import static entente.model.Relationship.MIXED;
import static entente.model.Relationship.OPEN_RIVALRY;
import static entente.model.Relationship.OPERATIONAL_ALLIANCE;
import static entente.model.Relationship.STRATEGIC_PARTNERSHIP;
import static entente.model.Relationship.WEAKENING;
import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Group.GroupKind;
import entente.model.LikelihoodScale;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Inventory.InventoryItem;
import entente.model.rule.RuleBook;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.RuleCase.Situation;
import entente.report.markdown.MarkdownPage;
import entente.report.wording.DetailLevel;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import entente.testkit.Invocation;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped book: the verdict of each scenario, the grades of each indicator, and how firm both are. */
class ShippedBookTest {

    private static final int NO_ALLIANCE_BELOW = 20;
    private static final int A_REASON = 20;
    /** The minimum width of a state in points, used as the distance for "well below". */
    private static final double WELL_BELOW = 4;

    /** The expectation for a present or future scenario. */
    private record Expected(Band band, Set<VerdictFlag> flags, Relationship... relationships) {
        static Expected of(Band band, Relationship... relationships) {
            return new Expected(band, Set.of(), relationships);
        }
    }

    /**
     * The expectation for a past scenario with unknown readings: the state must be among the possible ones.
     *
     * @param alliance whether a working alliance was in force; empty if unknown
     */
    private record Past(Optional<Boolean> alliance, boolean hollow, Relationship... relationships) {}

    /** Bands and states as the readers of rules/panel.json judge, w01, w55 and v01 to v15. */
    private static final Map<String, Expected> PROSPECTIVE = new TreeMap<>(Map.of(
            "baseline-2018", Expected.of(BELOW_ONE_PERCENT, STRATEGIC_PARTNERSHIP),
            "status-quo-2025", Expected.of(ALMOST_NO_CHANCE, STRATEGIC_PARTNERSHIP),
            "total-decoupling", new Expected(ROUGHLY_EVEN, Set.of(VerdictFlag.WITHIN_REACH), OPERATIONAL_ALLIANCE),
            "us-russia-reset", Expected.of(BELOW_ONE_PERCENT, WEAKENING),
            "central-asian-incident", Expected.of(BELOW_ONE_PERCENT, WEAKENING, OPEN_RIVALRY),
            "western-reengagement", Expected.of(BELOW_ONE_PERCENT, MIXED, STRATEGIC_PARTNERSHIP),
            "taiwan-war", new Expected(ROUGHLY_EVEN, Set.of(VerdictFlag.WITHIN_REACH), OPERATIONAL_ALLIANCE),
            "creeping-sanctions", Expected.of(ALMOST_NO_CHANCE, STRATEGIC_PARTNERSHIP),
            "treaty-with-teeth",
                    new Expected(ALMOST_NO_CHANCE, Set.of(VerdictFlag.ALLIANCE_WITHOUT_TREATY), INFORMAL_ALLIANCE),
            "russian-turn-west", Expected.of(BELOW_ONE_PERCENT, WEAKENING)));

    private static final Map<String, Past> HISTORICAL = new TreeMap<>(Map.of(
            "sino-soviet-alliance-1950", new Past(Optional.of(true), false, FORMAL_ALLIANCE, OPERATIONAL_ALLIANCE),
            "status-conflict-1958", new Past(Optional.empty(), true, WEAKENING, MIXED),
            "border-war-1969", new Past(Optional.of(false), true, OPEN_RIVALRY),
            "bandwagon-2001", new Past(Optional.of(false), false, WEAKENING, MIXED, STRATEGIC_PARTNERSHIP),
            "sco-veto-2010", new Past(Optional.of(false), false, MIXED, STRATEGIC_PARTNERSHIP),
            "crimea-2014", new Past(Optional.of(false), false, STRATEGIC_PARTNERSHIP),
            "no-limits-2022", new Past(Optional.of(false), false, STRATEGIC_PARTNERSHIP)));

    /** One test checks all, so that a change shows all its effects. */
    @Test
    void everyShippedScenarioHasTheExpectedVerdict() {
        assertThat(Shipped.scenarioIds())
                .isNotEmpty()
                .allMatch(id -> PROSPECTIVE.containsKey(id) != HISTORICAL.containsKey(id));
        SoftAssertions all = new SoftAssertions();
        PROSPECTIVE.forEach((id, expected) ->
                prospective(all, id, expected, Shipped.assess(id).verdict()));
        HISTORICAL.forEach(
                (id, past) -> historical(all, id, past, Shipped.assess(id).verdict()));
        details(all);
        all.assertAll();
    }

    private static void prospective(SoftAssertions all, String id, Expected expected, Verdict verdict) {
        all.assertThat(verdict.likelihood().band()).as("band of %s", id).isEqualTo(expected.band());
        all.assertThat(verdict.relationship().stream())
                .as("relationship of %s", id)
                .isNotEmpty()
                .isSubsetOf(expected.relationships());
        all.assertThat(verdict.flags()).as("flags of %s", id).isEqualTo(expected.flags());
    }

    private static void historical(SoftAssertions all, String id, Past past, Verdict verdict) {
        all.assertThat(verdict.relationships())
                .as("relationships of %s", id)
                .containsAnyElementsOf(List.of(past.relationships()));
        all.assertThat(verdict.relationship().stream())
                .as("relationship of %s", id)
                .isSubsetOf(past.relationships());
        past.alliance()
                .ifPresent(alliance -> all.assertThat(verdict.likelihood().value() >= NO_ALLIANCE_BELOW)
                        .as("an alliance in %s at %s", id, verdict.likelihood())
                        .isEqualTo(alliance));
        all.assertThat(verdict.flags().contains(VerdictFlag.HOLLOW_ALLIANCE))
                .as("a hollow alliance in %s", id)
                .isEqualTo(past.hollow());
    }

    /** Expectations from the notes of the scenarios beyond band and state. */
    private static void details(SoftAssertions all) {
        all.assertThat(Shipped.assess("western-reengagement")
                        .balance()
                        .partnership()
                        .value())
                .as("depth of western-reengagement")
                .isLessThan(Shipped.assess("status-quo-2025")
                                .balance()
                                .partnership()
                                .value()
                        - WELL_BELOW);
        Map.of(
                        "baseline-2018", ConfidenceLevel.MODERATE,
                        "taiwan-war", ConfidenceLevel.LOW,
                        "total-decoupling", ConfidenceLevel.LOW)
                .forEach((id, level) -> all.assertThat(
                                Shipped.assess(id).confidence().level())
                        .as("confidence of %s", id)
                        .isEqualTo(level));
        all.assertThat(Shipped.assess("baseline-2018").groups().stream()
                        .filter(result -> result.group().kind() == GroupKind.BARRIER)
                        .min(Comparator.comparing(GroupResult::alliancePoints))
                        .orElseThrow()
                        .group()
                        .id())
                .as("the leading barrier of baseline-2018")
                .isEqualTo("us_reaction");
    }

    /** In a scenario or a case of its book. */
    @ParameterizedTest
    @ValueSource(strings = {"", "rival", "us-india"})
    void everyRuleFiresSomewhereAndFailsToFireSomewhere(String name) {
        Path folder = Shipped.RULES.resolve(name);
        LoadedRuleBook book = Shipped.open(folder);
        Assessor assessor = new Assessor(book);
        CaseFiles cases = CaseFiles.read(CaseFiles.folder(folder), book.book(), Shipped.shelf(book));
        List<LedgerRow> rows = Stream.concat(
                        Shipped.scenarios(book).stream(),
                        cases.cases().stream()
                                .flatMap(one -> one.situations().stream())
                                .map(Situation::scenario))
                .flatMap(scenario -> assessor.assess(scenario).ledger().stream())
                .toList();
        for (boolean fired : List.of(true, false)) {
            assertThat(rows)
                    .filteredOn(row -> row.fired() == fired)
                    .extracting(LedgerRow::rule)
                    .containsAll(book.book().rules());
        }
    }

    /** Barriers, drivers and mechanisms, each numbered without a gap. */
    @Test
    void inventoryListsEveryItemOnce() {
        List<String> ids = Shipped.BOOK.inventory().stream()
                .filter(item -> !item.review())
                .map(InventoryItem::id)
                .toList();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(Stream.of("BR", "DR", "M")
                        .flatMap(letters -> IntStream.rangeClosed(1, (int) ids.stream()
                                        .filter(id -> id.startsWith(letters + "-"))
                                        .count())
                                .mapToObj(n -> "%s-%02d".formatted(letters, n)))
                        .toList());
    }

    /** That no item is missing is checked when the book is opened, see {@code books/inventory-gap}. */
    @Test
    void whatIsLeftOutHasAReason() {
        assertThat(Shipped.BOOK.inventory())
                .allSatisfy(item -> assertThat(item.leftOut().stream()).allMatch(reason -> reason.length() > A_REASON));
    }

    /** At each threshold and one step short of it; the shipped cases test each rule likewise, see UpkeepTest. */
    @Test
    void everyIndicatorIsGradedByItsCutPoints() {
        assertThat(RandomWorlds.INDICATORS).isNotEmpty().allSatisfy(indicator -> {
            List<Double> cuts =
                    indicator.cutPoints().stream().map(c -> c.from()).toList();
            assertThat(cuts).hasSize(4).isSorted().doesNotHaveDuplicates();
            assertThat(indicator.scale().cuts()).isEqualTo(cuts);
            for (int c = 0; c < cuts.size(); c++) {
                double cut = cuts.get(c);
                Grade upper = Grade.values()[c + Grade.LOW.ordinal()];
                Grade lower = Grade.values()[c + Grade.VERY_LOW.ordinal()];
                assertThat(indicator.cutPoints().get(c).grade()).isEqualTo(upper);
                assertThat(indicator.scale().gradeOf(cut)).as("on %s", cut).isEqualTo(upper);
                double below = indicator.whole() ? cut - 1 : Math.nextDown(cut);
                assertThat(indicator.scale().gradeOf(below)).as("below %s", cut).isEqualTo(lower);
                assertThat(cut).as("within the range").isBetween(Math.nextUp(indicator.low()), indicator.high());
            }
            assertThat(indicator.scale().gradeOf(indicator.low())).isEqualTo(Grade.VERY_LOW);
            assertThat(indicator.scale().gradeOf(indicator.high())).isEqualTo(Grade.VERY_HIGH);
        });
    }

    @Test
    void ordinalFromZeroToFourIsGradedByItsAnchors() {
        assertThat(RandomWorlds.INDICATORS.stream().filter(i -> i.ordinal() && i.high() == 4))
                .hasSizeGreaterThan(15)
                .allSatisfy(i -> {
                    for (int anchor = 0; anchor <= 4; anchor++) {
                        assertThat(i.scale().gradeOf(anchor)).isEqualTo(Grade.values()[anchor + 1]);
                    }
                });
    }

    // How often a scenario keeps its band while all sizes of the book move at random by up to a fifth.

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
