package entente.cli;

import entente.document.Digest;
import entente.document.Document;
import entente.document.Text;
import entente.files.AtomicFile;
import entente.model.Problem;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.sheet.SheetFormat;
import entente.sheet.SheetScenarioSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import org.apache.commons.io.function.IOConsumer;

/**
 * Makes a result of each complete file of a folder, once for each content. The caller decides when to look; a file is
 * complete when size and times were the same in two looks. What was done is recorded last, so that after a kill the same
 * bytes are written again. Other watchers are excluded until it is closed.
 */
final class FolderWatch implements Closeable {

    private static final String RECORD = ".txt";
    private static final String PROBLEMS = ".problems.txt";

    /** Room for endings within the 255 bytes that a name can have. */
    private static final int MAX_NAME = 200;

    /** By which a change is seen without reading the file. */
    private static final String ATTRIBUTES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? "unix:size,lastModifiedTime,ctime,ino,isDirectory,isOther"
                    : "size,lastModifiedTime,fileKey,isDirectory,isOther";

    /** The problems of a file, or if it has none, its results by the ending of their names. */
    record Made(List<Problem> problems, Map<String, byte[]> files) {

        static Made refused(String code, String detail) {
            return new Made(List.of(new Problem("#", code, detail, List.of(), Optional.empty(), 0, 0)), Map.of());
        }
    }

    /** Equal content and parents give equal bytes. */
    interface Maker {

        /** Reads a file; the result is made only if the same one was not made before. */
        Supplier<Made> read(Path input, byte[] content, ScenarioSource parents);
    }

    private final Path watched;
    private final Path out;
    private final Path records;
    private final Path shipped;
    private final String setup;
    private final Maker maker;
    private final Consumer<String> lines;
    private final FileChannel lock;

    /** What the last look found. */
    private Map<Path, Object> present = Map.of();

    /** What the last two looks found alike. */
    private Map<Path, Object> complete = Map.of();

    /** For each file that was done the state of what was read, parents too. */
    private final Map<Path, Map<Path, Optional<Object>>> done = new HashMap<>();

    /** How many files were refused since the start. */
    @Getter
    private int refused;

