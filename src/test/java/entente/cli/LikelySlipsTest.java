package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.testkit.InOrder;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings that are probably slips are assessed as they are, with a caveat. */
class LikelySlipsTest {

    private static final String SHARE = "prc_export_share_west5_pct";
    private static final double CUT = Shipped.cut(SHARE, Grade.MODERATE);

    private static Invocation with(String reading, String format) {
        return Invocation.of("assess", "baseline-2018", "--set", reading, "--format", format);
    }

    @Test
    void fractionForAPercentageIsACaveat() {
        Invocation run = with(SHARE + "=0.6", "json").ok();
        assertThat(run.out())
                .contains("\"code\": \"PERCENT_AS_FRACTION\",\n      \"pointer\": \"#/readings/" + SHARE + "\"");
        assertThat(with(SHARE + "=0.6", "csv").err())
                .contains(
                        "Please check #/readings/" + SHARE + ": ", "the reading is 0.6 %; if 60 % is meant, write 60.");
        assertThat(with(SHARE + "=60", "csv").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHARE + "=1", SHARE + "=0", SHARE + "=60", SHARE + "=unknown", "milex_ratio_prc_rus=0.6"})
    void plausibleReadingsHaveNoCaveat(String reading) {
        Invocation run = with(reading, "json").ok();
        assertThat(run.out()).doesNotContain("PERCENT_AS_FRACTION");
    }

    @Test
    void readingDatedAfterTheScenarioIsACaveatAndLowersTheAgeScore() {
        String scenario = "{\"id\": \"s\", \"title\": \"S\", \"asOf\": \"2018-12-31\", \"readings\": {\"" + SHARE
                + "\": {\"value\": 24, \"grade\": \"A1\", \"asOf\": \"%s\"}}}";
        Invocation late = Invocation.fed(scenario.formatted("2025-12-31"), "assess", "-", "--format", "json");
        Invocation same = Invocation.fed(scenario.formatted("2018-12-31"), "assess", "-", "--format", "json");
        assertThat(late.out()).contains("\"code\": \"READING_AFTER_SCENARIO\"");
        assertThat(same.out()).doesNotContain("READING_AFTER_SCENARIO");
        assertThat(age(late)).isLessThan(age(same));
    }

    @Test
    void filesWithOneIdAreWarnedOfOnce(@TempDir Path temp) throws IOException {
        Path second = Files.writeString(temp.resolve("b.json"), SLIPS.formatted("2018-12-31"));
        Path third = Files.writeString(temp.resolve("c.json"), SLIPS.formatted("2018-12-31"));
        Invocation run = Invocation.of("validate", second, third).ok();
        assertThat(run.out())
                .containsOnlyOnce("has the id s as well")
                .contains(second.getFileName().toString());
    }

    @Test
    void noScenarioIsSaidToBeItsOwnParent(@TempDir Path temp) throws IOException {
        Path file = Files.writeString(
                temp.resolve("status.json"), "{\"id\": \"status\", \"title\": \"S\", \"extends\": \"statuz\"}");
        assertThat(Invocation.of("validate", file).err()).contains("statuz").doesNotContain("mean status?", "status,");
    }

    private static final String SLIPS = "{\"id\": \"s\", \"title\": \"S\", \"asOf\": \"%s\", \"readings\": {\"" + SHARE
            + "\": {\"value\": 0.8, \"grade\": \"A1\", \"asOf\": \"2020-06-30\"}, \"shock_suddenness\": {\"value\": 1,"
            + " \"asOf\": \"2018-01-01\"}}}";

    @Test
    void validateListsEachWithItsLocation() {
        Invocation run =
                Invocation.fed(SLIPS.formatted("2018-12-31"), "validate", "-").ok();
        assertThat(run.out())
                .contains("valid; 2 readings known")
                .contains("\n  Please check #/readings/" + SHARE + ": ", "the reading is 0.8 %; if 80 % is meant")
                .contains("\n  Please check #/readings/" + SHARE + "/asOf: ", "30 June 2020, later than the scenario");
        assertThat(Invocation.fed(SLIPS.formatted("2018-12-31"), "validate", "-", "--format", "json")
                        .out())
                .contains("\"warnings\": [", "\"PERCENT_AS_FRACTION\"", "\"READING_AFTER_SCENARIO\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2050-06-30, ''",
        "2050-07-01, 'Please check #/asOf: The scenario is dated 1 July 2050, decades after"
                + " its newest reading (30 June 2020).'"
    })
    void dateDecadesAfterTheNewestReadingIsACaveat(String date, String caveat) {
        String out = Invocation.fed(SLIPS.formatted(date), "validate", "-").out();
        assertThat(out).contains(caveat);
        assertThat(out.contains("#/asOf")).isEqualTo(!caveat.isEmpty());
    }

