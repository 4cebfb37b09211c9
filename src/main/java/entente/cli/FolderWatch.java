package entente.cli;

import entente.document.Digest;
import entente.document.Text;
import entente.files.AtomicFile;
import entente.model.Problem;
import entente.scenario.FolderScenarioSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import org.apache.commons.io.function.IOConsumer;

/**
 * Makes a result of each file of a folder, once for each content. The caller decides when to look; files are read while
 * nothing in the folder changes between two looks. What was done is recorded last, so that after a kill the same bytes are
 * written again; so do two watchers of one folder.
 */
final class FolderWatch {

    private static final String RECORD = ".txt";
    private static final String PROBLEMS = ".problems.txt";
    /** Room for endings within the 255 bytes that a name can have. */
    private static final int MAX_NAME = 200;
    /** By which a change is seen without reading the file. */
    private static final String ATTRIBUTES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? "unix:size,lastModifiedTime,ctime,ino,isDirectory,isOther"
                    : "size,lastModifiedTime,fileKey,isDirectory,isOther";

    /**
     * What is to be done with a file.
     *
     * @param basis what the result depends on: the same basis gives the same bytes; empty to read again at the next look
     * @param files makes the results by the ending of their names, where there are no problems
     */
    record Work(String basis, List<Problem> problems, Supplier<Map<String, byte[]>> files) {

        static Work refused(String basis, List<Problem> problems) {
            return new Work(basis, problems, Map::of);
        }
    }

    private final Path watched;
    private final Path out;
    private final Path records;
    private final String setup;
    private final Function<Path, Work> reader;
    private final Consumer<String> lines;
    /** What the last look found. */
    private Map<Path, Object> present = Map.of();
    /** What was found when all was done. */
    private Map<Path, Object> done = Map.of();

    private boolean isReadAgain;
    /** How many files were refused since the start. */
    @Getter
    private int refused;

