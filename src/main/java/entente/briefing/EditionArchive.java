package entente.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.analysis.track.TrackedStatement.Resolution;
import entente.document.Digest;
import entente.files.AtomicFile;
import entente.files.FolderLock;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * Editions of briefings in a folder: {@code SCENARIO/NUMBER/} with {@code edition.json}, {@code scenario.json} and the
 * briefing in each format. A reader sees an edition with all of its files or not at all. Several processes may use the
 * folder at once.
 */
@RequiredArgsConstructor
public final class EditionArchive {

    private static final String EDITION = "edition.json";
    private static final String SCENARIO = "scenario.json";
    private static final String RESOLUTION = "resolution.json";
    private static final String REQUEST = "request.sha256";
    private static final String BRIEFING = "briefing.";

    private final Path root;

    /** All editions, by scenario and number. */
    public List<Edition> editions() throws IOException {
        return read(ids());
    }

    public List<EditionId> ids() throws IOException {
        List<EditionId> ids = new ArrayList<>();
        for (String scenario : scenarios()) {
            ids.addAll(ids(scenario));
        }
        return ids;
    }

    /** The editions of a scenario, by number; none for an unknown one. */
    public List<Edition> editions(String scenario) throws IOException {
        return read(ids(scenario));
    }

    private List<Edition> read(List<EditionId> ids) throws IOException {
        List<Edition> editions = new ArrayList<>();
        for (EditionId id : ids) {
            editions.add(read(id));
        }
        return editions;
    }

    public Optional<Edition> last(String scenario) throws IOException {
        List<EditionId> ids = ids(scenario);
        return ids.isEmpty() ? Optional.empty() : Optional.of(read(ids.get(ids.size() - 1)));
    }

    public Optional<Edition> find(EditionId id) throws IOException {
        return Files.isDirectory(folder(id)) ? Optional.of(read(id)) : Optional.empty();
    }

    public List<BriefingMedium> media(EditionId id) {
        return Arrays.stream(BriefingMedium.values())
                .filter(medium -> Files.exists(file(id, medium)))
                .toList();
    }

    /** The briefing of an edition; empty if there is no such edition or it is not kept in this medium. */
    public Optional<byte[]> briefing(EditionId id, BriefingMedium medium) throws IOException {
        return content(file(id, medium));
    }

    public Path file(EditionId id, BriefingMedium medium) {
        return folder(id).resolve(fileName(medium));
    }

    /**
     * The scenario of an edition with its parents and overrides applied: itself a scenario file.
     *
     * @throws DamagedEditionException if it is not the one that was assessed
     */
    public byte[] scenario(Edition edition) throws IOException {
        Path file = folder(edition.id()).resolve(SCENARIO);
        byte[] bytes = content(file).orElseThrow(() -> new DamagedEditionException(file, "it does not exist."));
        if (!Digest.sha256(bytes).equals(edition.scenarioSha256())) {
            throw new DamagedEditionException(file, "it does not match the digest in edition.json.");
        }
        return bytes;
    }

    /** What became of the statement of an edition; empty if it is not resolved. */
    public Optional<Resolution> resolution(EditionId id) throws IOException {
        Path file = folder(id).resolve(RESOLUTION);
        Optional<byte[]> bytes = content(file);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(file, bytes.get(), ResultDocuments.RESOLUTION));
    }

    /** Makes the caller the only writer of a scenario's editions until the result is closed. */
    Closeable lock(String scenario) throws IOException {
        Path folder = Files.createDirectories(folder(scenario));
        Closeable lock = FolderLock.of(folder);
        try {
            AtomicFile.deleteAbandoned(folder);
            return lock;
        } catch (IOException cannot) {
            lock.close();
            throw cannot;
        }
    }

    /** The edition that a request has published; empty if there is none. */
    Optional<Edition> ofRequest(String scenario, String request) throws IOException {
        byte[] digest = digest(request);
        for (EditionId id : ids(scenario)) {
            Path file = folder(id).resolve(REQUEST);
            if (content(file).filter(bytes -> Arrays.equals(bytes, digest)).isPresent()) {
                return Optional.of(read(id));
            }
        }
        return Optional.empty();
    }

    /**
     * @param request identifies the request that publishes the edition
     * @throws java.nio.file.FileAlreadyExistsException if there is an edition of this number
     */
    void create(Edition edition, String scenario, Map<BriefingMedium, byte[]> briefings, Optional<String> request)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        briefings.forEach((medium, bytes) -> files.put(fileName(medium), bytes));
        files.put(SCENARIO, scenario.getBytes(StandardCharsets.UTF_8));
        files.put(EDITION, ResultDocuments.EDITION.pretty(edition).getBytes(StandardCharsets.UTF_8));
        request.ifPresent(text -> files.put(REQUEST, digest(text)));
        AtomicFile.createFolder(folder(edition.id()), files);
    }

    private static byte[] digest(String request) {
        return Digest.sha256(request).getBytes(StandardCharsets.UTF_8);
    }

    void write(EditionId id, Resolution resolution) throws IOException {
        AtomicFile.write(
                folder(id).resolve(RESOLUTION),
                ResultDocuments.RESOLUTION.pretty(resolution).getBytes(StandardCharsets.UTF_8));
    }

    private Edition read(EditionId id) throws IOException {
        Path file = folder(id).resolve(EDITION);
        byte[] bytes = content(file).orElseThrow(() -> new DamagedEditionException(file, "it does not exist."));
        Edition edition = parse(file, bytes, ResultDocuments.EDITION);
        if (!edition.id().equals(id)) {
            throw new DamagedEditionException(file, "it is of edition " + edition.id() + ".");
        }
        return edition;
    }

    private static <T> T parse(Path file, byte[] bytes, ResultDocument<T> document) throws IOException {
        return document.type()
                .read(bytes)
                .orElseThrow(() -> new DamagedEditionException(file, "it lacks a field, or holds another value."));
    }

    private static String fileName(BriefingMedium medium) {
        return BRIEFING + medium.ending();
    }

    private Path folder(String scenario) {
        return root.resolve(scenario);
    }

    private Path folder(EditionId id) {
        return folder(id.scenario()).resolve(Integer.toString(id.number()));
    }

    private List<String> scenarios() throws IOException {
        return names(root).filter(name -> !id(name, "1").isEmpty()).sorted().toList();
    }

    private List<EditionId> ids(String scenario) throws IOException {
        return names(folder(scenario))
                .flatMap(number -> id(scenario, number).stream())
                .sorted()
                .toList();
    }

    /** The content of a file; empty if there is none. */
    private static Optional<byte[]> content(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static List<EditionId> id(String scenario, String number) {
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
