package entente.cli;

import entente.analysis.verification.ArchivedPart;
import entente.analysis.verification.AssessmentReader;
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

/** Assessments on file: files, folders of them, and standard input. */
final class ArchivedFiles {

    private static final String STANDARD_INPUT = "-";
    private static final String SCHEMA = ".schema.json";

    /**
     * A file by the name that the caller gave it.
     *
     * @param parts the assessments in it; empty when it is not there or cannot be read
     */
    record Kept(String name, Optional<List<ArchivedPart>> parts) {}

    private ArchivedFiles() {}

    /** Lists what there is; each file is read when its turn comes, so that a folder of any size fits. */
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

    static Kept read(String name, Terminal terminal) {
        if (name.equals(STANDARD_INPUT)) {
            try {
                return new Kept("standard input", Optional.of(parts(terminal.in())));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        if (name.isEmpty() || !Files.isRegularFile(Path.of(name))) {
            return new Kept(name.isEmpty() ? "\"\"" : name, Optional.empty());
        }
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            return new Kept(name, Optional.of(parts(in)));
        } catch (IOException unreadable) {
            return new Kept(name, Optional.empty());
        }
    }

    private static List<ArchivedPart> parts(InputStream in) throws IOException {
        return AssessmentReader.read(in.readNBytes(AssessmentReader.MAX_BYTES + 1));
    }
}
