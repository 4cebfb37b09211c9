package entente.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.ChunkWork;
import entente.analysis.ensemble.run.DesignKind;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.analysis.ensemble.run.EnsembleRun;
import entente.analysis.ensemble.run.EnsembleSamples;
import entente.analysis.ensemble.run.OutcomeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFolderTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir
    private Path temporary;

    private OutcomeCounts write(Path folder, long seed, boolean resume) throws IOException {
        return TableSamples.write(folder, VariantFormat.CSV, DesignKind.SOBOL, seed, resume);
    }

    @ParameterizedTest
    @EnumSource
    void tableIsTheSameHoweverOftenItIsWritten(VariantFormat format) throws IOException {
        Path one = temporary.resolve("one");
        Path two = temporary.resolve("two");
        TableSamples.write(one, format, DesignKind.LATIN_HYPERCUBE, 1, false);
        TableSamples.write(two, format, DesignKind.LATIN_HYPERCUBE, 1, true);
        assertThat(TableSamples.content(one)).hasSize(2 + 2 * 5).isEqualTo(TableSamples.content(two));
    }

    /** Files that are missing, cut off, changed, or of another chunk are written again; the others are not touched. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "variants-000001.csv",
                "variants-000001.json",
                "manifest.json",
            })
    void damagedFilesAreWrittenAgainAndOthersKept(String damaged) throws IOException {
        Path folder = temporary.resolve("table");
        OutcomeCounts counts = write(folder, 1, false);
        Map<String, String> undisturbed = TableSamples.content(folder);
        byte[] whole = Files.readAllBytes(folder.resolve(damaged));
        byte[] changed = whole.clone();
        changed[whole.length - 3] ^= 1;
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] other = Files.readAllBytes(folder.resolve(damaged.replace("000001", "000002")));
        for (byte[] content : new byte[][] {changed, cut, other, {}}) {
            if (damaged.equals("manifest.json") && content != other) {
                continue;
            }
            Files.write(folder.resolve(damaged), content);
            Files.setLastModifiedTime(folder.resolve("variants-000000.csv"), LONG_AGO);
            assertThat(write(folder, 1, true).sha256()).isEqualTo(counts.sha256());
            assertThat(TableSamples.content(folder)).isEqualTo(undisturbed);
            assertThat(Files.getLastModifiedTime(folder.resolve("variants-000000.csv")))
                    .isEqualTo(LONG_AGO);
        }
        Files.delete(folder.resolve(damaged));
        if (!damaged.equals("manifest.json")) {
            assertThat(write(folder, 1, true).sha256()).isEqualTo(counts.sha256());
            assertThat(TableSamples.content(folder)).isEqualTo(undisturbed);
        }
    }

    @Test
    void recordWithOtherOutcomesIsNotUsed() throws IOException {
        Path folder = temporary.resolve("table");
        OutcomeCounts counts = write(folder, 1, false);
        Path record = folder.resolve("variants-000002.json");
        String text = Files.readString(record);
        for (String damaged : List.of(
                text.replaceFirst(",\"-?\\d+ \\w+ \\d+ 0 0\"", ""),
                text.replaceFirst("(\"-?\\d+ \\w+ \\d+) 0 0\"", "$1 0 5\""),
                text.replaceFirst("(\"-?\\d+ \\w+) \\d+ 0 0\"", "$1 many 0 0\""))) {
            assertThat(damaged).isNotEqualTo(text);
            Files.writeString(record, damaged);
            assertThat(write(folder, 1, true).sha256()).isEqualTo(counts.sha256());
            assertThat(Files.readString(record)).isEqualTo(text);
        }
    }

    @Test
    void interruptedRunLeavesWholeFilesAndIsCompleted() throws IOException {
        Path undisturbed = temporary.resolve("undisturbed");
        OutcomeCounts counts = write(undisturbed, 1, false);
        Path folder = temporary.resolve("interrupted");
        Ensemble ensemble = EnsembleSamples.of(DesignKind.SOBOL, TableSamples.SIZE, 1);
        EnsembleRun run = EnsembleSamples.run(ensemble, TableSamples.CHUNK, 2);
        TableManifest manifest = TableManifest.of(ensemble, VariantFormat.CSV, TableSamples.CHUNK);
        try (TableFolder table = TableFolder.open(folder, manifest, VariantFormat.CSV, false)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> table.complete(run)).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(TableSamples.content(folder).keySet()).noneMatch(name -> name.endsWith(".tmp"));
        assertThat(write(folder, 1, true).sha256()).isEqualTo(counts.sha256());
        assertThat(TableSamples.content(folder)).isEqualTo(TableSamples.content(undisturbed));
    }

    @Test
    void leftoversOfAKilledProcessAreDeleted() throws IOException {
        Path folder = temporary.resolve("table");
        write(folder, 1, false);
        Files.delete(folder.resolve("variants-000001.json"));
        Path leftover =
                Files.writeString(folder.resolve(".entente-3f2504e0-4f89-11d3-9a0c-0305e82c3301.999999999.tmp"), "cut");
        write(folder, 1, true);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void tableOfAnotherEnsembleIsRefused() throws IOException {
        Path folder = temporary.resolve("table");
        write(folder, 1, false);
        Map<String, String> before = TableSamples.content(folder);
        assertThatThrownBy(() -> write(folder, 2, true))
                .isInstanceOf(TableFolderException.class)
                .hasMessage("has the table of another ensemble: seed 1 instead of 2");
        assertThatThrownBy(() -> TableSamples.write(folder, VariantFormat.PARQUET, DesignKind.GRID, 1, true))
                .hasMessage("has the table of another ensemble: design sobol instead of grid, size 4500 instead of"
                        + " 1280, table csv instead of parquet, seed 1 instead of none");
        assertThatThrownBy(() -> write(folder, 1, false)).hasMessage("has a table already; --resume completes it");
        assertThat(TableSamples.content(folder)).isEqualTo(before);
        Files.writeString(folder.resolve("manifest.json"), "{");
        assertThatThrownBy(() -> write(folder, 1, true)).hasMessage("has a manifest.json that cannot be read");
    }

    @Test
    void folderWithOtherFilesIsRefused() throws IOException {
        Path note = Files.writeString(temporary.resolve("notes.txt"), "mine");
        for (boolean resume : new boolean[] {false, true}) {
            assertThatThrownBy(() -> write(temporary, 1, resume)).hasMessage("has other files and no manifest.json");
        }
        assertThat(note).hasContent("mine");
    }

    /** Another machine sees another folder at the path, empty or with files that are lost. */
    @Test
    void folderThatIsNotSharedIsRefused() throws IOException {
        Ensemble ensemble = EnsembleSamples.of(DesignKind.SOBOL, TableSamples.SIZE, 1);
        TableManifest manifest = TableManifest.of(ensemble, VariantFormat.CSV, TableSamples.CHUNK);
        EnsembleRun run = EnsembleSamples.run(ensemble, TableSamples.CHUNK, 1);
        for (String missing : List.of("manifest.json", "variants-000001.csv", "variants-000001.json")) {
            Path folder = temporary.resolve(missing);
            boolean before = missing.equals("manifest.json");
            try (TableFolder table = TableFolder.open(folder, manifest, VariantFormat.CSV, false)) {
                assertThatThrownBy(() -> table.complete(losing(run, folder.resolve(missing), before)))
                        .isInstanceOf(TableFolderException.class)
                        .hasMessage(
                                before
                                        ? "has no manifest.json on a machine that writes there; it must be shared"
                                        : "lacks files that were written; all machines must share it");
            }
            assertThat(Files.exists(folder.resolve("manifest.json"))).isNotEqualTo(before);
        }
    }

    private static ChunkRunner losing(EnsembleRun run, Path file, boolean before) {
        return new ChunkRunner() {
            @Override
            public EnsembleChunks chunks() {
                return run.chunks();
            }

            @Override
            public OutcomeCounts run(ChunkWork work) {
                if (before) {
                    Uncheck.run(() -> Files.delete(file));
                }
                OutcomeCounts counts = run.run(work);
                Uncheck.run(() -> Files.delete(file));
                return counts;
            }
        };
    }

    @Test
    void temporaryFilesOfALostMachineAreDeletedInTheEnd() throws IOException {
        Path folder = temporary.resolve("table");
        write(folder, 1, false);
        Map<String, String> undisturbed = TableSamples.content(folder);
        Files.delete(folder.resolve("variants-000001.json"));
        long running = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(folder.resolve(".entente-3f2504e0-4f89-11d3-9a0c-0305e82c3301." + running + ".tmp"), "cut");
        write(folder, 1, true);
        assertThat(TableSamples.content(folder)).isEqualTo(undisturbed);
    }

    @Test
    void folderInUseIsRefused() throws IOException {
        Ensemble ensemble = EnsembleSamples.of(DesignKind.SOBOL, TableSamples.SIZE, 1);
        TableManifest manifest = TableManifest.of(ensemble, VariantFormat.CSV, TableSamples.CHUNK);
        try (TableFolder held = TableFolder.open(temporary, manifest, VariantFormat.CSV, false)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> write(temporary, 1, true))
                    .isInstanceOfSatisfying(
                            TableFolderException.class,
                            refused -> assertThat(refused.inUse()).isTrue());
        }
        write(temporary, 1, true);
    }
}
