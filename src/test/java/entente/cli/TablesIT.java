package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import entente.report.csv.AssessmentTable;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Tables are loaded by the tools of analysts with the types that columns.md declares. */
@Tag("thorough")
class TablesIT {

    /** The second is the interpreter of Debian, to which its packages belong. */
    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

    private static final Path SCRIPT = Path.of("src", "test", "python", "tables.py");
    private static final Path COLUMNS = Path.of("src", "docs", "columns.md");

    private record Run(int code, String output) {}

    @TempDir
    private Path folder;

    @Test
    void columnsHaveTheirTypesWithoutOptions(TestReporter reporter) throws IOException, InterruptedException {
        String python = interpreter();
        assumeThat(python).as("python3 is not installed").isNotEmpty();
        for (AssessmentTable table : AssessmentTable.values()) {
            String name = table.name().toLowerCase(Locale.ROOT);
            for (String format : List.of("csv", "ndjson")) {
                write(
                        "assess-table-" + name + "." + format,
                        "assess",
                        Shipped.SCENARIOS,
                        "--format",
                        format,
                        "--table",
                        name);
            }
        }
        Path now = Shipped.SCENARIOS.resolve("status-quo-2025.json");
        write("sensitivity.csv", "sensitivity", now, "--format", "csv");
        write("flip.csv", "flip", now, "--up", "--format", "csv");
        write("compare.csv", "compare", Invocation.BASELINE, now, "--format", "csv");
        write("compare-rules-A-B.csv", "compare", "--rules", "rules,rules/rival", now, "--format", "csv");
        write("assess-series.csv", "assess", "--series", Shipped.SCENARIOS, "--format", "csv");
        write("backtest.csv", "backtest", Shipped.SCENARIOS, "--format", "csv");
        Run run = run(python, SCRIPT.toString(), COLUMNS.toString(), folder.toString());
        reporter.publishEntry("tables", run.output());
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("11 tables have the types");
    }

    private void write(String file, Object... command) throws IOException {
        Invocation run = Invocation.of(command);
        assertThat(run.code()).as(run.err()).isZero();
        Files.writeString(folder.resolve(file), run.out());
    }

    /** The first interpreter with pandas, otherwise the first one; empty if there is none. */
    private static String interpreter() throws InterruptedException {
        List<String> present = new ArrayList<>();
        for (String python : INTERPRETERS) {
            if (run(python, "-c", "import pandas").code() == 0) {
                return python;
            }
            if (run(python, "--version").code() == 0) {
                present.add(python);
            }
        }
        return present.isEmpty() ? "" : present.get(0);
    }

    private static Run run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(Stream.of(command).toList())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException absent) {
            return new Run(127, absent.toString());
        }
    }
}
