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

/** What no case covers, seen on one rule with conditions on friction and pledges. */
class CaseGapsTest {

    private static final String RULE = "blocking_backfires";

    @TempDir
    private Path folder;

    @Test
    void ruleWithoutACaseIsOneGap() throws IOException {
        assertThat(gaps("'sco_institutional_friction': 2, 'bri_pledges_usd_bn': 150"))
                .containsExactly(RULE);
    }

    @Test
    void thresholdIsCoveredIfItAloneKeepsTheRuleFromFiring() throws IOException {
        String fires = "'sco_institutional_friction': 3, 'bri_pledges_usd_bn': 150";
        assertThat(gaps(fires)).containsExactly("sco_institutional_friction", "bri_pledges_usd_bn");
        assertThat(gaps(fires, "'sco_institutional_friction': 2, 'bri_pledges_usd_bn': 1"))
                .as("both fail")
                .containsExactly("sco_institutional_friction", "bri_pledges_usd_bn");
        assertThat(gaps(fires, "'sco_institutional_friction': 3"))
                .as("an unrated indicator is no threshold that fails")
                .containsExactly("sco_institutional_friction", "bri_pledges_usd_bn");
        assertThat(gaps(fires, "'sco_institutional_friction': 2, 'bri_pledges_usd_bn': 150"))
                .containsExactly("bri_pledges_usd_bn");
        assertThat(gaps(
                        fires,
                        "'sco_institutional_friction': 2, 'bri_pledges_usd_bn': 150",
                        "'sco_institutional_friction': 3, 'bri_pledges_usd_bn': 1"))
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
