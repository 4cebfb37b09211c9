package entente.quality.cases;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.CaseReport.Gap;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no case covers, seen on one rule with conditions on the American answer and on aligned states. */
class CaseGapsTest {

    private static final String RULE = "coalition_would_follow";

    @TempDir
    private Path folder;

    @Test
    void ruleWithoutACaseIsOneGap() throws IOException {
        assertThat(gaps("'us_reaction_severity_expected': 2, 'us_coalition_states_aligned': 2"))
                .containsExactly(RULE);
    }

    @Test
    void thresholdIsCoveredIfItAloneKeepsTheRuleFromFiring() throws IOException {
        String fires = "'us_reaction_severity_expected': 3, 'us_coalition_states_aligned': 2";
        assertThat(gaps(fires)).containsExactly("us_reaction_severity_expected", "us_coalition_states_aligned");
        assertThat(gaps(fires, "'us_reaction_severity_expected': 2, 'us_coalition_states_aligned': 1"))
                .as("both fail")
                .containsExactly("us_reaction_severity_expected", "us_coalition_states_aligned");
        assertThat(gaps(fires, "'us_reaction_severity_expected': 3"))
                .as("an unrated indicator is no threshold that fails")
                .containsExactly("us_reaction_severity_expected", "us_coalition_states_aligned");
        assertThat(gaps(fires, "'us_reaction_severity_expected': 2, 'us_coalition_states_aligned': 2"))
                .containsExactly("us_coalition_states_aligned");
        assertThat(gaps(
                        fires,
                        "'us_reaction_severity_expected': 2, 'us_coalition_states_aligned': 2",
                        "'us_reaction_severity_expected': 3, 'us_coalition_states_aligned': 1"))
                .isEmpty();
    }

    /** The gaps of the rule: its own id for the whole, otherwise the indicator of the threshold. */
    private List<String> gaps(String... readings) throws IOException {
        for (int n = 0; n < readings.length; n++) {
            String one =
                    "{'sentence': 'A case.', 'readings': {" + readings[n] + "}, 'expect': {'notFired': ['no_will']}}";
            Files.writeString(folder.resolve("case" + n + ".json"), one.replace('\'', '"'));
        }
        CaseFiles files = CaseFiles.read(folder, Shipped.BOOK.book(), Shipped.SHELF);
        assertThat(files.refused()).isEmpty();
        return CaseReport.gaps(Shipped.BOOK.book(), Shipped.ASSESSOR, files.cases()).stream()
                .filter(gap -> gap.rule().equals(RULE))
                .map(CaseGapsTest::name)
                .toList();
    }

    private static String name(Gap gap) {
        return gap.condition().map(condition -> condition.indicator()).orElse(gap.rule());
    }
}
