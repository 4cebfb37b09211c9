package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.report.wording.Wording;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    void printsLargestSwingsAndTippingPoints() {
        Invocation run = Invocation.of("sensitivity", SCENARIO);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "readings given as a range). The likelihood moves most with “What the treaty in force commits the"
                                + " two to”: from "
                                + Shipped.percent("status-quo-2025", Map.of("treaty_commitment_level", "0")) + " to "
                                + Shipped.percent("status-quo-2025", Map.of("treaty_commitment_level", "4")) + ".")
                .contains(
                        "US–China strategic hostility: exceptionally unlikely (less than 1 %) at 2 (named competitor, limited"
                                + " measures) or less; very unlikely (5–20 %) at 4 (armed confrontation or blockade); now 3 (primary")
                .containsPattern("\\w+ readings?, taken alone, changes? nothing\\.");
        assertThat(Invocation.of("sensitivity", SCENARIO, "--set", WILLING)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("China's exports to 5 Western markets: very unlikely (5–20 %) below " + CUT
                        + " %; now 24.7 %.");
    }

    @Test
    void suggestedCommandGivesTheBoundOfTheWidestSwing() {
        assertThat(Invocation.of("sensitivity", SCENARIO).out().replaceAll("\\s+", " "))
                .contains("Try the widest: ./entente assess " + SCENARIO + " --set treaty_commitment_level=4");
        assertThat(Invocation.of("assess", SCENARIO, "--set", "treaty_commitment_level=4")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("is unlikely (20–45 %): ");
    }

    @Test
    void outcomesAtAndBelowATippingPointAreAsPrinted() {
        assertThat(Invocation.of("assess", SCENARIO, "--set", WILLING, "--set", "prc_export_share_west5_pct=" + CUT)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("has almost no chance (1–5 %): ");
        assertThat(Invocation.of(
                                "assess",
                                SCENARIO,
                                "--set",
                                WILLING,
                                "--set",
                                "prc_export_share_west5_pct=" + Math.nextDown(Double.parseDouble(CUT)))
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("is very unlikely (5–20 %): ");
    }

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

    /** Two numbers next to a comma, which a spreadsheet could read as one number. */
    @Test
    void csvHasOneRowPerReadingWithTheSameColumns() throws IOException {
        String out = Invocation.of("sensitivity", SCENARIO, "--format", "csv").out();
        List<CSVRecord> table = CSVFormat.RFC4180.parse(new StringReader(out)).getRecords();
        assertThat(table)
                .hasSizeBetween(INDICATORS / 2, INDICATORS)
                .allMatch(row -> row.size() == table.get(0).size());
        List<String> head = table.get(0).toList();
        CSVRecord widest = table.get(1);
        assertThat(widest.get(head.indexOf("indicator"))).isEqualTo("treaty_commitment_level");
        assertThat(widest.get(head.indexOf("band_changes_at"))).isEqualTo("1; 4");
        assertThat(widest.get(head.indexOf("relationship_changes_at"))).isEqualTo("4");
        for (CSVRecord row : table) {
            for (String cell : row) {
                assertThat(cell).doesNotMatch("(?s)^[=+@\\t\\r].*").doesNotMatch("(?s)^-\\D.*");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.TableFormat.class)
    void hostileTitleIsEscaped(ReportFormat.TableFormat format) {
        String title = "<script>alert(1)</script> & \"q\" 'a' ]]> attacking =1+1 [x](javascript:1) |";
        String json = new JsonMapper()
                .writeValueAsString(java.util.Map.of(
                        "id", "foreign", "title", title, "extends", "status-quo-2025", "readings", java.util.Map.of()));
        Invocation run = Invocation.fed(json, "sensitivity", "-", "--format", format);
        assertThat(run.code()).as(run.err()).isZero();
        switch (format) {
            case HTML ->
                assertThat(run.out())
                        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"q\" 'a' ]]&gt; attacking")
                        .doesNotContain("<script");
            case MD -> assertThat(run.out()).doesNotContain("<script", "[x](").contains("&lt;script>");
            case CSV, JSON -> assertThat(run.out()).as("the title is not in it").doesNotContain("script>");
            case TEXT -> assertThat(run.out().replaceAll("\\s+", " ")).contains("<script>alert(1)</script> & \"q\"");
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.TableFormat.class)
    void outputIsReproducible(ReportFormat.TableFormat format) {
        Invocation once = Invocation.of("sensitivity", SCENARIO, "--format", format);
        assertThat(Invocation.of("sensitivity", SCENARIO, "--format", format)).isEqualTo(once);
        assertThat(once.code()).isZero();
        assertThat(once.out()).doesNotContain("\u001B");
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
