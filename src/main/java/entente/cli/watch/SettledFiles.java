package entente.cli.watch;

import entente.scenario.FolderScenarioSource;
import entente.sheet.SheetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * The scenario files of a folder that are complete: size and times were the same in two polls. Polled, as network folders
 * report no changes.
 */
@RequiredArgsConstructor
final class SettledFiles {

    private final Path folder;
    private Map<Path, FileStamp> seen = Map.of();
    private Map<Path, FileStamp> settled = Map.of();

    /**
     * Looks at the folder.
     *
     * @return whether what is complete has changed
     * @throws IOException if the folder cannot be listed
     */
    boolean poll() throws IOException {
        Map<Path, FileStamp> now = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isScenario(file.getFileName().toString()))
                    .forEach(file -> FileStamp.of(file).ifPresent(stamp -> now.put(file, stamp)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        Map<Path, FileStamp> before = settled;
        settled = new TreeMap<>(now);
        settled.entrySet().retainAll(seen.entrySet());
        seen = now;
        return !settled.equals(before);
    }

    /** As in a batch, except hidden files and what this package writes; other endings include .tmp, .part and ~. */
    private static boolean isScenario(String name) {
        return !name.startsWith(".")
                && !name.endsWith(ProblemFiles.JSON)
                && (FolderScenarioSource.isJson(name) || SheetFormat.isSheetInFolder(name));
    }

    /** Sorted by name. */
    Map<Path, FileStamp> all() {
        return settled;
    }

    /** The files that are there and not complete, sorted by name. */
    List<Path> others() {
        return seen.keySet().stream().filter(file -> !settled.containsKey(file)).toList();
    }

    /** Whether the file is complete and has not changed since, or is missing now and was then. */
    boolean isUnchanged(Path file) {
        return FileStamp.of(file).equals(Optional.ofNullable(settled.get(file)));
    }
}
