package entente.table;

import entente.analysis.ensemble.run.EnsembleRun;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.analysis.ensemble.run.VariantEvaluator;
import entente.document.Digest;
import entente.files.AtomicFile;
import entente.files.FolderLock;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * A folder with the variants of one ensemble: {@code manifest.json}, and for each chunk its variants and a record of
 * them. The record is written after the variants, so that a chunk with a record is complete.
 */
public final class TableFolder implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

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

    /** Writes what is missing, and counts all. */
    public OutcomeCounts complete(EnsembleRun run) throws IOException {
        ConcurrentSkipListMap<Long, ChunkRecord> records = new ConcurrentSkipListMap<>();
        OutcomeCounts counts = run.run((chunk, first, variants, evaluator) -> {
            ChunkRecord done = chunk(run, chunk, first, (int) variants, evaluator);
            records.put(chunk, done);
            return done.counts();
        });
        Map<String, Object> aggregate = new LinkedHashMap<>();
        aggregate.put("outcomesSha256", counts.sha256());
        aggregate.put("bands", ChunkRecord.bands(counts));
        AtomicFile.write(
                folder.resolve(TableManifest.FILE), manifest.json(new ArrayList<>(records.values()), true, aggregate));
        return counts;
    }

    private ChunkRecord chunk(EnsembleRun run, long chunk, long first, int variants, VariantEvaluator evaluator)
            throws IOException {
        String name = "variants-" + String.format(Locale.ROOT, "%06d", chunk);
        Path data = folder.resolve(name + "." + format.lowerCaseName());
        Path record = folder.resolve(name + ".json");
        Optional<ChunkRecord> stored = stored(record, data, first, variants);
        if (stored.isPresent()) {
            return stored.get();
        }
        ChunkRows rows = new ChunkRows(run.ensemble(), variants);
        OutcomeCounts counts = evaluator.count(first, variants, rows::add);
        MessageDigest digest = Digest.sha256();
        AtomicFile.write(data, out -> {
            OutputStream digested = new BufferedOutputStream(new DigestOutputStream(out, digest), BUFFER);
            format.writer().write(first, variants, rows.columns(), digested);
            digested.flush();
        });
        ChunkRecord written =
                new ChunkRecord(data.getFileName().toString(), first, variants, Digest.hexadecimal(digest), counts);
        AtomicFile.write(record, written.json());
        return written;
    }

    /** The record of a chunk whose file has the recorded digest. */
    private static Optional<ChunkRecord> stored(Path record, Path data, long first, long variants) throws IOException {
        if (!Files.isRegularFile(record) || !Files.isRegularFile(data)) {
            return Optional.empty();
        }
        Optional<ChunkRecord> found =
                ChunkRecord.parse(Files.readAllBytes(record), data.getFileName().toString(), first, variants);
        return found.isPresent() && found.get().sha256().equals(sha256(data)) ? found : Optional.empty();
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digest.hexadecimal(digest);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
