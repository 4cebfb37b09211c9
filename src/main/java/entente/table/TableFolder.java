package entente.table;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.files.AtomicFile;
import entente.files.FolderLock;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with the variants of one ensemble: {@code manifest.json}, and for each chunk its variants and a record of
 * them. The record is written after the variants, so that a chunk with a record is complete.
 */
public final class TableFolder implements AutoCloseable {

    private final Path folder;
    private final TableManifest manifest;
    private final VariantFormat format;
    private final Closeable lock;

    private TableFolder(Path folder, TableManifest manifest, VariantFormat format, Closeable lock) {
        this.folder = folder;
        this.manifest = manifest;
        this.format = format;
        this.lock = lock;
    }

    /**
     * Takes a folder for an ensemble, and creates it if it is missing.
     *
     * @param resume whether the folder may have a part of this table already
     * @throws TableFolderException if another process writes there, or the folder has something else
     */
    public static TableFolder open(Path folder, TableManifest manifest, VariantFormat format, boolean resume)
            throws IOException {
        Files.createDirectories(folder);
        Closeable lock = FolderLock.tryOf(folder)
                .orElseThrow(() -> new TableFolderException(true, "is in use by another process"));
        TableFolder table = new TableFolder(folder, manifest, format, lock);
        try {
            table.prepare(resume);
            return table;
        } catch (IOException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private void prepare(boolean resume) throws IOException {
        AtomicFile.deleteAbandoned(folder);
        Path file = folder.resolve(TableManifest.FILE);
        if (Files.exists(file)) {
            check(Files.readAllBytes(file), resume);
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.anyMatch(other -> !other.getFileName().toString().startsWith("."))) {
                throw new TableFolderException(false, "has other files and no manifest.json");
            }
        }
        AtomicFile.write(file, manifest.json(List.of(), false, Map.of()));
    }

    private void check(byte[] stored, boolean resume) throws TableFolderException {
        if (!resume) {
            throw new TableFolderException(false, "has a table already; --resume completes it");
        }
        TableManifest other = TableManifest.parse(stored)
                .orElseThrow(() -> new TableFolderException(false, "has a manifest.json that cannot be read"));
        List<String> differences = manifest.differences(other);
        if (!differences.isEmpty()) {
            throw new TableFolderException(
                    false, "has the table of another ensemble: " + String.join(", ", differences));
        }
    }

    /**
     * Writes what is missing, and counts all.
     *
     * @throws TableFolderException if what was written is not here, as another machine wrote it elsewhere
     */
    public OutcomeCounts complete(ChunkRunner run) throws IOException {
        OutcomeCounts counts;
        try {
            counts = run.run(new TableWork(folder.toAbsolutePath().toString(), format));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        EnsembleChunks chunks = run.chunks();
        List<Map<String, Object>> records = new ArrayList<>();
        for (long chunk = 0; chunk < chunks.count(); chunk++) {
            records.add(ChunkFiles.of(folder, format, chunk)
                    .stored(chunks.first(chunk), chunks.variants(chunk))
                    .orElseThrow(() -> new TableFolderException(
                            false, "lacks files that were written; all machines must share it"))
                    .summary());
        }
        Map<String, Object> aggregate = new LinkedHashMap<>();
        aggregate.put("outcomesSha256", counts.sha256());
        aggregate.put("bands", ChunkRecord.bands(counts));
        // Of a machine that was lost: others wrote the chunk again.
        AtomicFile.deleteTemporary(folder);
        AtomicFile.write(folder.resolve(TableManifest.FILE), manifest.json(records, true, aggregate));
        return counts;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
