package entente.cli;

import entente.analysis.verification.AssessmentReader;
import entente.analysis.verification.AssessmentReader.ArchivedPart;
import entente.cli.io.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Archived assessments from files, folders and standard input. */
final class ArchivedFiles {

    private static final String STANDARD_INPUT = "-";
    private static final String SCHEMA = ".schema.json";

    /**
     * A file with its name on the command line.
     *
     * @param parts its assessments; empty if it is missing or cannot be read
     */
    record ArchivedFile(String name, Optional<List<ArchivedPart>> parts) {}

    private ArchivedFiles() {}

    /** Lists the files without reading them, so that a folder of any size fits into memory. */
    static List<String> list(List<String> names) {
        List<String> files = new ArrayList<>();
        for (String name : names) {
            if (name.isEmpty() || name.equals(STANDARD_INPUT) || !Files.isDirectory(Path.of(name))) {
                files.add(name);
                continue;
            }
            List<String> within = filesIn(Path.of(name));
            files.addAll(within.isEmpty() ? List.of(name) : within);
        }
        return files;
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

    static ArchivedFile read(String name, Terminal terminal) {
        if (name.equals(STANDARD_INPUT)) {
            try {
                return new ArchivedFile("standard input", Optional.of(parts(terminal.in())));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
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
