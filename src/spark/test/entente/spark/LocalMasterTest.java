package entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One, two and four executor threads in this process give what the plain command gives. */
class LocalMasterTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({
        "local[1], sobol, text",
        "local[2], sobol, json",
        "local[4], sobol, csv",
        "local[1], latin-hypercube, json",
        "local[2], random, json",
        "local[4], latin-hypercube, json",
    })
    void reportsAreTheSame(String master, String design, String format) {
        String[] options = {"--design", design, "--format", format, "--size", "1000003", "--seed", "7"};
        Output expected = Output.plain(options);
        assertThat(expected.code()).isZero();
        assertThat(Output.onSpark(master, options)).isEqualTo(expected);
    }

    /** A grid has exact sums of weights, which must be the same, too. */
    @ParameterizedTest
    @ValueSource(strings = {"local[1]", "local[2]", "local[4]"})
    void tablesAreTheSame(String master) throws IOException {
        for (String[] kind : new String[][] {
            {"--design", "grid", "--table", "parquet", "--chunk-size", "100"},
            {"--table", "csv", "--chunk-size", "1000", "--size", "4500"},
        }) {
            Path plain = temporary.resolve("plain" + kind[1]);
            Path spark = temporary.resolve("spark" + kind[1]);
            Output expected = Output.plain(options(kind, plain, "--format", "json"));
            assertThat(expected.code()).as(expected.err()).isZero();
            assertThat(Output.onSpark(master, options(kind, spark, "--format", "json")))
                    .isEqualTo(expected);
            Map<String, String> content = TableFiles.content(plain);
            assertThat(content).hasSizeGreaterThan(2 * 5);
            assertThat(TableFiles.content(spark)).isEqualTo(content);
        }
    }

    /** Either goes on with what the other has left. */
    @Test
    void tablesAreResumedHereAndThere() throws IOException {
        String[] kind = {"--table", "parquet", "--chunk-size", "1000", "--size", "4500"};
        Path folder = temporary.resolve("table");
        Output.onSpark("local[2]", options(kind, folder));
        Map<String, String> undisturbed = TableFiles.content(folder);
        Files.delete(folder.resolve("variants-000003.parquet"));
        assertThat(Output.plain(options(kind, folder, "--resume")).code()).isZero();
        assertThat(TableFiles.content(folder)).isEqualTo(undisturbed);
        Files.delete(folder.resolve("variants-000001.json"));
        Files.writeString(folder.resolve("variants-000002.parquet"), "cut");
        assertThat(Output.onSpark("local[2]", options(kind, folder, "--resume")).code())
                .isZero();
        assertThat(TableFiles.content(folder)).isEqualTo(undisturbed);
    }

    @Test
    void problemsAreToldAsByThePlainCommand() throws IOException {
        for (String[] wrong : new String[][] {
            {"--design", "sobel"},
            {"--set", "no_such=1"},
            {"--out", Files.writeString(temporary.resolve("file"), "").toString()},
        }) {
            assertThat(Output.onSpark("local[1]", wrong)).isEqualTo(Output.plain(wrong));
        }
    }

    /** The executor finds no manifest where the driver has written one. */
    @Test
    void folderThatIsNotSharedIsNamed() {
        Path folder = temporary.resolve("table");
        Output failed = Output.onSpark(
                "local[2]",
                () -> assertThat(folder.resolve("manifest.json").toFile().delete())
                        .isTrue(),
                options(new String[] {"--size", "5000"}, folder));
        assertThat(failed.code()).isEqualTo(73);
        assertThat(failed.err())
                .isEqualTo("entente: " + folder
                        + " has no manifest.json on a machine that writes there; it must be shared.\n");
    }

    @Test
    void numberOfThreadsIsRefused() {
        Output refused = Output.onSpark("local[1]", "--threads", "2");
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).startsWith("entente: a cluster takes no --threads; set the number of its cores.\n");
    }

    @Test
    void masterThatCannotBeReachedIsNamed() {
        for (String master : new String[] {"spark://127.0.0.1:1", "spark://no such host:7077,127.0.0.1:1"}) {
            Output failed = Output.onSpark(master);
            assertThat(failed.code()).isEqualTo(78);
            assertThat(failed.err()).isEqualTo("entente: no Spark master can be reached at " + master + ".\n");
        }
    }

    private static String[] options(String[] kind, Path folder, String... others) {
        String[] options = new String[kind.length + 2 + others.length];
        System.arraycopy(kind, 0, options, 0, kind.length);
        options[kind.length] = "--out";
        options[kind.length + 1] = folder.toString();
        System.arraycopy(others, 0, options, kind.length + 2, others.length);
        return options;
    }
}
