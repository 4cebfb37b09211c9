package entente.cli;

import entente.document.DocumentLimits;
import entente.document.JsonLines;
import entente.document.Suggestion;
import entente.document.Text;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.sheet.SheetFormat;
import entente.sheet.SheetScenarioSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.function.IOFunction;
import org.apache.commons.io.function.Uncheck;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * An input to assess.
 *
 * @param name name on the command line, for messages
 * @param source reads it on each call, so that only the current input is in memory
 * @param parents source of parent scenarios
 * @param similar existing names that a missing one may mean
 * @param rest what follows the content that was read, if that is not all
 * @param line its line in a file with one scenario on each; 0 for a whole file
 */
record Input(
        String name,
        Supplier<Content> source,
        ScenarioSource parents,
        Supplier<List<String>> similar,
        Supplier<InputStream> rest,
        int line) {

    private static final String STANDARD_INPUT = "-";
    private static final String STANDARD_INPUT_NAME = "standard input";
    private static final String DENIED = "permission denied";
    private static final String FAILED = "reading failed";

    /**
     * Result of reading.
     *
     * @param bytes at most one byte more than the limit for a scenario; empty if there is a fault
     * @param fault why it cannot be read; empty if the file does not exist
     */
    record Content(Optional<byte[]> bytes, Optional<String> fault) {

        static final Content MISSING = new Content(Optional.empty(), Optional.empty());

        static Content of(byte[] bytes) {
            return new Content(Optional.of(bytes), Optional.empty());
        }

        static Content fault(String fault) {
            return new Content(Optional.empty(), Optional.of(fault));
        }
    }

    Input(String name, Supplier<Content> source, ScenarioSource parents, Supplier<List<String>> similar) {
        this(name, source, parents, similar, InputStream::nullInputStream, 0);
    }

    /** Whether it has one scenario on each line. */
    boolean hasLines() {
        return lines(read()).isPresent();
    }

    /** The input itself, or its lines, each read when it is asked for; to be closed. */
    Stream<Input> each() {
        Content content = read();
        Optional<byte[]> head = lines(content);
        if (head.isEmpty()) {
            return Stream.of(new Input(name, () -> content, parents, similar));
        }
        InputStream in = rest.get();
        return JsonLines.of(head.get(), in, DocumentLimits.SCENARIO.bytes())
                .map(one -> new Input(
                        name + ", line " + one.number(),
                        () -> Content.of(one.bytes()),
                        parents,
                        List::of,
                        InputStream::nullInputStream,
                        one.number()))
                .onClose(() -> Uncheck.run(in::close));
    }

    private Optional<byte[]> lines(Content content) {
        return content.bytes()
                .filter(head -> SheetFormat.ofInput(name, head) == SheetFormat.JSON && JsonLines.areIn(name, head));
    }

    /** The name without control characters. */
    String displayName() {
        return Text.printable(name);
    }

    Content read() {
        return source.get();
    }

    /** The content that was read and what follows it. */
    InputStream whole(Content content) {
        return new SequenceInputStream(new ByteArrayInputStream(content.bytes().orElseThrow()), rest.get());
    }

    /** @param what should be there, such as "scenario" */
    String missingMessage(Content content, String what) {
        return displayName() + ": "
                + content.fault()
                        .map(fault -> fault + ".")
                        .orElseGet(() -> "there is no " + what + " here." + Suggestion.asSentence(similar.get()));
    }

    /**
     * The inputs of a command line.
     *
     * @param read whether a file of a folder is read, by its name
     */
    static List<Input> all(List<String> names, Terminal terminal, Home home, Predicate<String> read) {
        List<Input> inputs = new ArrayList<>();
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                Content content =
                        Content.of(Uncheck.get(() -> terminal.in().readNBytes(DocumentLimits.SCENARIO.bytes() + 1)));
                inputs.add(new Input(
                        STANDARD_INPUT_NAME,
                        () -> content,
                        new FolderScenarioSource(List.of(home.scenarios())),
                        List::of,
                        terminal::in,
                        0));
            } else if (name.isEmpty()) {
                inputs.add(new Input("\"\"", () -> Content.MISSING, new FolderScenarioSource(List.of()), List::of));
            } else if (isFolder(name)) {
                Path path = Path.of(name);
                List<Path> files = FolderScenarioSource.readable(path, read);
                if (files.isEmpty()) {
                    Content content = new Content(Optional.empty(), fault(path));
                    inputs.add(new Input(name, () -> content, new FolderScenarioSource(List.of()), List::of));
                }
                files.forEach(file -> inputs.add(file(file.toString(), file, home)));
            } else {
                inputs.add(shipped(name, home).orElseGet(() -> file(name, Path.of(name), home)));
            }
        }
        return inputs;
    }

    /** Whether a file of a folder is a scenario: JSON, or a spreadsheet. */
    static boolean isScenario(String name) {
        return FolderScenarioSource.isJson(name) || SheetFormat.isSheetInFolder(name);
    }

    /** The shipped scenario with this id; a file of that name takes precedence. */
    private static Optional<Input> shipped(String name, Home home) {
        Path file = home.scenarios().resolve(name + FolderScenarioSource.JSON);
        return FolderScenarioSource.isId(name) && !Files.exists(Path.of(name)) && Files.isRegularFile(file)
                ? Optional.of(file(name, file, home))
                : Optional.empty();
    }

    /** Names like that of a missing file without folder and ending: those beside it, and ids of shipped scenarios. */
    private static List<String> similar(String name, Home home) {
        Path parent = Path.of(name).getParent();
        Map<String, String> known = new TreeMap<>();
        if (parent == null) {
            new FolderScenarioSource(List.of(home.scenarios())).ids().forEach(id -> known.put(id, id));
        }
        FolderScenarioSource.names(parent == null ? Path.of("") : parent, Input::isScenario)
                .forEach(file -> known.putIfAbsent(
                        FilenameUtils.getBaseName(file), (parent == null ? "" : parent + "/") + file));
        return Suggestion.similar(FilenameUtils.getBaseName(name), known.keySet()).stream()
                .map(stem -> Objects.requireNonNull(known.get(stem)))
                .toList();
    }

    /** An empty name, such as an unset shell variable, is not the current folder. */
    static boolean isFolder(String name) {
        return !name.isEmpty() && Files.isDirectory(Path.of(name));
    }

    /** Whether this is standard input, as an argument or as the name of an input. */
    static boolean isStandard(String name) {
        return name.equals(STANDARD_INPUT) || name.equals(STANDARD_INPUT_NAME);
    }

    private static Input file(String name, Path file, Home home) {
        Path beside = file.toAbsolutePath().getParent();
        ScenarioSource source = beside == null
                ? new FolderScenarioSource(List.of(home.scenarios()))
                : new SheetScenarioSource(beside, home.scenarios());
        if (Files.isRegularFile(file)) {
            return new Input(name, () -> read(file), source, List::of, () -> afterHead(file), 0);
        }
        // A pipe can be read only once.
        AtomicReference<InputStream> pipe = new AtomicReference<>(InputStream.nullInputStream());
        Content content = read(file, opened -> {
            pipe.set(Files.newInputStream(opened));
            return CloseShieldInputStream.wrap(pipe.get());
        });
        return new Input(name, () -> content, source, () -> similar(name, home), pipe::get, 0);
    }

    private static InputStream afterHead(Path file) {
        return Uncheck.get(() -> {
            InputStream in = Files.newInputStream(file);
            in.skipNBytes(Math.min(Files.size(file), DocumentLimits.SCENARIO.bytes() + 1));
            return in;
        });
    }

    static Content read(Path file) {
        return read(file, Files::newInputStream);
    }

    /** @param opener a parameter because tests may run as a user with access to every file */
    static Content read(Path file, IOFunction<Path, InputStream> opener) {
        if (Files.isDirectory(file)) {
            return Content.MISSING;
        }
        try (InputStream in = opener.apply(file)) {
            return Content.of(in.readNBytes(DocumentLimits.SCENARIO.bytes() + 1));
        } catch (NoSuchFileException missing) {
            return Content.MISSING;
        } catch (AccessDeniedException denied) {
            return Content.fault(DENIED);
        } catch (IOException broken) {
            return Content.fault(FAILED);
        }
    }

    /** Why a folder cannot be listed; empty if it can. */
    static Optional<String> fault(Path folder) {
        try {
            FolderScenarioSource.list(folder, FolderScenarioSource::isJson);
            return Optional.empty();
        } catch (AccessDeniedException denied) {
            return Optional.of(DENIED);
        } catch (IOException broken) {
            return Optional.of(FAILED);
        }
    }
}
