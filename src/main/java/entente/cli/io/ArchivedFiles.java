package entente.cli.io;

import entente.analysis.verification.AssessmentReader;
import entente.analysis.verification.AssessmentReader.ArchivedPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Archived assessments from files, folders and standard input. */
public final class ArchivedFiles {

    private static final String STANDARD_INPUT = "-";
    private static final String SCHEMA = ".schema.json";

    private ArchivedFiles() {}

    /** Lists the files without reading them, so that a folder of any size fits into memory. */
    public static List<String> list(List<String> names) {
        return names.stream()
                .flatMap(name -> {
                    boolean folder =
                            !name.isEmpty() && !name.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(name));
                    List<String> within = folder ? filesIn(Path.of(name)) : List.of();
                    return within.isEmpty() ? Stream.of(name) : within.stream();
                })
                .toList();
    }

    private static List<String> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".json") || name.endsWith(".ndjson"))
                    .filter(name -> !name.endsWith(SCHEMA))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    public static String displayName(String name) {
        return name.equals(STANDARD_INPUT) ? "standard input" : name.isEmpty() ? "\"\"" : name;
    }

    /**
     * Reads the assessments of a file one after the other.
     *
     * @return false if it is missing or cannot be read
     */
    public static boolean read(String name, Terminal terminal, Consumer<ArchivedPart> action) {
        if (!name.equals(STANDARD_INPUT) && (name.isEmpty() || !Files.isRegularFile(Path.of(name)))) {
            return false;
        }
        try (InputStream in = name.equals(STANDARD_INPUT) ? terminal.in() : Files.newInputStream(Path.of(name))) {
            AssessmentReader.read(name, in).forEach(action);
            return true;
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }
}
