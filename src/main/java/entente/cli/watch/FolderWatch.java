package entente.cli.watch;

import entente.cli.io.CliException;
import entente.cli.io.InputFile.Content;
import entente.cli.watch.BriefingMaker.Deferred;
import entente.cli.watch.BriefingMaker.Made;
import entente.cli.watch.BriefingMaker.Refused;
import entente.document.Digest;
import entente.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.Getter;

/**
 * Makes a briefing of each complete file of a folder, once for each content. Needs no clock: the caller decides when to
 * look. What was done is recorded last, so that after a kill the same bytes are written again.
 */
public final class FolderWatch {

    private static final Content LINK =
            new Content(Optional.empty(), Optional.of("it is a link that leads out of the folder"));

    private final BriefingMaker maker;
    private final Function<Path, Content> reader;
    private final Consumer<String> lines;
    private final Consumer<Runnable> complete;
    private final SettledFiles files;
    private final Supplier<WatchedParents> parents;
    private final WatchResults results;
    private final DoneFiles records;

    /** What was looked at, by file. */
    private final Map<Path, Seen> seen = new HashMap<>();

    /** How many files were refused since the start. */
    @Getter
    private int refused;

    /**
     * @param readable whether it could be read
     * @param alone whether the result depends on no other file
     */
    private record Seen(FileStamp stamp, boolean readable, boolean alone) {}

    /**
     * @param shipped folder of the scenarios that are found from everywhere
     * @param problemsForPrograms whether problem files are written as JSON, too
     * @param reader reads a file, at most one byte more than the limit
     * @param lines receives a line for each file that is done
     * @param complete runs work that a termination of the process waits for
     */
    public FolderWatch(
            WatchFolders folders,
            BriefingMaker maker,
            Path shipped,
            boolean problemsForPrograms,
            Function<Path, Content> reader,
            Consumer<String> lines,
            Consumer<Runnable> complete) {
        this.maker = maker;
        this.reader = reader;
        this.lines = lines;
        this.complete = complete;
        files = new SettledFiles(folders.watched());
        parents = () -> new WatchedParents(folders.watched(), shipped, files);
        records = new DoneFiles(folders.records());
        results = new WatchResults(folders, records, problemsForPrograms);
    }

    /**
     * Looks at the folder, and does what is complete since the last look.
     *
     * @throws IOException if the folder cannot be listed
     */
    public void poll() throws IOException {
        boolean changed = files.poll();
        seen.values().removeIf(file -> !file.readable() || (changed && !file.alone()));
        seen.keySet().retainAll(files.all().keySet());
        files.all().forEach((file, stamp) -> {
            Seen before = seen.get(file);
            if (before == null || !before.stamp().equals(stamp)) {
                complete.accept(() -> look(file, stamp));
            }
        });
        results.deleteOrphans();
    }

    /** The files that are not done, because they or what they extend are being written. */
    public List<Path> waiting() {
        return Stream.concat(
                        files.others().stream(), files.all().keySet().stream().filter(file -> !seen.containsKey(file)))
                .sorted()
                .toList();
    }

    private void look(Path file, FileStamp stamp) {
        Content content = FolderLinks.leadsOut(file) ? LINK : reader.apply(file);
        if (!files.isUnchanged(file)
                || (content.bytes().isEmpty() && content.fault().isEmpty())) {
            return;
        }
        WatchedParents source = parents.get();
        DoneFile before = records.find(file);
        boolean same = before.basis().equals(basis(file, content, source.digests(before.parents())));
        if (same || make(file, content, source)) {
            boolean alone = same ? before.parents().isEmpty() : source.wanted().isEmpty();
            seen.put(file, new Seen(stamp, content.bytes().isPresent(), alone));
        }
    }

    /** Whether the result could be written; not if a parent is being written. */
    private boolean make(Path file, Content content, WatchedParents source) {
        Made made = content.bytes()
                .map(bytes -> attempt(() -> maker.make(file, bytes, source)))
                .orElseGet(() -> refusal(
                        "UNREADABLE",
                        "The file cannot be read: " + content.fault().orElseThrow() + "."));
        List<String> basis = basis(file, content, source.digests(source.wanted()));
        // After they were read and digested, so that neither saw half a file.
        if (!source.areUnchanged(source.wanted())) {
            return false;
        }
        Made result = made instanceof Deferred deferred ? attempt(deferred.work()) : made;
        String line = results.write(file, result, basis);
        refused += result instanceof Refused ? 1 : 0;
        lines.accept(line);
        return true;
    }

    /** A file in which the program fails does not stop the others. */
    private static Made attempt(Supplier<Made> work) {
        try {
            return work.get();
        } catch (CliException stop) {
            throw stop;
        } catch (RuntimeException internal) {
            return refusal("INTERNAL_ERROR", "Internal error, please report it: " + internal.getMessage());
        }
    }

    private List<String> basis(Path file, Content content, Map<String, String> parentDigests) {
        String digest = content.bytes()
                .map(Digest::sha256)
                .orElseGet(() -> "unreadable: " + content.fault().orElseThrow());
        return DoneFile.basis(FileNames.encoded(file), digest, maker.setup(), parentDigests);
    }

    private static Refused refusal(String code, String detail) {
        return new Refused(List.of(new Problem("#", code, detail, List.of(), Optional.empty(), 0, 0)));
    }
}
