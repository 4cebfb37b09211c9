package entente.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.Problem;
import entente.model.rule.Rule.Weight;
import entente.quality.calibration.Calibration.Agreement;
import entente.quality.calibration.Calibration.MeasuredWorld;
import entente.quality.calibration.Calibration.StrengthChange;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.MapScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.testkit.BookFolder;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

    private static final LoadedRuleBook BOOK = Shipped.open(BookFolder.BASE);

    /** Nothing holds: −10.61 points, and a strategic partnership. */
    private static final String CALM = "{\"id\": \"calm\", \"title\": \"Calm\", \"readings\": {\"export_share_pct\": 0,"
            + " \"shock_severity\": 0, \"border_incident\": 0, \"treaty_commitment_level\": 0}}";

    private static final ScenarioSource SOURCE = new MapScenarioSource(Map.of("calm", CALM));

    private static String world(String id, String group, String readings, String article, String states) {
        return "{\"id\": \"" + id + "\", \"group\": \"" + group + "\", \"base\": \"calm\", \"readings\": {" + readings
                + "}, \"article\": " + article + ", \"relationship\": [" + states + "]}";
    }

    private static String world(String id, String group, String readings, double best) {
        return world(id, group, readings, "[[" + best + ", " + best + ", " + best + "]]", "\"STRATEGIC_PARTNERSHIP\"");
    }

    private static List<Problem> problems(String text) {
        return new Panel.Reader(new ScenarioReader(Vocabulary.of(BOOK.book())))
                .read(text.getBytes(StandardCharsets.UTF_8), SOURCE);
    }

    private static Calibration calibration(LoadedRuleBook book, List<String> worlds) {
        Panel.Reader reader = new Panel.Reader(new ScenarioReader(Vocabulary.of(book.book())));
        byte[] file = ("[" + String.join(",", worlds) + "]").getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(file, SOURCE)).isEmpty();
        return Calibration.of(new Assessor(book), reader.panel(), true);
    }

    /** Computed by hand: base rate 8 %, slight 0.5, moderate 1, strong 3 points; an incident takes 85 % of what is above 2 %. */
    @Test
    void metricIsThatOfAnExampleComputedByHand() {
        Calibration measured = calibration(
                BOOK,
                List.of(
                        world(
                                "a",
                                "one",
                                "",
                                "[[0.2, 0.5, 1], [0.5, 1, 2], [0.8, 7, 9]]",
                                "\"MIXED\", \"STRATEGIC_PARTNERSHIP\", \"MIXED\""),
                        world("b", "one", "\"shock_severity\": 2", 10),
                        world("c", "two", "\"export_share_pct\": 20", 0.05),
                        world("d", "two", "\"border_incident\": 3", 5),
                        // Told apart from no other that is judged within a point of it, or below 0.2 % as the other is.
                        world("e", "two", "", 1.1),
                        world("f", "two", "\"export_share_pct\": 20", 0.1)));
        assertThat(measured.worlds())
                .extracting(MeasuredWorld::points)
                .containsExactly(-10.61, -9.61, -13.61, -15.96, -10.61, -13.61);
        assertThat(measured.worlds())
                .extracting(MeasuredWorld::deviation)
                .containsExactly(9.35, -0.07, 9.38, -3.17, 8.93, 9.38);
        MeasuredWorld first = measured.worlds().get(0);
        assertThat(List.of(
                        first.judged().low(),
                        first.judged().best(),
                        first.judged().high(),
                        first.book()))
                .containsExactly(0.5, 1.0, 2.0, 7.995);
        assertThat(measured.worlds())
                .extracting(MeasuredWorld::stateRight)
                .containsExactly(true, true, true, false, true, true);
        Agreement whole = measured.whole();
        assertThat(whole.medianDeviation()).isEqualTo(9.14);
        assertThat(whole.meanDeviation()).isEqualTo(6.71);
        assertThat(whole.bias()).isEqualTo(5.63);
        assertThat(whole.order()).hasValue(0.385); // 9 of 13 pairs in the order of the readers, 4 in the opposite one
        assertThat(whole.statesRight()).contains(5);
        assertThat(measured.agreement()).extracting(Agreement::worlds).containsExactly(6, 2, 4);
    }

    /** Forty worlds for each claim, so that the penalty counts for little. */
    private static List<String> synthetic(double customers, double blow, double pact) {
        List<String> worlds = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            worlds.add(world("x" + n, "trade", "\"export_share_pct\": 20", percent(-10.61 - customers)));
            worlds.add(world("s" + n, "shock", "\"shock_severity\": 2", percent(-10.61 + blow)));
            worlds.add(world("p" + n, "treaty", "\"treaty_commitment_level\": 4", percent(-10.61 + pact)));
        }
        return worlds;
    }

    private static double percent(double points) {
        return 100 / (1 + Math.pow(10, -points / 10));
    }

    @Test
    void fitRecoversTheSizesThatMadeThePanel() {
        List<StrengthChange> changes =
                calibration(BOOK, synthetic(8, 3, 8)).refit().orElseThrow().strengths();
        assertThat(changes).extracting(StrengthChange::card).containsExactly("western_customers", "blow_to_both");
        assertThat(changes)
                .extracting(StrengthChange::nearest)
                .containsExactly(Weight.DECISIVELY_AGAINST, Weight.STRONGLY_FOR);
        assertThat(changes.get(0).fittedPoints()).isCloseTo(8, within(0.3));
        assertThat(changes.get(1).fittedPoints()).isCloseTo(3, within(0.2));
    }

    /** The sign of the claim is that of the book: against it no size is fitted but none. */
    @Test
    void noSizeTurnsItsSign() {
        List<StrengthChange> changes =
                calibration(BOOK, synthetic(-5, 1, 10)).refit().orElseThrow().strengths();
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).fittedPoints()).isZero();
        assertThat(changes.get(0).nearest()).isEqualTo(Weight.SLIGHTLY_AGAINST);
    }

    /** What a claim adds in other worlds says nothing of a group whose claim no other has. */
    @Test
    void eachGroupIsLeftOutOfTheFitToTheOthers() {
        Calibration.Refit refit = calibration(BOOK, synthetic(5, 3, 10)).refit().orElseThrow();
        assertThat(refit.claims()).isEqualTo(3);
        assertThat(refit.leftOut()).extracting(Agreement::medianDeviation).containsExactly(4.0, 4.0, 2.0, 9.0);
        assertThat(calibration(BOOK, List.of(world("a", "one", "", 8)))
                        .refit()
                        .orElseThrow()
                        .leftOut())
                .isEmpty();
    }

    @Test
    void stepsOfACardKeepTheirOrder(@TempDir Path temp) {
        BookFolder steps = BookFolder.copy(BookFolder.BASE, temp.resolve("steps"))
                .replace(
                        "claims.drl",
                        "MODERATELY_FOR",
                        "\"MODERATE: SLIGHTLY_FOR; HIGH: MODERATELY_FOR; VERY_HIGH: STRONGLY_FOR\"");
        LoadedRuleBook book = Shipped.open(steps.folder());
        List<String> worlds = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            for (int grade = 2; grade <= 4; grade++) {
                worlds.add(world("s" + n + grade, "shock", "\"shock_severity\": " + grade, percent(-10.61 + 2.9)));
            }
        }
        List<StrengthChange> changes =
                calibration(book, worlds).refit().orElseThrow().strengths();
        // Strong is nearest to all three, and only one of them can have it: slight, moderate, strong stays.
        assertThat(changes).isEmpty();
    }

    @Test
    void everyFaultIsReportedAtOnceWithItsPlace() {
        String good = world("a", "one", "", 8);
        String text = "{\"provenance\": \" \", \"extra\": 1, \"sanity\": [\"a\", \"nobody\"], \"worlds\": ["
                + String.join(
                        ",",
                        good,
                        good,
                        world("Bad Id", "one", "\"export_share_pct\": 70, \"unheard_of\": 1", 8),
                        world(
                                "b",
                                "",
                                "",
                                "[[3, 2, 4], [0, 1, 2], [1, 2, 100], [1, 2], [\"1\", 2, 3], 4]",
                                "\"MIXED\""),
                        world("c", "one", "", "[[1, 2, 3]]", "\"FRIENDS\""),
                        "{\"id\": \"d\", \"group\": \"one\", \"scenario\": \"storm\", \"article\": [], \"relationship\": []}",
                        "{\"id\": \"e\", \"group\": \"one\", \"scenario\": \"calm\", \"readings\": {}, \"article\": [[1, 2, 3]], \"own\": [], \"relationship\": [\"MIXED\"], \"why\": [\"a\", \"b\"]}",
                        "{\"group\": \"one\", \"article\": [[1, 2, 3]], \"relationship\": [\"MIXED\"], \"colour\": \"red\"}",
                        "7")
                + "]}";
        assertThat(problems(text))
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "#/provenance BLANK",
                        "#/extra UNKNOWN_FIELD",
                        "#/sanity/1 UNKNOWN_WORLD",
                        "#/worlds/1/id DUPLICATE_WORLD",
                        "#/worlds/2/id BAD_ID",
                        "#/worlds/2/readings/export_share_pct OUT_OF_RANGE",
                        "#/worlds/2/readings/unheard_of UNKNOWN_INDICATOR",
                        "#/worlds/3/group BLANK",
                        "#/worlds/3/article/0 BAD_ESTIMATE",
                        "#/worlds/3/article/1 BAD_ESTIMATE",
                        "#/worlds/3/article/2 BAD_ESTIMATE",
                        "#/worlds/3/article/3 BAD_ESTIMATE",
                        "#/worlds/3/article/4 WRONG_TYPE",
                        "#/worlds/3/article/5 WRONG_TYPE",
                        "#/worlds/3/relationship WRONG_NUMBER",
                        "#/worlds/4/relationship/0 UNKNOWN_WORD",
                        "#/worlds/5/article EMPTY",
                        "#/worlds/5/scenario UNKNOWN_PARENT",
                        "#/worlds/6 BAD_BASE",
                        "#/worlds/6/own WRONG_NUMBER",
                        "#/worlds/6/why WRONG_NUMBER",
                        "#/worlds/7/id MISSING_FIELD",
                        "#/worlds/7/colour UNKNOWN_FIELD",
                        "#/worlds/7 BAD_BASE",
                        "#/worlds/8 WRONG_TYPE");
        assertThat(problems("[]")).extracting(Problem::code).containsExactly("EMPTY");
        assertThat(problems("[" + good + ", 7]")).extracting(Problem::pointer).containsExactly("#/1");
        assertThat(problems("{\"provenance\": \"p\", \"worlds\": {}}"))
                .extracting(Problem::code)
                .containsExactly("WRONG_TYPE");
        assertThat(problems("[")).extracting(Problem::code).containsExactly("NOT_JSON");
    }
}
