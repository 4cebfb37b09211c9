package entente.scenario;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Scenarios by id from several folders; the first folder that has the id is used. A file with an archived assessment is
 * no scenario.
 */
public record FolderScenarioSource(List<Path> folders) implements ScenarioSource {

    public static final String JSON = ".json";
    private static final String SCHEMA = ".schema.json";
    private static final Set<String> ARCHIVED = Set.of("scenario", "verdict", "ledger");

    @Override
    public Optional<byte[]> find(String id) {
        // An id contains only letters, digits and hyphens, so the path stays within the folder.
        return folders.stream()
                .map(folder -> folder.resolve(id + JSON))
                .filter(Files::isRegularFile)
                .map(FolderScenarioSource::read)
                .flatMap(Optional::stream)
                .filter(content -> !isArchivedAssessment(content))
                .findFirst();
    }

    /** Whether the text can be the id of a scenario. */
    public static boolean isId(String text) {
        return ScenarioFileParser.isId(text);
    }

    @Override
    public List<String> ids() {
        TreeSet<String> ids = new TreeSet<>();
        folders.forEach(folder -> scenarioFiles(folder).forEach(file -> {
            String name = file.getFileName().toString();
            ids.add(name.substring(0, name.length() - JSON.length()));
        }));
        return List.copyOf(ids);
    }

    /** The scenario files of a folder, sorted by name; empty if the folder cannot be read. */
    public static List<Path> scenarioFiles(Path folder) {
        return readable(folder, FolderScenarioSource::isJson);
    }

    /** The names of the files of a folder with such names; empty if the folder cannot be read. */
    public static List<String> names(Path folder, Predicate<String> names) {
        return readable(folder, names).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** The files of a folder with such names, sorted by name; none if it cannot be read. */
    public static List<Path> readable(Path folder, Predicate<String> names) {
        try {
            return list(folder, names);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Whether a file of this name is JSON with a scenario. */
    public static boolean isJson(String name) {
        return name.endsWith(JSON) && !name.endsWith(SCHEMA);
    }

    /**
     * The files of a folder with such names, sorted by name.
     *
     * @throws IOException when the folder is missing or cannot be read
     */
    public static List<Path> list(Path folder, Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> names.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /**
     * The content of a file, at most one byte more than the limit of a scenario; empty if it cannot be read, or is no regular
     * file: a pipe without a writer would never end.
     */
    public static Optional<byte[]> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(DocumentLimits.SCENARIO.bytes() + 1));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether this is an archived assessment, which contains a scenario and is none. */
    static boolean isArchivedAssessment(byte[] bytes) {
        // Most files are scenarios, and are parsed only once.
        return new String(bytes, StandardCharsets.UTF_8).contains("\"verdict\"")
                && Documents.json(bytes, DocumentLimits.ASSESSMENT).root().orElse(null) instanceof Node.ObjectNode root
                && root.members().keySet().containsAll(ARCHIVED);
    }

    static boolean isArchivedAssessment(Fields fields) {
        return ARCHIVED.stream().allMatch(fields::has);
    }
}
