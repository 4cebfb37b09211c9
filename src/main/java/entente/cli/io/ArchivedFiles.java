package entente.cli.io;

import entente.analysis.verification.AssessmentReader;
import entente.analysis.verification.AssessmentReader.ArchivedPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;

/** Archived assessments from files, folders and standard input. */
public final class ArchivedFiles {

    private static final String STANDARD_INPUT = "-";
    private static final String SCHEMA = ".schema.json";

    /**
     * A file with its name on the command line.
     *
     * @param parts its assessments; empty if it is missing or cannot be read
     */
    public record ArchivedFile(String name, Optional<List<ArchivedPart>> parts) {}

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

    public static ArchivedFile read(String name, Terminal terminal) {
        if (name.equals(STANDARD_INPUT)) {
            return new ArchivedFile("standard input", Optional.of(Uncheck.get(() -> parts(terminal.in()))));
        }
        if (name.isEmpty() || !Files.isRegularFile(Path.of(name))) {
            return new ArchivedFile(name.isEmpty() ? "\"\"" : name, Optional.empty());
        }
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return new ArchivedFile(name, Optional.of(parts(in)));
        } catch (IOException unreadable) {
            return new ArchivedFile(name, Optional.empty());
        }
    }

    private static List<ArchivedPart> parts(InputStream in) throws IOException {
        return AssessmentReader.read(in.readNBytes(AssessmentReader.MAX_BYTES + 1));
    }
}
