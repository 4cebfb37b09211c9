package entente.cli.watch;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.document.Text;
import entente.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The watched folder and that of the briefings, locked until they are closed. */
public final class WatchFolders implements AutoCloseable {

    /** Name of the folder within that of the briefings. */
    static final String RECORDS = ".entente-watch";

    private static final String LOCK = ".entente-watch.lock";
    private static final String SOURCE = "lock";

    private final Path watched;
    private final Path out;
    private final WatchLock alone;
    private final WatchLock source;

    private WatchFolders(Path watched, Path out, WatchLock alone, WatchLock source) {
        this.watched = watched;
        this.out = out;
        this.alone = alone;
        this.source = source;
    }

    /**
     * Creates the folder of the briefings if it is missing, and removes what a killed watcher left unfinished.
     *
     * @throws CliException if a folder is missing, unsuitable, or in use by another watcher
     */
    public static WatchFolders open(Path watched, Path out) {
        if (!Files.isDirectory(watched)) {
            throw new CliException(ExitCode.NO_INPUT, "there is no folder " + Text.printable(watched.toString()) + ".");
        }
        Path records = out.resolve(RECORDS);
        try {
            Files.createDirectories(records);
            if (Files.isSameFile(watched, out)) {
                throw CliException.usage("briefings go to another folder than the watched one.");
            }
            WatchLock alone = WatchLock.of(watched.resolve(LOCK), watched, "");
            WatchLock source = WatchLock.of(records.resolve(SOURCE), out, relative(out, watched));
            for (Path folder : new Path[] {watched, out, records}) {
                AtomicFile.deleteAbandoned(folder);
            }
            return new WatchFolders(watched, out, alone, source);
        } catch (IOException cannot) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, "briefings cannot be written to " + Text.printable(out.toString()) + ".");
        }
    }

    /** Stays the same when both folders are moved together. */
    private static String relative(Path from, Path to) throws IOException {
        return from.toRealPath().relativize(to.toRealPath()).toString();
    }

    Path watched() {
        return watched;
    }

    Path out() {
        return out;
    }

    Path records() {
        return out.resolve(RECORDS);
    }

    @Override
    public void close() throws IOException {
        source.close();
        alone.close();
    }
}
