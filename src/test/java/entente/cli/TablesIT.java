package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import entente.report.csv.AssessmentTable;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.Python;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables are loaded by the tools of analysts with the types that {@code scenario schema NAME --fields} declares. */
@Tag("thorough")
class TablesIT {

    private static final Path SCRIPT = Path.of("src", "test", "python", "tables.py");

    private static final List<String> DESCRIBED = List.of(
            "assessment",
            "flip",
            "sensitivity",
            "exploration",
            "comparison",
            "series",
            "backtest",
            "track-record",
            "calibration");

    private static final Map<String, Set<String>> DUCK_DB = Map.of(
            "number", Set.of("DOUBLE", "BIGINT"),
            "whole number", Set.of("BIGINT"),
            "true or false", Set.of("BOOLEAN"),
            "date", Set.of("DATE"),
            // A point in time is text in CSV; DuckDB recognises it.
            "text", Set.of("VARCHAR", "TIMESTAMP WITH TIME ZONE"),
            "list", Set.of("VARCHAR", "DOUBLE", "BIGINT"));

    @TempDir
    private static Path folder;

    @TempDir
    private static Path editions;

    @TempDir
    private static Path declarations;

    /** What the command says of the columns. */
    private static String columns = "";

    @BeforeAll
    static void writeTables() throws IOException {
        columns = DESCRIBED.stream()
                .map(name -> Invocation.output("scenario", "schema", name, "--fields"))
                .map(fields -> fields.substring(fields.indexOf("\n## `entente ")))
                .collect(Collectors.joining());
        Files.writeString(declarations.resolve("columns"), columns);
        for (AssessmentTable table : AssessmentTable.values()) {
            String command = "assess --table " + table.name().toLowerCase(Locale.ROOT);
            write(command, "csv", Shipped.SCENARIOS);
            write(command, "ndjson", Shipped.SCENARIOS);
        }
        Path now = Shipped.SCENARIOS.resolve("status-quo-2025.json");
        write("sensitivity", "csv", now);
        write("explore", "csv", now, "--unrated-any");
        write("flip", "csv", now, "--up");
        write("compare", "csv", Invocation.BASELINE, now);
        write("assess --series", "csv", Shipped.SCENARIOS);
        Invocation kept = Invocation.of("brief", now, "--archive", editions).ok();
        write("editions track-record", "csv", "--archive", editions);
        write("rules backtest", "csv", Shipped.SCENARIOS);
        write("rules calibrate", "csv", Shipped.RULES.resolve("panel.json"));
    }

    /** Skipped with a message if the library is not installed. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "pandas"})
    void columnsHaveTheirTypesWithoutOptions(String library, TestReporter reporter) throws InterruptedException {
        Optional<Python> python = Python.with(library);
        assumeThat(python)
                .as("no python3 with the module " + library + " is installed")
                .isPresent();
        ProgramRun run = python.get()
                .run(
                        Map.of(),
                        SCRIPT.toString(),
                        declarations.resolve("columns").toString(),
                        folder.toString(),
                        library)
                .ok();
        reporter.publishEntry("tables", run.output());
        assertThat(run.output()).startsWith(library + " ").contains("13 tables have the types");
    }

    /** Skipped with a message if DuckDB is not on the class path: it is in the thorough profile. */
    @Test
    void columnsHaveTheirTypesInDuckDb() throws Exception {
        assumeThat(DriverManager.drivers().map(driver -> driver.getClass().getName()))
                .as("DuckDB is not on the class path")
                .contains("org.duckdb.DuckDBDriver");
        Map<String, Map<String, String>> tables = declared();
        assertThat(tables).hasSize(13);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Map<String, String> types =
                        tables.get(file.getFileName().toString().replaceFirst("\\.\\w+$", ""));
                List<String> wrong = new ArrayList<>();
                try (ResultSet columns = statement.executeQuery("SUMMARIZE SELECT * FROM '" + file + "'")) {
                    while (columns.next()) {
                        String column = columns.getString("column_name");
                        String found = columns.getString("column_type");
                        if (columns.getDouble("null_percentage") < 100
                                && !DUCK_DB.get(types.get(column)).contains(found)) {
                            wrong.add(column + ": " + found + " is no " + types.get(column));
                        }
                    }
                }
                assertThat(wrong).as(file.getFileName().toString()).isEmpty();
            }
        }
    }

    /** The tables: file name without extension, and type by column. */
    private static Map<String, Map<String, String>> declared() {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        String[] sections = columns.split("\n## `entente ");
        for (String section : List.of(sections).subList(1, sections.length)) {
            int end = section.indexOf(" --format csv`\n");
            if (end > 0) {
                Map<String, String> types = new TreeMap<>();
                Pattern.compile("^\\| `(\\w+)` \\| ([\\w ]+) \\|", Pattern.MULTILINE)
                        .matcher(section.split("\n## ")[0])
                        .results()
                        .forEach(column -> types.put(column.group(1), column.group(2)));
                tables.put(section.substring(0, end).replaceAll("\\W+", "-"), types);
            }
        }
        return tables;
    }

    /** Into a file with the name of the command. */
    private static void write(String command, String format, Object... arguments) throws IOException {
        Files.writeString(
                folder.resolve(command.replaceAll("[ -]+", "-") + "." + format),
                Invocation.output(command.split(" ", -1), arguments, "--format", format));
    }
}
