package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings that are probably slips are assessed as they are, with a caveat. */
class LikelySlipsTest {

    private static final String SHARE = "prc_export_share_west5_pct";

    private static Invocation with(String reading, String format) {
        return Invocation.of("assess", "baseline-2018", "--set", reading, "--format", format);
    }

    @Test
    void fractionForAPercentageIsACaveat() {
        Invocation run = with(SHARE + "=0.6", "json");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"code\": \"PERCENT_AS_FRACTION\",\n      \"pointer\": \"#/readings/" + SHARE + "\"");
        Invocation full = Invocation.of(
                "assess", "baseline-2018", "--set", SHARE + "=0.6", "--format", "md", "--explain", "full");
        assertThat(full.out()).contains("the reading is 0.6 %; if 60 % is meant, write 60.");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHARE + "=1", SHARE + "=0", SHARE + "=60", SHARE + "=unknown", "milex_ratio_prc_rus=0.6"})
    void otherReadingsAreNot(String reading) {
        Invocation run = with(reading, "json");
        assertThat(run.code()).as(run.err()).isZero();
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

    private static double age(Invocation run) {
        return Double.parseDouble(run.out().replaceAll("(?s).*\"age\": ([0-9.]+).*", "$1"));
    }
}
