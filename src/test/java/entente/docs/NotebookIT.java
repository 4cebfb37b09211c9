package entente.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.Python;
import entente.testkit.RunningService;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The notebook runs with the files that the commands of its document write, and its tables have the numbers of the
 * command line. Skipped with a message without Python, pandas and matplotlib; {@code -Dentente.golden=write} replaces
 * the image and the output in the document.
 */
class NotebookIT {

    private static final Path DOCUMENT = Path.of("src", "docs", "notebook.md");
    private static final Path SCRIPTS = Path.of("src", "python");
    private static final String SCENARIO =
            SCRIPTS.resolve("open-questions.json").toString();

    /** Code, and the block that follows. */
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```python\n(.*?)^```\n\n```\n(.*?)^```$");

    @TempDir
    private static Path folder;

    private static Optional<Python> python;
    private static Map<String, List<List<String>>> tables = new TreeMap<>();

    @BeforeAll
    static void runNotebook() throws Exception {
        for (DocumentStep step : DocumentStep.of(DOCUMENT)) {
            String command = step.command().replace("target/docs/notebook", folder.toString());
            String[] parts = command.split(" > ");
            List<String> words = List.of(parts[0].split(" "));
            assertThat(words.get(0)).isEqualTo("./entente");
            String output = Invocation.output(words.subList(1, words.size()));
            if (parts.length > 1) {
                Files.writeString(Path.of(parts[1]), output);
            }
        }
        python = Python.with("tomllib", "pandas", "matplotlib");
        if (python.isPresent()) {
            Map<String, String> environment = Map.of(
                    "ENTENTE_DATA",
                    folder.toString(),
                    "ENTENTE_URL",
                    RunningService.shared().uri("").toString(),
                    "MPLBACKEND",
                    "Agg");
            ProgramRun run = python.get()
                    .run(environment, SCRIPTS.resolve("notebook.py").toString())
                    .ok();
            tables = NotebookIT.of(run.output());
        }
    }

    /** The folder of the commands is the one in which the notebook looks by default. */
    @Tag("thorough")
    @Test
    void missingFilesAreNamed() throws Exception {
        table("series");
        ProgramRun run = python.orElseThrow()
                .run(
                        Map.of("ENTENTE_DATA", folder.resolve("absent").toString()),
                        SCRIPTS.resolve("notebook.py").toString())
                .expect(1);
        assertThat(run.output()).contains("series.csv does not exist").contains(DOCUMENT.toString());
        assertThat(Files.readString(SCRIPTS.resolve("notebook.py"))).contains("\"target\" / \"docs\" / \"notebook\"");
    }

    /** The examples of the document in their order, as one program; below each stands what it prints. */
    @Tag("thorough")
    @Test
    void examplesPrintWhatIsShown() throws Exception {
        table("series");
        String document = Files.readString(DOCUMENT);
        List<MatchResult> examples = EXAMPLE.matcher(document).results().toList();
        String code = examples.stream().map(example -> example.group(1)).collect(joining("print('\\f')\n"));
        String address = RunningService.shared().uri("").toString();
        ProgramRun run = python.orElseThrow()
                .run(Map.of(), "-c", code.replace("Client()", "Client(\"" + address + "\")"))
                .ok();
        List<String> printed = List.of(run.output().split("\f\n"));
        if (Golden.WRITE) {
            StringBuilder corrected = new StringBuilder(document);
            for (int i = examples.size() - 1; i >= 0; i--) {
                corrected.replace(examples.get(i).start(2), examples.get(i).end(2), printed.get(i));
            }
            Files.writeString(DOCUMENT, corrected);
        } else {
            assertThat(printed)
                    .as(Golden.rewriteCommand())
                    .isEqualTo(
                            examples.stream().map(example -> example.group(2)).toList());
            assertThat(printed).hasSizeGreaterThan(1);
        }
    }

    private static List<List<String>> table(String name) {
        assumeThat(python)
                .as("no python3 with pandas and matplotlib is installed")
                .isPresent();
        assertThat(tables).containsKey(name);
        return tables.get(name);
    }

    @Tag("thorough")
    @Test
    void explorationIsThatOfTheCommandLine() {
        List<List<String>> rows =
                NotebookIT.csv(Invocation.output("explore", SCENARIO, "--unrated-any", "--format", "csv"));
        List<List<String>> printed = table("decisive");
        assertThat(printed).hasSize(7);
        List<List<String>> expected =
                NotebookIT.columns(rows, "indicators_indicator", "indicators_first", "indicators_total").stream()
                        .distinct()
                        .toList();
        assertThat(expected.subList(1, expected.size())).containsAll(printed.subList(1, 7));
        assertThat(printed.subList(1, 7))
                .as("the largest, in their order")
                .isSortedAccordingTo((a, b) -> Double.compare(number(b.get(2)), number(a.get(2))));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"likelihood", "what-decides", "distribution"})
    void chartsAreDrawn(String name) throws IOException {
        table("series");
        Path file = folder.resolve("charts").resolve(name + ".png");
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isGreaterThan(800);
        // The sheet of the pages, with ink and blue on it.
        assertThat(image.getRGB(1, 1)).isEqualTo(0xFFFBFCFA);
        assertThat(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .contains(0xFF13202A);
        if (Golden.WRITE && name.equals("distribution")) {
            Files.copy(file, Path.of("src/docs/images/notebook.png"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Skipped with a message if DuckDB is not on the class path: it is in the thorough profile. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"series", "factors", "outcomes"})
    void queriesGiveTheTablesOfPandas(String name) throws Exception {
        assumeThat(DriverManager.drivers().map(driver -> driver.getClass().getName()))
                .as("DuckDB is not on the class path")
                .contains("org.duckdb.DuckDBDriver");
        List<List<String>> expected = table(name);
        String[] queries = Files.readString(SCRIPTS.resolve("queries.sql")).split("-- name: ");
        assertThat(queries).hasSize(4);
        String query = List.of(queries).stream()
                .filter(one -> one.startsWith(name + "\n"))
                .findFirst()
                .orElseThrow()
                .substring(name.length());
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET file_search_path = '" + folder + "'");
            try (ResultSet result = statement.executeQuery(query)) {
                assertThat(NotebookIT.of(result)).isEqualTo(expected);
            }
        }
    }

    private static final Pattern TABLE = Pattern.compile("(?m)^(\\w+)\n((?:.*,.*\n)+)");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");

    /** The tables in the output of the notebook: a line with the name, then CSV. */
    static Map<String, List<List<String>>> of(String output) {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        TABLE.matcher(output).results().forEach(table -> tables.put(table.group(1), csv(table.group(2))));
        return tables;
    }

    static List<List<String>> csv(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.stream()
                    .map(row -> row.stream().map(NotebookIT::plain).toList())
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<List<String>> of(ResultSet result) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        int width = result.getMetaData().getColumnCount();
        List<String> head = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            head.add(result.getMetaData().getColumnName(column));
        }
        rows.add(head);
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                row.add(plain(Objects.toString(result.getString(column), "")));
            }
            rows.add(row);
        }
        return rows;
    }

    /** These columns of a table. */
    static List<List<String>> columns(List<List<String>> table, String... names) {
        List<Integer> places =
                List.of(names).stream().map(table.get(0)::indexOf).toList();
        return table.stream().map(row -> places.stream().map(row::get).toList()).toList();
    }

    private static String plain(String cell) {
        return NUMBER.matcher(cell).matches()
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}