    /**
     * Removes what a killed watcher left unfinished.
     *
     * @param setup what results depend on besides the files; a change makes all anew
     * @param reader reads a file; the result is made only if the same one was not made before
     * @param lines receives a line for each file that is done
     * @throws CliException if the folder is missing or cannot be written
     */
    FolderWatch(Path watched, String setup, Function<Path, Work> reader, Consumer<String> lines) {
        this.watched = watched;
        this.out = watched.resolve("briefings");
        this.records = out.resolve(".entente-watch");
        this.setup = setup;
        this.reader = reader;
        this.lines = lines;
        if (!Files.isDirectory(watched)) {
            throw new CliException(ExitCode.NO_INPUT, "there is no folder " + Text.printable(watched.toString()) + ".");
        }
        try {
            Files.createDirectories(records);
            for (Path folder : List.of(watched, out, records)) {
                AtomicFile.deleteAbandoned(folder);
            }
        } catch (IOException cannot) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, "briefings cannot be written to " + Text.printable(out.toString()) + ".");
        }
    }

    /**
     * Looks at the folder, and does what is to be done if nothing has changed since the last look.
     *
     * @param whole runs work that a termination of the process waits for
     * @return whether nothing has changed
     * @throws IOException if the folder cannot be listed
     */
    boolean poll(Consumer<Runnable> whole) throws IOException {
        Map<Path, Object> before = present;
        present = states();
        if (!present.equals(before)) {
            return false;
        }
        if (!present.equals(done)) {
            done.keySet().stream().filter(file -> !present.containsKey(file)).forEach(gone -> {
                change(named(watched, gone, PROBLEMS), Files::deleteIfExists);
                change(named(records, gone, RECORD), Files::deleteIfExists);
            });
            isReadAgain = false;
            present.keySet().forEach(file -> whole.accept(() -> look(file)));
            done = isReadAgain ? Map.of() : present;
        }
        return true;
    }

    /** The scenarios of the folder, as in a batch except hidden files; other endings include .tmp, .part and ~. */
    private Map<Path, Object> states() throws IOException {
        Map<Path, Object> states = new TreeMap<>();
        try (Stream<Path> files = Files.list(watched)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".") && Input.isScenario(name)) {
                    state(file).ifPresent(state -> states.put(file, state));
                }
            }
            return states;
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** Empty if there is no file. */
    private static Optional<Object> state(Path file) {
        try {
            Map<String, Object> found = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            boolean isFile =
                    !Boolean.TRUE.equals(found.get("isDirectory")) && !Boolean.TRUE.equals(found.get("isOther"));
            return isFile ? Optional.of(found) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void look(Path file) {
        Work work = guarded(() -> reader.apply(file), problems -> Work.refused(problems.toString(), problems));
        isReadAgain |= work.basis().isEmpty();
        Path record = named(records, file, RECORD);
        byte[] basis = (Digest.sha256(setup + "\n" + work.basis()) + "\n").getBytes(StandardCharsets.UTF_8);
        boolean same = FolderScenarioSource.read(record)
                .filter(before -> Arrays.equals(before, basis))
                .isPresent();
        // A file that changes while it is read is read again once it is at rest.
        if (!same && state(file).equals(Optional.ofNullable(present.get(file)))) {
            List<Problem> problems = new ArrayList<>(work.problems());
            Map<String, byte[]> files = guarded(work.files(), internal -> {
                problems.addAll(internal);
                return Map.of();
            });
            String line = write(file, problems, files);
            change(record, one -> AtomicFile.write(one, basis));
            lines.accept(line);
        }
    }

    /** A file in which the program fails does not stop the others. */
    private static <T> T guarded(Supplier<T> work, Function<List<Problem>, T> failed) {
        try {
            return work.get();
        } catch (CliException stop) {
            throw stop;
        } catch (RuntimeException internal) {
            return failed.apply(List.of(
                    Problem.of("#", "INTERNAL_ERROR", "Internal error, please report it: " + internal.getMessage())));
        }
    }

    /** Writes a result over that of the same file before; returns a line for the user. */
    private String write(Path input, List<Problem> refusal, Map<String, byte[]> made) {
        String name = Text.printable(String.valueOf(input.getFileName()));
        int count = refusal.size();
        Path problems = named(watched, input, PROBLEMS);
        if (count > 0) {
            String text = ProblemText.of(name, refusal, "no briefing") + "\n";
            change(problems, file -> AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8)));
            refused++;
            return name + ": " + count + (count == 1 ? " problem" : " problems") + ", see "
                    + Text.printable(problems.getFileName().toString()) + ".";
        }
        Map<Path, byte[]> files = new TreeMap<>();
        made.forEach((ending, bytes) -> files.put(named(out, input, "." + ending), bytes));
        files.forEach((file, bytes) -> change(file, one -> AtomicFile.write(one, bytes)));
        change(problems, Files::deleteIfExists);
        return files.keySet().stream()
                .map(file -> Text.printable(file.getFileName().toString()))
                .collect(Collectors.joining(", ", name + ": wrote ", "."));
    }

    private static void change(Path file, IOConsumer<Path> change) {
        try {
            change.accept(file);
        } catch (IOException cannot) {
            String reason = cannot instanceof FileSystemException named ? named.getReason() : cannot.getMessage();
            throw new CliException(
                    ExitCode.INPUT_OUTPUT,
                    Text.printable(file.toString()) + " cannot be written" + (reason == null ? "" : ": " + reason)
                            + ". Nothing is lost: the next start goes on with this file.");
        }
    }

    /** The file of an input in a folder; a name that is no text, or too long to be given an ending, is replaced by its digest. */
    private static Path named(Path folder, Path input, String ending) {
        String name = String.valueOf(input.getFileName());
        boolean kept = !name.contains("\uFFFD") && name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME;
        return folder.resolve(
                (kept ? name : Digest.sha256(input.toAbsolutePath().toUri().getRawPath())) + ending);
    }
}
