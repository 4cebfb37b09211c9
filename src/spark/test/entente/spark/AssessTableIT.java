package entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Cli;
import entente.cli.Home;
import entente.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job, submitted as a user does, to executors that are processes of their own: its verdicts are those of the command line. */
class AssessTableIT {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String REFUSED =
            "{\"id\": \"wrong\", \"title\": \"„W“, x\", \"readings\": {\"political_wil\": 1}}";
    private static final String EXTENDS =
            "{\"id\": \"child\", \"title\": \"C\", \"extends\": \"status-quo-2025\", \"readings\": {}}";

    @TempDir
    private static Path folder;

    private static SparkSession spark;

    /** The scenarios of the project, one that extends another, and others that are refused. */
    private static final List<String> SCENARIOS = new ArrayList<>();

    /** Rows of the command line by id. */
    private static Map<String, Map<String, String>> expected;

    @BeforeAll
    static void assess() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("scenarios"))) {
            for (Path file : files.filter(
                            one -> one.toString().endsWith(".json") && !one.endsWith("scenario.schema.json"))
                    .sorted()
                    .toList()) {
                SCENARIOS.add(Files.readString(file).replace("\n", " "));
            }
        }
        Collections.addAll(SCENARIOS, EXTENDS, REFUSED, "no JSON");
        Path lines = Files.write(folder.resolve("scenarios.ndjson"), SCENARIOS);
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.log.level", "ERROR")
                .getOrCreate();
        Dataset<Row> table = spark.createDataset(SCENARIOS, Encoders.STRING())
                .selectExpr("length(value) as `a key`", "value as scenario")
                .coalesce(2);
        table.write().parquet(folder.resolve("scenarios.parquet").toString());
        table.withColumnRenamed("scenario", "case")
                .write()
                .option("header", true)
                .option("escape", "\"")
                .csv(folder.resolve("scenarios.csv").toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream none = new PrintStream(PrintStream.nullOutputStream());
        new Cli(new Terminal(InputStream.nullInputStream(), printed, none, false, false), Home.of(ROOT))
                .run("assess", lines.toString(), "--format", "csv");
        Path csv = Files.write(folder.resolve("expected.csv"), out.toByteArray());
        expected =
                byId(spark.read().option("header", true).option("escape", "\"").csv(csv.toString()));
        assertThat(expected).hasSize(SCENARIOS.size() - 2).containsKey("child");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @ParameterizedTest
    @CsvSource({
        // A master and two workers, each a process.
        "'local-cluster[2,1,1024]', scenarios.ndjson, verdicts.parquet, scenario",
        "local[2], scenarios.parquet, verdicts.csv, scenario",
        "local[2], scenarios.csv, verdicts.ndjson, case",
    })
    void verdictsAreThoseOfTheCommandLine(String master, String input, String output, String column) throws Exception {
        assertThat(submit(master, input, output, "--column", column))
                .contains(SCENARIOS.size() + " scenarios, 2 refused");
        Dataset<Row> table = read(output);
        assertThat(table.count()).isEqualTo(SCENARIOS.size());
        Map<String, Map<String, String>> verdicts = byId(table.filter("id is not null"));
        assertThat(verdicts.keySet()).isEqualTo(expected.keySet());
        verdicts.forEach((id, verdict) -> {
            Map<String, String> same = new TreeMap<>(expected.get(id));
            same.keySet().retainAll(List.of(table.columns()));
            assertThat(verdict).isEqualTo(same).containsKeys("id", "percent", "band", "confidence", "scenario_sha256");
        });
        Dataset<Row> refused = table.filter("id is null");
        assertThat(texts(refused, "input_" + column)).containsExactlyInAnyOrder(REFUSED, "no JSON");
        assertThat(texts(refused, "problems"))
                .anyMatch(text -> text.contains("#/readings/political_wil ") && text.contains("UNKNOWN_INDICATOR"))
                .anyMatch(text -> text.contains("[NOT_JSON]"));
        if (!input.endsWith(".ndjson")) {
            assertThat(texts(table, "input_a key"))
                    .containsExactlyInAnyOrderElementsOf(SCENARIOS.stream()
                            .map(scenario -> Integer.toString(scenario.length()))
                            .toList());
        }
    }

    /** A cell that would be lost ends the job. */
    @Test
    void tableThatDoesNotFitItsHeaderIsRefused() throws Exception {
        Files.writeString(folder.resolve("broken.csv"), "key,scenario\n1,a,b\n");
        assertThat(submit("local[1]", "broken.csv", "broken.parquet")).contains("exit code 74");
        assertThat(folder.resolve("broken.parquet/_SUCCESS")).doesNotExist();
        assertThat(submit("local[1]", "scenarios.txt", "x.csv"))
                .contains("scenarios.txt must end with", "exit code 64");
    }

    /** What the job prints, and its exit code. */
    private static String submit(String master, String input, String output, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ROOT.resolve("src/spark/spark-submit").toString(),
                "--master",
                master,
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.ui.enabled=false",
                "--jars",
                jars(),
                ROOT.resolve("target/spark/entente-spark.jar").toString(),
                folder.resolve(input).toString(),
                folder.resolve(output).toString()));
        Collections.addAll(command, options);
        ProcessBuilder job =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        job.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = job.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(printed);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return printed + "exit code " + process.exitValue();
    }

    private static String jars() throws IOException {
        try (Stream<Path> libraries = Files.list(ROOT.resolve("target/lib"))) {
            return Stream.concat(Stream.of(ROOT.resolve("target/entente.jar")), libraries.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(","));
        }
    }

    private static Dataset<Row> read(String table) {
        String format = table.endsWith(".ndjson") ? "json" : table.substring(table.indexOf('.') + 1);
        return spark.read()
                .option("header", true)
                .option("escape", "\"")
                .option("multiLine", format.equals("csv"))
                .format(format)
                .load(folder.resolve(table).toString());
    }

    private static List<String> texts(Dataset<Row> table, String column) {
        return table.select("`" + column + "`").collectAsList().stream()
                .map(row -> row.get(0).toString())
                .toList();
    }

    /** The cells that are not empty, without those of the input. */
    private static Map<String, Map<String, String>> byId(Dataset<Row> table) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (Row row : table.collectAsList()) {
            Map<String, String> cells = new TreeMap<>();
            for (String column : row.schema().fieldNames()) {
                Object cell = row.getAs(column);
                if (cell != null && !column.startsWith("input_")) {
                    cells.put(column, cell.toString().replaceFirst("\\.0$", ""));
                }
            }
            rows.put(row.getAs("id"), cells);
        }
        return rows;
    }
}
