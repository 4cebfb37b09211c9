package entente.table;

import entente.analysis.ensemble.run.ChunkWork;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.analysis.ensemble.run.VariantEvaluator;
import entente.document.Digest;
import entente.files.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Writes the file of a chunk and then its record, unless both are there. Several processes can write to the same
 * folder, even the same chunk: they write the same bytes.
 *
 * @param folder path of the folder, on every machine that does the work
 */
record TableWork(String folder, VariantFormat format) implements ChunkWork {

    private static final int BUFFER = 1 << 16;

    @Override
    public OutcomeCounts run(long chunk, long first, long variants, VariantEvaluator evaluator) throws IOException {
        Path path = Path.of(folder);
        if (!Files.exists(path.resolve(TableManifest.FILE))) {
            throw new TableFolderException(
                    false, "has no manifest.json on a machine that writes there; it must be shared");
        }
        ChunkFiles files = ChunkFiles.of(path, format, chunk);
        Optional<ChunkRecord> stored = stored(files, first, variants);
        return (stored.isPresent() ? stored.get() : write(files, first, (int) variants, evaluator)).counts();
    }

    private ChunkRecord write(ChunkFiles files, long first, int variants, VariantEvaluator evaluator)
            throws IOException {
        ChunkRows rows = new ChunkRows(evaluator.ensemble(), variants);
        OutcomeCounts counts = evaluator.count(first, variants, rows::add);
        MessageDigest digest = Digest.sha256();
        AtomicFile.write(files.data(), out -> {
            OutputStream digested = new BufferedOutputStream(new DigestOutputStream(out, digest), BUFFER);
            format.writer().write(first, variants, rows.columns(), digested);
            digested.flush();
        });
        ChunkRecord written = new ChunkRecord(files.name(), first, variants, Digest.hexadecimal(digest), counts);
        AtomicFile.write(files.record(), written.json());
        return written;
    }

    /** The record of a chunk whose file has the recorded digest. */
    private static Optional<ChunkRecord> stored(ChunkFiles files, long first, long variants) throws IOException {
        Optional<ChunkRecord> found = files.stored(first, variants);
        return found.isPresent() && found.get().sha256().equals(sha256(files.data())) ? found : Optional.empty();
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digest.hexadecimal(digest);
    }
}
