package entente.cli.ensemble;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.document.Text;
import entente.table.TableFolder;
import entente.table.TableFolderException;
import entente.table.TableManifest;
import entente.table.VariantFormat;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the variants are written, if anywhere. */
public final class TableOptions {

    private static final int DEFAULT_CHUNK = 1 << 17;
    private static final int MAX_CHUNK = 10_000_000;

    /** More would make the manifest too large to be read. */
    private static final long MAX_CHUNKS = 10_000;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write each variant with its outcome to files in this folder, with a manifest.")
    private @Nullable Path folder;

    @Option(
            names = "--table",
            paramLabel = "FORMAT",
            description = "Format of these files: csv or parquet. Default: csv.")
    private @Nullable VariantFormat table;

    @Option(
            names = "--chunk-size",
            paramLabel = "N",
            description = "Variants per file, up to 10,000,000. Default: 131,072.")
    private @Nullable Integer chunkSize;

    @Option(
            names = "--resume",
            description = "Complete the table of an interrupted run; files that are whole are kept.")
    private boolean resume;

    /** Refuses values that no ensemble allows. */
    public void check() {
        if (folder == null && (table != null || chunkSize != null || resume)) {
            throw CliException.usage((table != null ? "--table" : chunkSize != null ? "--chunk-size" : "--resume")
                    + " needs --out FOLDER.");
        }
        if (chunkSize() < 1 || chunkSize() > MAX_CHUNK) {
            throw CliException.usage("--chunk-size must be from 1 to 10,000,000, not " + chunkSize + ".");
        }
    }

    /** Variants per file. */
    public int chunkSize() {
        return chunkSize == null ? DEFAULT_CHUNK : chunkSize;
    }

    /** Whether an interrupted run can be continued. */
    boolean isKept() {
        return folder != null;
    }

    /** Counts the outcomes, and writes the variants if a folder is given. */
    OutcomeCounts run(ChunkRunner run) {
        if (folder == null) {
            return run.count();
        }
        EnsembleChunks chunks = run.chunks();
        if (chunks.count() > MAX_CHUNKS) {
            throw CliException.usage(
                    "these are " + chunks.count() + " files, more than 10,000; set a larger --chunk-size.");
        }
        VariantFormat format = table == null ? VariantFormat.CSV : table;
        String name = Text.printable(folder.toString());
        try (TableFolder files =
                TableFolder.open(folder, TableManifest.of(chunks.ensemble(), format, chunkSize()), format, resume)) {
            return files.complete(run);
        } catch (TableFolderException refused) {
            throw new CliException(
                    refused.inUse() ? ExitCode.IN_USE : ExitCode.CANNOT_CREATE,
                    name + " " + refused.getMessage() + ".");
        } catch (IOException failed) {
            throw new CliException(ExitCode.CANNOT_CREATE, name + " cannot be written.");
        } catch (NoClassDefFoundError missing) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "parquet needs a library that is not on the class path; start with ./entente ensemble.");
        }
    }
}
