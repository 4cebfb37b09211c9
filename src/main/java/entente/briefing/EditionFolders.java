package entente.briefing;

import entente.analysis.track.EditionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files of an archive are: {@code SCENARIO/NUMBER/…}. */
record EditionFolders(Path root) {

    static final String EDITION = "edition.json";
    static final String SCENARIO = "scenario.json";
    static final String RESOLUTION = "resolution.json";
    static final String REQUEST = "request.sha256";
    private static final String BRIEFING = "briefing.";

    static String briefing(BriefingMedium medium) {
        return BRIEFING + medium.ending();
    }

    Path of(String scenario) {
        return root.resolve(scenario);
    }

    Path of(EditionId id) {
        return of(id.scenario()).resolve(Integer.toString(id.number()));
    }

    /** The scenarios that have a folder, sorted. */
    List<String> scenarios() throws IOException {
        return names(root).filter(name -> !ids(name, "1").isEmpty()).sorted().toList();
    }

    /** The editions of a scenario, by number. */
    List<EditionId> editions(String scenario) throws IOException {
        return names(of(scenario))
                .flatMap(number -> ids(scenario, number).stream())
                .sorted()
                .toList();
    }

    /** The content of a file; empty if there is none. */
    static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static List<EditionId> ids(String scenario, String number) {
        return EditionId.parse(scenario + "/" + number).stream().toList();
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).map(file -> file.getFileName().toString()).toList().stream();
        } catch (NoSuchFileException none) {
            return Stream.empty();
        }
    }
}
