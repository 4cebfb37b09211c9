package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused reading says what its indicator accepts, and a cell of a spreadsheet is named first. */
class ReadingMessagesTest {

    private static final String SANCTIONS = "western_sanctions_on_rus";

    private static String refusal(String indicator, String value) {
        Invocation run = Invocation.fed(
                "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"" + indicator + "\": " + value + "}}",
                "validate",
                "-");
        assertThat(run.code()).isEqualTo(65);
        return run.err();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "{\"value\": 1.5}", "{\"value\": 2, \"low\": 1.5, \"high\": 3}"})
    void valueBetweenTwoLevelsIsAnsweredWithTheLevels(String reading) {
        assertThat(refusal(SANCTIONS, reading))
                .contains("1.5 lies between two levels of " + SANCTIONS
                        + "; a range over several levels has their numbers in low and high.\n    Allowed: 0 (none);"
                        + " 1 (individual); 2 (sectoral); 3 (comprehensive, with secondary-sanction authority);"
                        + " 4 (near-total embargo enforced against third countries). [NOT_WHOLE]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bilateral_trade_usd_bn | 240000 | (billions of US dollars). [OUT_OF_RANGE]",
                "us_avg_tariff_on_prc_pct | 900 | Allowed: 0 to 200 (percent). [OUT_OF_RANGE]",
                "us_prc_gdp_ratio | 80 | Allowed: 0.2 to 10 (ratio). [OUT_OF_RANGE]",
                "western_sanctions_on_rus | 5 | Allowed: 0 (none); 1 (individual); 2",
                "us_avg_tariff_on_prc_pct | \"high\" | Allowed: a number from 0 to 200 (percent), \"unknown\", an object."
            })
    void rangeHasItsUnit(String indicator, String value, String allowed) {
        assertThat(refusal(indicator, value)).contains(allowed);
    }

    @Test
    void countIsAWholeNumberOfItsRange() {
        assertThat(refusal("joint_exercises_per_year", "2.5"))
                .contains("takes whole numbers only.\n    Allowed: a whole number from 0 to ", " (count). [NOT_WHOLE]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-4", "3–4", " 3 — 4 ", "3 to 4", "3..4", "3,0 - 4.0", "3 % - 4 %"})
    void rangeAsAValuePointsToLowAndHigh(String range) {
        String expected =
                "\"" + range + "\" is a range: write its ends into low and high, and the best single value into value.";
        Invocation csv = Invocation.fed(
                "#id,s\n#title,S\nid,value,low,high\n" + SANCTIONS + ",\"" + range + "\",,\n", "validate", "-");
        assertThat(csv.code()).isEqualTo(65);
        assertThat(csv.err()).contains("\n  B4 (#/readings/" + SANCTIONS + "/value)\n    " + expected);
        assertThat(refusal(SANCTIONS, "\"" + range + "\"")).contains(expected);
        Invocation set = Invocation.of("assess", "baseline-2018", "--set", SANCTIONS + "=" + range);
        if (range.contains("..")) {
            assertThat(set.code()).isZero();
        } else {
            assertThat(set.err()).contains("\"" + range + "\" is a range, which is written with two dots here");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "3-", "about 3-4", "3-4-5", "2023-12", "4-3", "three to four"})
    void otherTextIsNoRange(String text) {
        Invocation run = Invocation.of("assess", "baseline-2018", "--set", SANCTIONS + "=" + text);
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).doesNotContain("is a range");
    }
}
