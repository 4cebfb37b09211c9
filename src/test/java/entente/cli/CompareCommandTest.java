package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Percent;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final Path THEN = Invocation.BASELINE;
    private static final Path NOW = Shipped.SCENARIOS.resolve("status-quo-2025.json");
    private static final Path DECOUPLED = Shipped.SCENARIOS.resolve("total-decoupling.json");
    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("compare");
    private static final Path ASSUMPTIONS = Golden.RESOURCES.resolve("assumptions.json");

    @TempDir
    private Path folder;

    @Test
    void comparisonsMatchTheGoldens() {
        String text = printed("compare", THEN, NOW, "--assumptions", ASSUMPTIONS);
        Golden.checkFolder(
                GOLDEN,
                Map.of(
                        "2018-and-later-otherwise.txt",
                        text,
                        "2018-with-2025.md",
                        printed("compare", THEN, NOW, "--format", "md")));
        String several = printed("compare", NOW, "--assumptions", ASSUMPTIONS, "--without", "convergent_shock");
        for (String each : List.of(text, several)) {
            assertThat(each.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        }
    }

    private static String printed(Object... args) {
        return Invocation.of(args).quiet().out();
    }

    @Test
    void eachFurtherScenarioIsComparedWithTheFirst() {
        Invocation run = Invocation.of("compare", THEN, NOW, DECOUPLED).ok();
        assertThat(run.flat()).contains(against("status-quo-2025") + ": ", against("total-decoupling") + ": ");
        assertThat(run.out()).contains("\nC  Total decoupling within a year");
        assertThat(run.out().split("A  The article's moment", -1)).hasSize(2);
    }

    /** The factor is that of the unrounded values, and none is printed of what is held at an end of the scale. */
    @Test
    void smallLikelihoodsAreComparedByAFactor() {
        double ratio = unrounded("status-quo-2025") / unrounded("baseline-2018");
        assertThat(Figures.times(ratio)).isNotEmpty();
        assertThat(Invocation.of("compare", THEN, NOW).flat())
                .contains(against("status-quo-2025") + ": " + Figures.times(ratio) + ", +");
        String low = "scenarios/russian-turn-west.json";
        assertThat(Shipped.assess("russian-turn-west").verdict().likelihood()).isEqualTo(Percent.LOWEST);
        assertThat(Invocation.of("compare", NOW, low).flat())
                .contains("≤ 0.1 % against ")
                .doesNotContain("as likely");
        assertThat(Invocation.of("compare", low, "--set", "us_reaction_severity_expected=4")
                        .flat())
                .contains("≤ 0.1 % in both, an end of the scale, beyond which no difference shows.");
    }

    private static double unrounded(String id) {
        return Shipped.assess(id).balance().result().percent();
    }

    private static String against(String id) {
        Figures.Pair pair = Figures.ICD203.pair(
                Shipped.assess("baseline-2018").verdict().likelihood(),
                Shipped.assess(id).verdict().likelihood());
        return Wording.plain(pair.after() + " against " + pair.before());
    }

    @Test
    void changesApplyToAllButTheFirst() {
        Invocation run = Invocation.of("compare", THEN, THEN, "--set", "political_will_to_ally=3");
        assertThat(run.out()).contains("Will of both leaderships to ally: from 0 (0 to 1), very low, to 3, high,");
        assertThat(run).isEqualTo(Invocation.of("compare", THEN, "--set", "political_will_to_ally=3"));
    }

    @Test
    void sameScenarioTwiceHasNoDifferences() {
        assertThat(Invocation.output("compare", NOW, NOW))
                .contains("Nothing differs")
                .doesNotContain("Verdicts");
    }

    @Test
    void differencesWithoutEffectAreStated() {
        Invocation run = Invocation.of("compare", NOW, "--set", "prc_export_share_us_pct=11.2");
        assertThat(run.out())
                .contains(Shipped.percent(Shipped.assess("status-quo-2025"))
                        + " in both: what differs does not move the likelihood.")
                .contains("One reading differs but keeps its grade");
    }

    @Test
    void standardInputIsAccepted() throws IOException {
        Invocation run = Invocation.fed(Files.readString(NOW), "compare", THEN, "-");
        assertThat(run).isEqualTo(Invocation.of("compare", THEN, NOW));
        Invocation alone = Invocation.fed(Files.readString(NOW), "compare", "-", "--set", "political_will_to_ally=3");
        assertThat(alone.out()).contains("Will of both leaderships to ally: from 0 (0 to 1), very low, to 3, high,");
    }

    @Test
    void exitCodeReportsAFlipOnlyOnRequest() {
        Invocation.of("compare", NOW, DECOUPLED).ok();
        Invocation.of("compare", NOW, DECOUPLED, "--exit-code").expect(1);
        Invocation.of("compare", NOW, "creeping-sanctions", "--exit-code").ok();
        // No other band, but another relationship.
        Invocation.of("compare", THEN, "--set", "central_asia_competition=4", "--exit-code")
                .expect(1);
    }

    @Test
    void folderMeansEveryScenarioInIt() throws IOException {
        for (String id : List.of("baseline-2018", "status-quo-2025")) {
            Files.copy(Shipped.SCENARIOS.resolve(id + ".json"), folder.resolve(id + ".json"));
        }
        assertThat(Invocation.of("compare", folder)).isEqualTo(Invocation.of("compare", THEN, NOW));
    }
}
