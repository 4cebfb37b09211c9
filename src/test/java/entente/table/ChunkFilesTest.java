package entente.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.ensemble.run.DesignKind;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleSamples;
import entente.analysis.ensemble.run.ExactWeight;
import entente.analysis.ensemble.run.OutcomeCount;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Relationship;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringOutcome;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of the files with variants. */
class ChunkFilesTest {

    @TempDir
    private Path folder;

    private List<CSVRecord> rows(String file) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(folder.resolve(file)))) {
            return parser.getRecords();
        }
    }

    /** Every row against the scoring model, on its grades. */
    @Test
    void rowsHaveTheOutcomesOfTheirGrades() throws IOException {
        TableSamples.write(folder, VariantFormat.CSV, DesignKind.RANDOM, 5, false);
        ScoredScenario scored = Shipped.ASSESSOR.scored(Shipped.with(EnsembleSamples.SCENARIO, EnsembleSamples.sets()));
        Ensemble ensemble = EnsembleSamples.of(DesignKind.RANDOM, TableSamples.SIZE, 5);
        long number = TableSamples.CHUNK;
        for (CSVRecord row : rows("variants-000001.csv")) {
            Grade[] grades = scored.graded().grades().clone();
            ensemble.varied()
                    .forEach(reading -> grades[reading.index()] =
                            Grade.valueOf(row.get(reading.indicator().id())));
            ScoringOutcome outcome = scored.model().outcome(scored.model().satisfiedRules(grades), scored.base());
            assertThat(row.get("variant")).isEqualTo(Long.toString(number++));
            assertThat(Double.parseDouble(row.get("points")))
                    .isEqualTo(outcome.result().value());
            assertThat(Double.parseDouble(row.get("percent")))
                    .isEqualTo(outcome.likelihood().value());
            assertThat(row.get("band")).isEqualTo(outcome.likelihood().band().name());
            assertThat(Double.parseDouble(row.get("partnership_points")))
                    .isEqualTo(outcome.partnership().value());
        }
        assertThat(number).isEqualTo(2L * TableSamples.CHUNK);
    }

    @Test
    void filesAddUpToTheCounts() throws IOException {
        OutcomeCounts counts = TableSamples.write(folder, VariantFormat.CSV, DesignKind.GRID, 1, false);
        OutcomeCounts found = new OutcomeCounts();
        double probability = 0;
        for (String file : List.of("variants-000000.csv", "variants-000001.csv")) {
            for (CSVRecord row : rows(file)) {
                found.add(new OutcomeCount(
                        Points.of(Double.parseDouble(row.get("points"))).hundredths(),
                        Relationship.valueOf(row.get("relationship")),
                        1,
                        new ExactWeight(0, 0)));
                probability += Double.parseDouble(row.get("probability"));
            }
        }
        assertThat(probability).isCloseTo(1, within(1e-12));
        assertThat(numbers(found)).isEqualTo(numbers(counts));
    }

    private static Map<String, Long> numbers(OutcomeCounts counts) {
        return counts.sorted().stream()
                .collect(Collectors.toMap(
                        counted -> counted.points() + " " + counted.relationship(), OutcomeCount::variants));
    }

    /** DuckDbVariantsIT reads the values, too. */
    @Test
    void parquetHasItsColumnsInOneRowGroup() throws IOException {
        TableSamples.write(folder, VariantFormat.PARQUET, DesignKind.SOBOL, 1, false);
        byte[] file = Files.readAllBytes(folder.resolve("variants-000004.parquet"));
        int footer = ByteBuffer.wrap(file, file.length - 8, 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        assertThat(Arrays.copyOfRange(file, file.length - 4, file.length))
                .isEqualTo("PAR1".getBytes(StandardCharsets.US_ASCII));
        FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - footer, footer));
        assertThat(metadata.getNum_rows()).isEqualTo(TableSamples.SIZE - 4 * TableSamples.CHUNK);
        assertThat(metadata.getSchema())
                .extracting(SchemaElement::getName)
                .startsWith("variants", "variant", "prc_export_share_west5_pct")
                .endsWith("points", "percent", "band", "relationship", "partnership_points");
        List<ColumnChunk> columns = metadata.getRow_groups().get(0).getColumns();
        long end = 4;
        for (ColumnChunk column : columns) {
            long start = column.getMeta_data().isSetDictionary_page_offset()
                    ? column.getMeta_data().getDictionary_page_offset()
                    : column.getMeta_data().getData_page_offset();
            assertThat(start).isEqualTo(end);
            end += column.getMeta_data().getTotal_compressed_size();
        }
        assertThat(end).isEqualTo(file.length - 8L - footer);
    }
}
