package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.media.AssessmentMedia;
import entente.testkit.Invocation;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Text of scenarios is escaped in every output format. */
class OutputSafetyTest {

    private static final String HARMLESS = "Война, \"war\" & 戦争; 5 = 5";

    @TempDir
    private Path folder;

    private static String scenario(String title, String narrative, String ref) {
        JsonMapper mapper = new JsonMapper();
        return "{\"id\": \"foreign\", \"title\": " + mapper.writeValueAsString(title) + ", \"narrative\": "
                + mapper.writeValueAsString(narrative)
                + ", \"readings\": {\"western_sanctions_on_rus\": {\"value\": 2, \"source\": \"S1\"}}"
                + ", \"sources\": [{\"id\": \"S1\", \"ref\": " + mapper.writeValueAsString(ref) + "}]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=\"a\",\"b\"", HARMLESS})
    void csvHasNoFormulas(String title) throws IOException {
        Invocation run = Invocation.fed(scenario(title, "n", "r"), "assess", "-", "--format", "csv")
                .ok();
        List<CSVRecord> table =
                CSVFormat.RFC4180.parse(new StringReader(run.out())).getRecords();
        assertThat(table).hasSize(2).allMatch(r -> r.size() == table.get(0).size());
        CSVRecord row = table.get(1);
        assertThat(row.get(table.get(0).toList().indexOf("title")))
                .isEqualTo(title.equals(HARMLESS) ? title : "'" + title);
        for (String cell : row) {
            assertThat(cell).doesNotMatch("(?s)^[=+@\\t\\r].*").doesNotMatch("(?s)^-\\D.*");
        }
    }

    @Test
    void markdownIsEscaped() {
        String nasty = "<script>alert(1)</script> [x](javascript:1) ![y](z) *a* _b_ `c` | d \\ # e";
        for (Object[] args : List.of(
                new Object[] {"assess", "-", "--format", "md", "--explain", "full"},
                new Object[] {"assess", "-", Invocation.BASELINE, "--format", "md"})) {
            Invocation run = Invocation.fed(scenario(nasty, nasty, nasty), args).ok();
            assertThat(run.out())
                    .contains(
                            "&lt;script>alert(1)&lt;/script> \\[x\\](javascript:1) !\\[y\\](z) \\*a\\* \\_b\\_ \\`c\\`")
                    .doesNotContain("<script")
                    .doesNotContain("[x](");
        }
        Invocation table =
                Invocation.fed(scenario(nasty, "n", "r"), "assess", "-", Invocation.BASELINE, "--format", "md");
        assertThat(table.out().lines())
                .allMatch(
                        l -> l.replace("\\|", "").chars().filter(c -> c == '|').count() == 7);
    }

    /** Messages with the rejected value and the file name are escaped as well. */
    @Test
    void noControlCharacterReachesTheTerminal() throws IOException {
        Path file = folder.resolve("a\u001B[2Jb\r.json");
        Files.writeString(
                file,
                "{\"id\": \"\\u001b[31m\", \"title\": \"\\u0007\\u009b31m\", \"\\u001b\\u0008x\": 1,"
                        + " \"readings\": {\"\\u001b]0;y\": \"\\u001b[1m\", \"western_sanctions_on_rus\": \"\\u001b[1m\"},"
                        + " \"assumptions\": {\"without\": [\"\\u001b[5m\"], \"emphasis\": {\"\\u001b\": 1}},"
                        + " \"extends\": \"\\u001b\", \"observed\": {\"relationship\": \"\\u001b\"}}");
        Path noJson = folder.resolve("c\u001B.json");
        Files.writeString(noJson, "{\"id\": \u001B[31m}");
        for (Object[] args : List.of(
                new Object[] {"assess", file, noJson, folder.resolve("\u001B-missing")},
                new Object[] {"validate", folder},
                new Object[] {"validate", folder, "--format", "json"},
                new Object[] {"scenario", "indicators", "\u001Bsubmarine"})) {
            Invocation run = Invocation.of(args);
            assertThat(run.code()).isIn(1, 64, 65);
            assertThat(run.out() + run.err()).doesNotContainPattern("[\\p{Cntrl}\u0080-\u009F&&[^\n]]");
        }
    }

    static List<String> formats() {
        return AssessmentMedia.STANDARD.names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noteLinesDoNotControlTheTerminal(String format) {
        String json = scenario("t", "safe\rEVIL\ttab", "ref\rEVIL")
                .replace("\"value\": 2", "\"value\": 2, \"note\": \"note\\rEVIL\"");
        Invocation run = Invocation.fed(json, "assess", "-", "--format", format, "--explain", "full")
                .ok();
        assertThat(run.out().replace("\r\n", "\n")).doesNotContain("\r");
    }
}
