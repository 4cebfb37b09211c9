package entente.quality.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Problem;
import entente.quality.calibration.Calibration.Agreement;
import entente.quality.calibration.Calibration.MeasuredWorld;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.MapScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.testkit.BookFolder;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        byte[] file = ("{\"provenance\": \"p\", \"worlds\": [" + String.join(",", worlds) + "]}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(file, SOURCE)).isEmpty();
        return Calibration.of(new Assessor(book), reader.panel());
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
        assertThat(whole.statesRight()).isEqualTo(5);
        assertThat(measured.agreement()).extracting(Agreement::worlds).containsExactly(6, 2, 4);
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
                        "{\"id\": \"d\", \"group\": \"one\", \"base\": \"storm\", \"article\": [], \"relationship\": []}",
                        "{\"id\": \"e\", \"group\": \"one\", \"base\": \"calm\", \"readings\": {}, \"article\": [[1, 2, 3]], \"own\": [], \"relationship\": [\"MIXED\"], \"why\": [\"a\", \"b\"]}",
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
                        "#/worlds/5/base UNKNOWN_PARENT",
                        "#/worlds/6/own WRONG_NUMBER",
                        "#/worlds/6/why WRONG_NUMBER",
                        "#/worlds/7/id MISSING_FIELD",
                        "#/worlds/7/colour UNKNOWN_FIELD",
                        "#/worlds/7/base MISSING_FIELD",
                        "#/worlds/8 WRONG_TYPE");
        assertThat(problems("[]")).extracting(Problem::code).containsExactly("WRONG_TYPE");
        assertThat(problems("{\"provenance\": \"p\", \"worlds\": []}"))
                .extracting(Problem::code)
                .containsExactly("EMPTY");
        assertThat(problems("{\"provenance\": \"p\", \"worlds\": {}}"))
                .extracting(Problem::code)
                .containsExactly("WRONG_TYPE");
        assertThat(problems("[")).extracting(Problem::code).containsExactly("NOT_JSON");
    }
}
