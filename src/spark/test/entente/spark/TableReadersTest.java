package entente.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Independent readers find in the Parquet files of a Spark job what the CSV files of the plain command have. */
class TableReadersTest {

    private static final int ROWS = 1280;

    /** The second is the interpreter of Debian, to which its packages belong. */
    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

    private static final String CAN_READ = "import pandas.io.parquet as p; p.get_engine('auto')";

    private static final String COMPARE = """
            import glob, pandas, sys
            def table(files, read, **options):
                return pandas.concat((read(file, **options) for file in sorted(glob.glob(files))), ignore_index=True)
            parquet = table(sys.argv[1], pandas.read_parquet)
            csv = table(sys.argv[2], pandas.read_csv, float_precision='round_trip')
            pandas.testing.assert_frame_equal(parquet, csv, check_exact=True)
            print(len(parquet))
            """;

    @TempDir
    private static Path temporary;

    private static String parquet;
    private static String csv;

    @BeforeAll
    static void writeTables() {
        for (String format : List.of("csv", "parquet")) {
            String folder = temporary.resolve(format).toString();
            String[] options = {"--design", "grid", "--chunk-size", "500", "--table", format, "--out", folder};
            assertThat((format.equals("csv") ? Output.plain(options) : Output.onSpark("local[2]", options)).code())
                    .isZero();
        }
        parquet = temporary.resolve("parquet/*.parquet").toString();
        csv = temporary.resolve("csv/*.csv").toString();
    }

    @Test
    void duckDb() throws Exception {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            String different = "SELECT count(*) FROM (SELECT * FROM '%s' EXCEPT SELECT * FROM '%s')";
            assertThat(number(statement, different.formatted(csv, parquet))).isZero();
            assertThat(number(statement, different.formatted(parquet, csv))).isZero();
            assertThat(number(statement, "SELECT count(*) FROM '" + parquet + "'"))
                    .isEqualTo(ROWS);
        }
    }

    private static long number(Statement statement, String query) throws Exception {
        try (ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }

    @Test
    void spark() throws IOException {
        try (SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.log.level", "ERROR")
                .getOrCreate()) {
            Dataset<Row> read = session.read().parquet(parquet);
            Dataset<Row> expected = session.read()
                    .option("header", "true")
                    .schema(read.schema())
                    .csv(csv);
            assertThat(read.count()).isEqualTo(ROWS);
            assertThat(read.exceptAll(expected).count()).isZero();
        }
    }

    @Test
    void pandas() throws Exception {
        Optional<String> python = Optional.empty();
        for (String interpreter : INTERPRETERS) {
            python = python.isEmpty() && run(interpreter, CAN_READ).code() == 0 ? Optional.of(interpreter) : python;
        }
        assumeThat(python).as("no Python has pandas and a library for Parquet").isPresent();
        Output read = run(python.get(), COMPARE, parquet, csv);
        assertThat(read.out().strip()).as(read.err()).isEqualTo(Integer.toString(ROWS));
    }

    private static Output run(String interpreter, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(interpreter, "-c", script));
        command.addAll(List.of(arguments));
        try (ClusterProcess python = new ClusterProcess(temporary.resolve("python"), Map.of(), command)) {
            return python.result();
        } catch (IOException missing) {
            return new Output(127, "", "");
        }
    }
}
