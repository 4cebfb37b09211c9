package entente.table;

import entente.analysis.ensemble.run.DesignKind;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleRun;
import entente.analysis.ensemble.run.EnsembleSamples;
import entente.analysis.ensemble.run.OutcomeCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tables of an ensemble in several chunks. */
final class TableSamples {

    static final int CHUNK = 1000;
    static final int SIZE = 4500;

    private TableSamples() {}

    static OutcomeCounts write(Path folder, VariantFormat format, DesignKind design, long seed, boolean resume)
            throws IOException {
        Ensemble ensemble = EnsembleSamples.of(design, SIZE, seed);
        EnsembleRun run = EnsembleSamples.run(ensemble, CHUNK, 2);
        try (TableFolder table = TableFolder.open(folder, TableManifest.of(ensemble, format, CHUNK), format, resume)) {
            return table.complete(run);
        }
    }

    /** All files by name, byte by byte. */
    static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }
}