    @Test
    void summaryListsSlipsBeforeOtherCaveats() {
        Invocation run = Invocation.fed(SLIPS.formatted("2018-12-31"), "assess", "-");
        assertThat(run.flat())
                .containsPattern(InOrder.of(
                        "Please check: ",
                        "Please check: ",
                        "the reading is of 30 June 2020, later than the scenario (31 December 2018); it is used.",
                        "Caveats: "));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 5, true",
        "0.04, 3, 5, true",
        "-0.04, 3, 5, true",
        "-3, -1, 0, true",
        "0.06, 3, 5, false",
        "-1, 3, 5, false",
        "0, 0, 0, false",
        "-6, -4, -1, false"
    })
    void rangeThatEndsAtACutPointIsACaveat(double low, double value, double high, boolean caveat) {
        String scenario = "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"" + SHARE + "\": {\"low\": " + (CUT + low)
                + ", \"value\": " + (CUT + value) + ", \"high\": " + (CUT + high) + "}}}";
        String json =
                Invocation.fed(scenario, "assess", "-", "--format", "json").out();
        assertThat(json.contains("\"code\": \"RANGE_ENDS_AT_CUT\"")).isEqualTo(caveat);
    }

    @Test
    void rangesAtCutPointsAreNotFoldedIntoOtherCaveats() {
        String note = "“China's exports to 5 Western markets” ends at a cut point: a wider one can reach another";
        assertThat(summary(STALE.formatted("")))
                .contains(" ends at a cut point: a wider one can reach another grade. And ", "more: --explain full.")
                .containsOnlyOnce("The range of " + note);
        assertThat(summary(STALE.formatted(
                        ", \"rus_public_favourable_prc_pct\": {\"low\": 50, \"value\": 55, \"high\": 59}")))
                .contains("The ranges of “", "” and “", "” end at cut points: wider ones can reach other grades. And ");
    }

    private static final String STALE = "{\"id\": \"s\", \"title\": \"S\", \"asOf\": \"2018-12-31\", \"readings\": {"
            + "\"shock_suddenness\": {\"value\": 1, \"asOf\": \"1999-01-01\"},"
            + "\"shared_shock_severity\": {\"value\": 1, \"asOf\": \"1998-01-01\"},"
            + "\"political_will_to_ally\": {\"value\": 1, \"asOf\": \"1997-01-01\"},"
            + "\"" + SHARE + "\": {\"low\": " + CUT + ", \"value\": " + (CUT + 3) + ", \"high\": " + (CUT + 5)
            + "}%s}}";

    private static String summary(String scenario) {
        return Invocation.fed(scenario, "assess", "-").flat();
    }

    private static double age(Invocation run) {
        return Double.parseDouble(run.out().replaceAll("(?s).*\"age\": ([0-9.]+).*", "$1"));
    }

    private static final String SANCTIONS = "western_sanctions_on_rus";

    private static String refusal(String indicator, String value) {
        Invocation run = Invocation.fed(
                        "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"" + indicator + "\": " + value + "}}",
                        "validate",
                        "-")
                .expect(65);
        return run.err();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us_avg_tariff_on_prc_pct | 900 | Allowed: 0 to 200 (percent). [OUT_OF_RANGE]",
                "western_sanctions_on_rus | 5 | Allowed: 0 (none); 1 (individual); 2",
                "us_avg_tariff_on_prc_pct | \"high\" | Allowed: a number from 0 to 200 (percent), \"unknown\", an object."
            })
    void rangeHasItsUnit(String indicator, String value, String allowed) {
        assertThat(refusal(indicator, value)).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-4", "3 to 4", "about 3-4", "three to four"})
    void rangeAsAValuePointsToLowAndHigh(String range) {
        String expected =
                "\"" + range + "\" is not a reading: use a number, or \"unknown\" if it is not rated; the ends of a"
                        + " range stand in low and high.";
        assertThat(refusal(SANCTIONS, "\"" + range + "\"")).contains(expected);
        Invocation.of("assess", "baseline-2018", "--set", SANCTIONS + "=" + range)
                .expect(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "low | Did you mean LOW:1? Allowed: a whole number from 0 to 4, a range such as 5..25, weights of grades",
                "ANY | Did you mean any?",
                "Unknwon | Did you mean unknown?",
                "'' | The value is missing;",
                "1.5 | 1.5 lies between two levels of " + SANCTIONS + "; values and ends of ranges are levels.",
                "9..1 | 9 lies outside the range of " + SANCTIONS,
                "9..1 | The ends of a range rise from left to right.",
            })
    void readingThatIsSetWronglyHasItsProblemsAndWhatIsAllowed(String value, String problem) {
        assertThat(Invocation.of("assess", "baseline-2018", "--set", SANCTIONS + "=" + value)
                        .expect(64)
                        .err()
                        .replaceAll("\\s+", " "))
                .contains("--set " + SANCTIONS + ": ", problem);
    }

    @Test
    void optionsHaveAllTheirProblemsAtOnceBesideThoseOfTheFile() {
        String options =
                "--set shock_suddenness --set shared_shock_severity=1 --set shared_shock_severity=2 --without x";
        assertThat(Invocation.fed("{\"id\": \"s\", \"readings\": {}}", List.of(("assess - " + options).split(" ")))
                        .expect(64)
                        .err())
                .contains(
                        "The field \"title\" is missing.",
                        "--set shock_suddenness: The value is missing",
                        "--set shared_shock_severity: It is set more than once, to \"1\" and \"2\": keep one of them.",
                        "There is no rule or group \"x\".");
        assertThat(Invocation.of("assess", "nowhere", "--without", "x")
                        .expect(64)
                        .err())
                .contains("nowhere: there is no scenario here.", "There is no rule or group \"x\".");
        String given =
                "explore baseline-2018 --given shock_suddenness=low --given shock_suddenness=high --given x=low --given y";
        assertThat(Invocation.of(List.of(given.split(" "))).expect(64).err())
                .contains(
                        "shock_suddenness is given more than once, as low and high.",
                        "no indicator x",
                        "no indicator y");
        assertThat(Invocation.of("flip", "baseline-2018", "--up", "--lock", "x,y")
                        .expect(64)
                        .err())
                .contains("group x to lock", "group y to lock");
    }
}
