package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.InOrder;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("backtest");
    private static final Path CRIMEA = Shipped.SCENARIOS.resolve("crimea-2014.json");

    @TempDir
    private Path temp;

    /** An out-of-sample scenario with an outcome. */
    private Path past(String name, String id, String title, String relationship, boolean alliance) throws IOException {
        return Files.writeString(
                temp.resolve(name),
                "{\"id\": \"" + id + "\", \"title\": \"" + title + "\", \"extends\": \"status-quo-2025\","
                        + " \"readings\": {\"bilateral_trade_usd_bn\": 200}, \"observed\": {\"relationship\": \""
                        + relationship + "\", \"allianceInForce\": " + alliance + ", \"source\": \"test\"}}");
    }

    @Test
    void shippedHistoriesMatchTheGolden() {
        for (String format : List.of("text", "md", "csv")) {
            Invocation run = Invocation.of("rules", "backtest", Shipped.SCENARIOS, "--format", format);
            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
            Golden.check(GOLDEN.resolve("shipped." + format), run.out());
        }
    }

    @Test
    void mixedSampleIsScoredAsAWholeAndOutOfSample() throws IOException {
        for (int i = 0; i < 28; i++) {
            past("c" + i + ".json", "case-" + i, "Case", i % 2 == 0 ? "MIXED" : "STRATEGIC_PARTNERSHIP", i % 9 == 0);
        }
        past("long.json", "a-case-whose-id-is-longer-than-its-column", "=1+1", "WEAKENING", true);
        Invocation run = Invocation.of("rules", "backtest", CRIMEA, temp, "--all", "--without", "no_switch");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern(InOrder.of(
                        "30 historical cases against what happened",
                        "\na-case-whose-id-is-longer-than-its-column\n     ",
                        "Observed, down; expected, across",
                        "One of 30 is in-sample (crimea-2014)",
                        "Out of sample alone, 29 cases: ",
                        "With changed assumptions: no_switch off."));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void missingOutcomesAreAnErrorThatNamesTheField() {
        Invocation one = Invocation.of("rules", "backtest", Invocation.BASELINE);
        assertThat(one.code()).isEqualTo(65);
        assertThat(one.out()).isEmpty();
        assertThat(one.err()).isEqualTo("entente: no observed outcome: the scenario has no \"observed\" field.\n");
        Invocation two = Invocation.of("rules", "backtest", Invocation.BASELINE, "scenarios/taiwan-war.json");
        assertThat(two.code()).isEqualTo(65);
        assertThat(two.err()).contains("none of the scenarios has \"observed\"");
    }

    @Test
    void invalidFileDoesNotStopTheOthers() {
        Invocation run = Invocation.of("rules", "backtest", "nowhere.json", CRIMEA);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("nowhere.json: there is no scenario here.\n");
        assertThat(run.out()).startsWith("One historical case against what happened\n");
        assertThat(Invocation.of("rules", "backtest", "nowhere.json").code()).isEqualTo(66);
        assertThat(Invocation.fed("{}", "rules", "backtest", "-").code()).isEqualTo(65);
        assertThat(Invocation.of("rules", "backtest", "nowhere.json", Invocation.BASELINE)
                        .code())
                .isEqualTo(1);
        assertThat(Invocation.of("rules", "backtest").code()).isEqualTo(64);
        assertThat(Invocation.of("rules", "backtest", CRIMEA, "--format", "yaml")
                        .code())
                .isEqualTo(64);
    }

    @Test
    void duplicateHistoryCountsOnce() {
        Invocation run = Invocation.of("rules", "backtest", CRIMEA, Shipped.SCENARIOS);
        assertThat(run.out()).startsWith("Seven historical cases");
        assertThat(run.err()).contains("crimea-2014.json: duplicate, counted once.");
        assertThat(Invocation.of("rules", "backtest", CRIMEA, CRIMEA, "--quiet").err())
                .isEmpty();
    }

    @Test
    void copyOfAShippedHistoryIsInSample() throws IOException {
        String text = Files.readString(CRIMEA);
        Path renamed = Files.writeString(temp.resolve("renamed.json"), text.replace("crimea-2014", "peninsula"));
        Path edited = Files.writeString(temp.resolve("crimea.json"), text.replace("\"value\": 95.19", "\"value\": 90"));
        for (Path copy : List.of(renamed, edited)) {
            assertThat(Invocation.of("rules", "backtest", copy, "--format", "json")
                            .out())
                    .contains("\"inSample\": true");
        }
        Path both = Files.writeString(
                temp.resolve("both.json"),
                text.replace("crimea-2014", "peninsula").replace("\"value\": 95.19", "\"value\": 90"));
        Invocation run = Invocation.of("rules", "backtest", both, "--format", "json");
        assertThat(run.out()).contains("\"inSample\": false");
    }
}
