package entente.spark;

import entente.cli.Home;
import entente.cli.ProblemText;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.commons.io.FileUtils;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assesses each scenario of a table on the machines of a cluster, and writes a table of verdicts. */
@Command(name = "entente-spark.jar", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = 64)
public final class AssessTable implements Callable<Integer> {

    private static final StructType VERDICT = StructType.fromDDL("id STRING, percent DOUBLE, band STRING, term STRING,"
            + " low_percent DOUBLE, high_percent DOUBLE, relationship STRING, confidence STRING,"
            + " scenario_sha256 STRING, rules_version STRING, rules_sha256 STRING, engine STRING, problems STRING");

    private static final Home HOME = Home.of(Path.of(System.getProperty("entente.home", ".")));

    /** Formats of Spark by the ending of a name. */
    private static final Map<String, String> FORMATS = Map.of("parquet", "parquet", "csv", "csv", "ndjson", "json");

    /** A quotation mark within a cell is doubled; a row that does not fit the header ends the job. */
    private static final Map<String, String> OPTIONS = Map.of(
            "header", "true", "multiLine", "true", "escape", "\"", "mode", "FAILFAST", "ignoreNullFields", "false");

    @Parameters(index = "0", description = "Table: .parquet, .csv, or .ndjson with a scenario on each line.")
    private String input = "";

    @Parameters(index = "1", description = "Folder to create: .parquet, .csv or .ndjson.")
    private String output = "";

    @Option(names = "--column", description = "Column with the JSON of a scenario. Default: scenario.")
    private String column = "scenario";

    @Option(names = "--rules", description = "Folder of the rule book. Default: the shipped one.")
    private Path rules = HOME.rules();

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new AssessTable());
        line.setExecutionExceptionHandler((failed, command, parsed) -> {
            System.err.println("entente: " + failed.getMessage());
            return failed instanceof IllegalArgumentException ? 64 : 74;
        });
        System.exit(line.execute(arguments));
    }

    /** @return 1 if a scenario is refused, as of the command line */
    @Override
    public Integer call() throws Exception {
        String from = format(input);
        String to = format(output);
        Engine engine = new Engine(rules);
        SparkConf settings = new SparkConf()
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.app.name", "Entente")
                .setIfMissing("spark.log.level", "ERROR");
        try (SparkSession spark = SparkSession.builder().config(settings).getOrCreate()) {
            Dataset<Row> table = from.equals("json")
                    // Lines as they are, for Entente to read.
                    ? spark.read()
                            .option("lineSep", "\n")
                            .text(input)
                            .filter("trim(value) <> ''")
                            .toDF(column)
                    : spark.read().options(OPTIONS).format(from).load(input);
            Observation counts = new Observation();
            verdicts(
                            table,
                            JavaSparkContext.fromSparkContext(spark.sparkContext())
                                    .broadcast(engine))
                    .observe(counts, functions.expr("count(1) AS rows"), functions.expr("count(problems) AS refused"))
                    .write()
                    .options(OPTIONS)
                    .format(to)
                    .save(output);
            Object refused = counts.getAsJava().get("refused");
            System.err.println("entente: " + counts.getAsJava().get("rows") + " scenarios, " + refused + " refused.");
            return refused.equals(0L) ? 0 : 1;
        }
    }

    private static String format(String table) {
        String format = FORMATS.get(table.substring(table.lastIndexOf('.') + 1));
        if (format == null) {
            throw new IllegalArgumentException(table + " must end with .parquet, .csv or .ndjson.");
        }
        return format;
    }

    /** The verdict, then the columns of the input, of which the scenario only where it is refused. */
    private Dataset<Row> verdicts(Dataset<Row> table, Broadcast<Engine> engine) {
        int at = table.schema().fieldIndex(column);
        StructType types = VERDICT;
        for (StructField field : table.schema().fields()) {
            boolean scenario = field.name().equals(column);
            types = types.add("input_" + field.name(), scenario ? DataTypes.StringType : field.dataType());
        }
        MapFunction<Row, Row> assess = row -> engine.value().row(row, at);
        // A string as bytes: what is not UTF-8 is for Entente to refuse.
        Column bytes = functions.col("`" + column.replace("`", "``") + "`").cast("binary");
        return table.withColumn(column, bytes).map(assess, Encoders.row(types));
    }

    /** The files of the rule book and of the scenarios that others extend; each executor opens them once. */
    private static final class Engine implements Serializable {

        private static final long serialVersionUID = 1;

        private final TreeMap<String, byte[]> files = new TreeMap<>();
        private transient ScenarioReader reader;
        private transient ScenarioSource parents;
        private transient Assessor assessor;

        /** @throws RuleBookException with every fault of the book */
        Engine(Path rules) throws IOException, RuleBookException {
            Home home = HOME.withRules(rules);
            RuleBooks.open(rules, home.cache());
            add("books/rules/", rules, name -> true);
            add("books/", rules.toRealPath().getParent(), "indicators.yaml"::equals);
            add("scenarios/", home.scenarios(), FolderScenarioSource::isJson);
        }

        private void add(String folder, Path source, Predicate<String> names) throws IOException {
            for (Path file : FolderScenarioSource.list(source, names)) {
                files.put(folder + file.getFileName(), Files.readAllBytes(file));
            }
        }

        private synchronized void open() throws IOException, RuleBookException {
            if (assessor == null) {
                File home = Files.createTempDirectory("entente-").toFile();
                FileUtils.forceDeleteOnExit(home);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    FileUtils.writeByteArrayToFile(new File(home, file.getKey()), file.getValue());
                }
                LoadedRuleBook book = RuleBooks.open(home.toPath().resolve("books/rules"), home.toPath());
                reader = new ScenarioReader(Vocabulary.of(book.book()));
                parents = new FolderScenarioSource(List.of(home.toPath().resolve("scenarios")));
                assessor = new Assessor(book);
            }
        }

        /** @param at position of the JSON of the scenario, null for none */
        Row row(Row input, int at) throws IOException, RuleBookException {
            open();
            Object[] values = new Object[VERDICT.length() + input.length()];
            for (int other = 0; other < input.length(); other++) {
                values[VERDICT.length() + other] = other == at ? null : input.get(other);
            }
            byte[] json = input.isNullAt(at) ? new byte[0] : (byte[]) input.get(at);
            ScenarioResult result = reader.read(json, parents);
            if (result instanceof ScenarioResult.Accepted accepted) {
                verdict(assessor.assess(accepted.scenario())).toArray(values);
            } else if (result instanceof ScenarioResult.Refused refused) {
                values[VERDICT.fieldIndex("problems")] = ProblemText.of("scenario", refused.problems(), "not assessed");
                values[VERDICT.length() + at] = new String(json, StandardCharsets.UTF_8);
            }
            return RowFactory.create(values);
        }

        private static List<Object> verdict(Assessment assessment) {
            Verdict verdict = assessment.verdict();
            return Arrays.asList(
                    assessment.scenario().id(),
                    verdict.likelihood().value(),
                    verdict.likelihood().band().name(),
                    LikelihoodScale.ICD203.term(verdict.likelihood()).term(),
                    verdict.interval().low().value(),
                    verdict.interval().high().value(),
                    verdict.relationship().map(Enum::name).orElse(null),
                    assessment.confidence().level().name(),
                    assessment.scenario().sha256(),
                    assessment.provenance().rules().version(),
                    assessment.provenance().rules().sha256(),
                    assessment.provenance().engine());
        }
    }
}
