package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.report.wording.Wording;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SensitivityCommandTest {

    private static final int INDICATORS =
            Shipped.BOOK.book().catalogue().indicators().size();

    private static final String SCENARIO = "scenarios/status-quo-2025.json";

    /** Brings the scenario so close to the next band that a smaller share of exports to the West reaches it. */
    private static final String WILLING = "political_will_to_ally=2";

    private static final String CUT = Wording.figure(Shipped.cut("prc_export_share_west5_pct", Grade.LOW));

    @TempDir
    private Path folder;

    @Test
    void allListsReadingsWithoutEffect() {
        Object[] json = {"sensitivity", SCENARIO, "--format", "json"};
        JsonNode some = new JsonMapper().readTree(Invocation.of(json).out());
        int ineffective = some.get("changingNothing").intValue();
        assertThat(ineffective).isPositive();
        assertThat(some.get("readings").size()).isEqualTo(INDICATORS - ineffective);
        JsonNode all = new JsonMapper()
                .readTree(Invocation.of("sensitivity", SCENARIO, "--format", "json", "--all")
                        .out());
        assertThat(all.get("readings").size()).isEqualTo(INDICATORS);
        assertThat(Invocation.of("sensitivity", SCENARIO, "--all").out())
                .contains("Suddenness of a shock to both")
                .doesNotContain("change nothing");
        assertThat(Invocation.of("sensitivity", SCENARIO).out()).doesNotContain("Suddenness of a shock to both");
    }

    @Test
    void changesApplyBeforeTheAnalysis() throws IOException {
        String unknown = "prc_export_share_west5_pct=unknown";
        assertThat(Invocation.of("sensitivity", SCENARIO, "--set", WILLING, "--set", unknown)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("very unlikely (5–20 %) below " + CUT + " %; almost no chance (1–5 %) at " + CUT
                        + " % or more; not rated.");
        assertThat(Invocation.of("sensitivity", SCENARIO, "--without", "commitment")
                        .out())
                .contains("One assumption differs from the book.")
                .doesNotContain("The likelihood moves most with “What the treaty");
        Path cuts = folder.resolve("cuts.json");
        Files.writeString(cuts, "{\"cutPoints\": {\"prc_export_share_west5_pct\": [10, 18, 25, 33]}}");
        assertThat(Invocation.of("sensitivity", SCENARIO, "--set", WILLING, "--assumptions", cuts)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("very unlikely (5–20 %) below 10 %; now 24.7 %.");
    }

    @Test
    void invalidInputIsRejected() {
        assertThat(Invocation.of("sensitivity", "nowhere.json").code()).isEqualTo(66);
        assertThat(Invocation.fed("{}", "sensitivity", "-").code()).isEqualTo(65);
        Invocation twice = Invocation.fed(
                "{\"id\": \"x\", \"title\": \"x\", \"readings\": {\"nonsense\": 1, \"western_sanctions_on_rus\": 9}}",
                "sensitivity",
                "-");
        assertThat(twice.code()).isEqualTo(65);
        assertThat(twice.out()).isEmpty();
        assertThat(twice.err()).contains("2 problems", "#/readings/nonsense", "#/readings/western_sanctions_on_rus");
        assertThat(Invocation.of("sensitivity").code()).isEqualTo(64);
        assertThat(Invocation.of("sensitivity", SCENARIO, SCENARIO).code()).isEqualTo(64);
        assertThat(Invocation.of("sensitivity", SCENARIO, "--format", "pdf").code())
                .isEqualTo(64);
        assertThat(Invocation.of("sensitivity", SCENARIO, "--set", "nonsense=1").code())
                .isEqualTo(64);
        assertThat(Invocation.of("sensitivity", SCENARIO, "--assumptions", "nowhere.json")
                        .code())
                .isEqualTo(66);
        assertThat(Invocation.of("sensitivity", SCENARIO, "--rules", "nowhere").code())
                .isEqualTo(78);
    }
}
