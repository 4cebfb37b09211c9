package entente.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import entente.analysis.ensemble.run.DesignKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DuckDB reads files of both formats with the same types and values; skipped where it is not on the class path. */
@Tag("thorough")
class DuckDbVariantsIT {

    private static final String DIFFERENT = "SELECT count(*) FROM (SELECT * FROM '%s' EXCEPT SELECT * FROM '%s')";

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @EnumSource
    void bothFormatsHaveTheSameRows(DesignKind design) throws Exception {
        assumeThat(DriverManager.drivers().map(driver -> driver.getClass().getName()))
                .as("DuckDB is not on the class path")
                .contains("org.duckdb.DuckDBDriver");
        String csv = files(VariantFormat.CSV, design);
        String parquet = files(VariantFormat.PARQUET, design);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            long rows = design.isGrid() ? 1280 : TableSamples.SIZE;
            for (String files : new String[] {csv, parquet}) {
                assertThat(number(statement, "SELECT count(*) FROM '" + files + "'"))
                        .isEqualTo(rows);
                assertThat(number(statement, "SELECT sum(variant) FROM '" + files + "'"))
                        .isEqualTo(rows * (rows - 1) / 2);
            }
            assertThat(number(statement, DIFFERENT.formatted(csv, parquet))).isZero();
            assertThat(number(statement, DIFFERENT.formatted(parquet, csv))).isZero();
            assertThat(types(statement, parquet)).isEqualTo(types(statement, csv));
        }
    }

    private String files(VariantFormat format, DesignKind design) throws IOException {
        Path folder = temporary.resolve(format.lowerCaseName());
        TableSamples.write(folder, format, design, 1, false);
        return folder.resolve("*." + format.lowerCaseName()).toString();
    }

    private static long number(Statement statement, String query) throws Exception {
        try (ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }

    private static Map<String, String> types(Statement statement, String files) throws Exception {
        Map<String, String> types = new TreeMap<>();
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM '" + files + "'")) {
            while (columns.next()) {
                types.put(columns.getString("column_name"), columns.getString("column_type"));
            }
        }
        return types;
    }
}