    /**
     * Removes what a killed watcher left unfinished.
     *
     * @param shipped folder of the scenarios that are found from everywhere
     * @param setup what results depend on besides the files; a change makes all anew
     * @param lines receives a line for each file that is done
     * @throws CliException if the folder is missing, cannot be written, or is in use by another watcher
     */
    FolderWatch(Path watched, Path shipped, String setup, Maker maker, Consumer<String> lines) {
        this.watched = watched;
        this.out = watched.resolve("briefings");
        this.records = out.resolve(".entente-watch");
        this.shipped = shipped;
        this.setup = setup;
        this.maker = maker;
        this.lines = lines;
        String name = Text.printable(watched.toString());
        if (!Files.isDirectory(watched)) {
            throw new CliException(ExitCode.NO_INPUT, "there is no folder " + name + ".");
        }
        try {
            Files.createDirectories(records);
            lock = FileChannel.open(records.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isAlone()) {
                lock.close();
                throw new CliException(ExitCode.IN_USE, name + " is in use by another watcher.");
            }
            for (Path folder : List.of(watched, out, records)) {
                AtomicFile.deleteAbandoned(folder);
            }
        } catch (IOException cannot) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, "briefings cannot be written to " + Text.printable(out.toString()) + ".");
        }
    }

    private boolean isAlone() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /**
     * Looks at the folder, and does what is complete.
     *
     * @param whole runs work that a termination of the process waits for
     * @throws IOException if the folder cannot be listed
     */
    void poll(Consumer<Runnable> whole) throws IOException {
        Map<Path, Object> now = new TreeMap<>();
        for (Path file : list(watched, FolderWatch::isScenario)) {
            state(file).ifPresent(state -> now.put(file, state));
        }
        complete = new TreeMap<>(now);
        complete.entrySet().retainAll(present.entrySet());
        present = now;
        done.entrySet()
                .removeIf(file -> !complete.containsKey(file.getKey())
                        || !file.getValue().equals(states(file.getValue().keySet())));
        for (Path file : complete.keySet()) {
            if (!done.containsKey(file)) {
                whole.accept(() -> look(file));
            }
        }
        deleteOrphans();
    }

    /** The files that are not done, because they or what they extend are being written; sorted. */
    List<Path> waiting() {
        return present.keySet().stream().filter(file -> !done.containsKey(file)).toList();
    }

    private static List<Path> list(Path folder, Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> names.test(file.getFileName().toString()))
                    .toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** As in a batch, except hidden files; other endings include .tmp, .part and ~. */
    private static boolean isScenario(String name) {
        return !name.startsWith(".") && (FolderScenarioSource.isJson(name) || SheetFormat.isSheetInFolder(name));
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

    /** As in the last look. */
    private Map<Path, Optional<Object>> states(Set<Path> files) {
        return files.stream().collect(Collectors.toMap(file -> file, file -> Optional.ofNullable(complete.get(file))));
    }

    private void look(Path file) {
        Input.Content content = Files.isSymbolicLink(file)
                ? new Input.Content(Optional.empty(), Optional.of("it is a link"))
                : Input.read(file);
        String fault = content.fault().orElse("it is gone");
        Set<Path> read = new TreeSet<>(Set.of(file));
        Supplier<Made> work = content.bytes()
                .map(bytes -> attempt(() -> maker.read(file, bytes, parents(read)), problem -> () -> problem))
                .orElse(() -> Made.refused("UNREADABLE", "The file cannot be read: " + fault + "."));
        String basis = Stream.concat(
                        Stream.of(setup, content.bytes().map(Digest::sha256).orElse(fault)),
                        read.stream().filter(one -> !one.equals(file)).map(FolderWatch::digest))
                .collect(Collectors.joining("\n"));
        // Checked after all was read, so that nothing was read half-written.
        if (!read.stream().allMatch(one -> state(one).equals(Optional.ofNullable(complete.get(one))))) {
            return;
        }
        Path record = named(records, encoded(file), RECORD);
        byte[] current = (Digest.sha256(basis) + "\n").getBytes(StandardCharsets.UTF_8);
        boolean same = FolderScenarioSource.read(record)
                .filter(before -> Arrays.equals(before, current))
                .isPresent();
        if (!same) {
            String line = write(file, attempt(work, problem -> problem));
            change(record, one -> AtomicFile.write(one, current));
            lines.accept(line);
        }
        // What could not be read is tried again at each look.
        done.put(file, content.bytes().isPresent() ? states(read) : Map.of(file, Optional.empty()));
    }

    /** A file in which the program fails does not stop the others. */
    private static <T> T attempt(Supplier<T> work, Function<Made, T> failed) {
        try {
            return work.get();
        } catch (CliException stop) {
            throw stop;
        } catch (RuntimeException internal) {
            return failed.apply(
                    Made.refused("INTERNAL_ERROR", "Internal error, please report it: " + internal.getMessage()));
        }
    }

    /** @param read receives the files in which it looks, there or not */
    private ScenarioSource parents(Set<Path> read) {
        SheetScenarioSource source = new SheetScenarioSource(watched, shipped);
        return new ScenarioSource() {

            @Override
            public Optional<byte[]> find(String id) {
                return isFile(id) ? source.find(id) : Optional.empty();
            }

            @Override
            public Optional<Document> document(String id, Predicate<String> percent) {
                return isFile(id) ? source.document(id, percent) : Optional.empty();
            }

            @Override
            public List<String> ids() {
                return source.ids();
            }

            private boolean isFile(String id) {
                List<Path> files = Arrays.stream(SheetFormat.values())
                        .map(format -> watched.resolve(id + format.ending()))
                        .toList();
                read.addAll(files);
                return files.stream().noneMatch(Files::isSymbolicLink);
            }
        };
    }

    private static String digest(Path file) {
        String content = Files.isSymbolicLink(file)
                ? "link"
                : FolderScenarioSource.read(file).map(Digest::sha256).orElse("none");
        return encoded(file) + " " + content;
    }

    /** Writes a result over that of the same file before; returns a line for the user. */
    private String write(Path input, Made made) {
        String name = Text.printable(String.valueOf(input.getFileName()));
        int count = made.problems().size();
        if (count > 0) {
            Path file = named(watched, encoded(input), PROBLEMS);
            byte[] text =
                    (ProblemText.of(name, made.problems(), "no briefing") + "\n").getBytes(StandardCharsets.UTF_8);
            change(file, one -> AtomicFile.write(one, text));
            refused++;
            return name + ": " + count + (count == 1 ? " problem" : " problems") + ", see "
                    + Text.printable(file.getFileName().toString()) + ".";
        }
        Map<Path, byte[]> files = new TreeMap<>();
        made.files().forEach((ending, bytes) -> files.put(named(out, encoded(input), "." + ending), bytes));
        files.forEach((file, bytes) -> change(file, one -> AtomicFile.write(one, bytes)));
        change(named(watched, encoded(input), PROBLEMS), Files::deleteIfExists);
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

    /** Deletes the problem files and records of inputs that are gone. */
    private void deleteOrphans() throws IOException {
        Set<String> used = present.keySet().stream()
                .map(FolderWatch::encoded)
                .map(FolderWatch::bounded)
                .collect(Collectors.toSet());
        for (Path record : list(records, name -> name.endsWith(RECORD))) {
            String input = encoded(record);
            input = input.substring(0, input.length() - RECORD.length());
            if (!used.contains(input)) {
                change(named(watched, input, PROBLEMS), Files::deleteIfExists);
                change(record, Files::deleteIfExists);
            }
        }
    }

    /** The name as in a URI, with every byte distinct: a name need not be text in the encoding of the locale. */
    private static String encoded(Path file) {
        String uri = file.toAbsolutePath().toUri().getRawPath();
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    /** A name that is too long to be given an ending is replaced by its digest. */
    private static String bounded(String encoded) {
        return encoded.replaceAll("%..", "%").length() > MAX_NAME ? Digest.sha256(encoded) : encoded;
    }

    /** The file of an input in a folder. */
    private static Path named(Path folder, String input, String ending) {
        String sibling = folder.toAbsolutePath().resolve("x").toUri().toString();
        return Path.of(URI.create(sibling.substring(0, sibling.length() - 1) + bounded(input) + ending));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
