package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.assessment.Assessment;
import entente.report.csv.AssessmentTable;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results as tables: {@code --table}, and CSV of the other commands. */
class TablesTest {

    private static final Path NOW = Shipped.SCENARIOS.resolve("status-quo-2025.json");
    private static final Path TREATY = Shipped.SCENARIOS.resolve("sino-soviet-alliance-1950.json");
    private static final int INDICATORS =
            Shipped.BOOK.book().catalogue().indicators().size();
    private static final int RULES = Shipped.BOOK.book().rules().size();

    @TempDir
    private Path folder;

    private static String printed(Object... command) {
        Invocation run = Invocation.of(command).ok();
        assertThat(run.err().lines()).allMatch(line -> line.contains("Please check"));
        return run.out();
    }

    private static List<CSVRecord> rows(Object... command) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(printed(command, "--format", "csv")))
                .getRecords();
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @ParameterizedTest
    @EnumSource
    void eachScenarioHasItsRowsInOrder(AssessmentTable table) throws IOException {
        Map<AssessmentTable, Integer> sizes = Map.of(
                AssessmentTable.VERDICTS,
                1,
                AssessmentTable.GROUPS,
                Shipped.BOOK.book().catalogue().groups().size(),
                AssessmentTable.LEDGER,
                RULES,
                AssessmentTable.READINGS,
                INDICATORS,
                AssessmentTable.CHANGES,
                INDICATORS * 5);
        List<CSVRecord> both = rows("assess", NOW, Invocation.BASELINE, "--table", table);
        int size = sizes.get(table);
        assertThat(both).hasSize(2 * size);
        assertThat(both.subList(0, size)).allMatch(row -> row.get(0).equals("status-quo-2025"));
        assertThat(both.subList(size, 2 * size)).allMatch(row -> row.get(0).equals("baseline-2018"));
        List<CSVRecord> one = rows("assess", NOW, "--table", table);
        assertThat(one)
                .extracting(CSVRecord::toList)
                .isEqualTo(both.subList(0, size).stream().map(CSVRecord::toList).toList());
    }

    /** The same values, and types that programs need. */
    @ParameterizedTest
    @EnumSource
    void linesOfJsonAreTheRowsOfCsv(AssessmentTable table) throws IOException {
        List<CSVRecord> rows = rows("assess", Invocation.BASELINE, TREATY, "--table", table);
        List<JsonNode> lines = printed("assess", Invocation.BASELINE, TREATY, "--table", table, "--format", "ndjson")
                .lines()
                .map(new JsonMapper()::readTree)
                .toList();
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).propertyNames())
                    .containsExactlyElementsOf(rows.get(i).toMap().keySet());
            for (Map.Entry<String, JsonNode> cell : lines.get(i).properties()) {
                JsonNode value = cell.getValue();
                String csv = rows.get(i).get(cell.getKey());
                if (value.isNull()) {
                    assertThat(csv).isEmpty();
                } else if (value.isString()) {
                    assertThat(csv).isEqualTo(value.asString().replace('\n', ' '));
                } else {
                    assertThat(csv).isEqualTo(value.toString());
                }
            }
        }
    }

    /** Every change, made in the scenario, gives the likelihood in the table. */
    @Test
    void changesMatchSettingTheReading() throws IOException {
        for (CSVRecord row : rows("assess", NOW, "--table", "changes")) {
            Assessment changed = Shipped.ASSESSOR.assess(
                    Shipped.with("status-quo-2025", Map.of(row.get("indicator"), row.get("to_value"))));
            assertThat(changed.verdict().likelihood().value()).isEqualTo(number(row, "percent_after"));
            assertThat(row.get("band_after"))
                    .isEqualTo(changed.verdict().likelihood().band().name());
            assertThat(row.get("band_changes"))
                    .isEqualTo(String.valueOf(!row.get("band_after").equals(row.get("band_before"))));
            assertThat(number(row, "percent_after") - number(row, "percent_before"))
                    .isCloseTo(number(row, "percentage_points"), Offset.offset(0.001));
        }
    }

    @Test
    void untrustedTextIsNoFormulaAndOnOneLine() throws IOException {
        String scenario = "{\"id\": \"foreign\", \"title\": \"t\", \"readings\": {\"western_sanctions_on_rus\": "
                + "{\"value\": 2, \"source\": \"S1\", \"note\": \"=1+1\\nsecond\\r\\nthird\"}}, "
                + "\"sources\": [{\"id\": \"S1\", \"ref\": \"@SUM(A1)\"}]}";
        Invocation csv = Invocation.fed(scenario, "assess", "-", "--format", "csv", "--table", "readings");
        assertThat(csv.out()).contains("\"'=1+1 second third\"\r\n", ",\"'@SUM(A1)\",");
        assertThat(csv.out().lines()).hasSize(INDICATORS + 1);
        Invocation json = Invocation.fed(scenario, "assess", "-", "--format", "ndjson", "--table", "readings");
        assertThat(json.out()).contains("\"note\":\"=1+1\\nsecond\\r\\nthird\"", "\"source_ref\":\"@SUM(A1)\"");
    }

    @Test
    void explainWritesTheRowsOfTheLedgerTable() throws IOException {
        assertThat(printed("explain", NOW, "--format", "csv"))
                .isEqualTo(printed("assess", NOW, "--format", "csv", "--table", "ledger"));
        assertThat(rows("explain", NOW, "--rule", "no_switch"))
                .extracting(row -> row.get("rule"))
                .containsExactly("no_switch");
    }

    @Test
    void eachFlipReachesItsBand() throws IOException {
        List<CSVRecord> rows = rows("flip", NOW, "--up", "--all");
        assertThat(rows).isNotEmpty();
        Map<String, Map<String, String>> sets = new LinkedHashMap<>();
        Map<String, Double> likelihoods = new LinkedHashMap<>();
        for (CSVRecord row : rows) {
            String set = row.get("flips") + "/" + row.get("others");
            sets.computeIfAbsent(set, k -> new LinkedHashMap<>()).put(row.get("indicator"), row.get("to"));
            likelihoods.put(set, number(row, row.get("others").isEmpty() ? "flips_percent" : "others_percent"));
            assertThat(row.get("at_least") + row.get("below")).isNotEmpty();
        }
        sets.forEach((set, moves) -> assertThat(Shipped.ASSESSOR.assess(Shipped.with("status-quo-2025", moves)))
                .extracting(a -> a.verdict().likelihood().value())
                .isEqualTo(likelihoods.get(set)));
    }

    /** The parts of a difference beside each other, each with what it is about; shares add up to the change. */
    @Test
    void comparisonHasARowForEachDifferenceAndShare() throws IOException {
        List<CSVRecord> rows = rows("compare", Invocation.BASELINE, NOW);
        // An exact fraction such as 1/2 is a date for some readers of tables; JSON has them.
        assertThat(rows.get(0).toMap()).doesNotContainKey("exact_tenths");
        Map<String, List<CSVRecord>> parts = rows.stream().collect(Collectors.groupingBy(row -> row.get("list")));
        assertThat(parts.get("comparisons/readings"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("before_value") + row.get("before_status"))
                        .isNotEqualTo(row.get("after_value") + row.get("after_status")));
        assertThat(parts.get("comparisons/ledger"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("rule")).isNotEmpty());
        for (String shares :
                List.of("comparisons/becauseOfReadings/within", "comparisons/becauseOfReadings/within/within")) {
            assertThat(parts.get(shares).stream()
                            .mapToDouble(row -> number(row, "percentage_points"))
                            .sum())
                    .isCloseTo(number(rows.get(0), "comparisons_percentage_points"), Offset.offset(0.001));
        }
    }

    /** {@code scenario schema NAME --fields} describes every column of the CSV, in its order. */
    @ParameterizedTest
    @CsvSource({
        "assessment, assess",
        "assessment, assess --table groups",
        "assessment, assess --table ledger",
        "assessment, assess --table readings",
        "assessment, assess --table changes",
        "explanation, explain",
        "flip, flip --up",
        "sensitivity, sensitivity",
        "exploration, explore",
        "comparison, compare --set political_will_to_ally=3",
        "series, assess --series",
        "backtest, rules backtest scenarios/crimea-2014.json"
    })
    void everyColumnIsDescribed(String document, String command) {
        String described = printed("scenario", "schema", document, "--fields");
        List<String> columns = List.of(printed(command.split(" ", -1), NOW, "--format", "csv")
                .split("\r\n", 2)[0]
                .replace("\"", "")
                .split(",", -1));
        assertThat(columns).doesNotHaveDuplicates();
        assertThat(Arrays.stream(described.split("\n## `entente ", -1)).skip(1))
                .anySatisfy(table -> assertThat(table.lines().filter(line -> line.startsWith("| `")))
                        .allMatch(line -> line.matches("\\| `\\w+` \\| [a-z ]+ \\| .+\\. \\|"))
                        .map(line -> line.split("`", -1)[1])
                        .isEqualTo(columns));
    }
}
