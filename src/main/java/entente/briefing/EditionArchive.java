package entente.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.analysis.track.EditionParser;
import entente.analysis.track.Resolution;
import entente.document.Digest;
import entente.files.AtomicFile;
import entente.files.AtomicFolder;
import entente.files.FolderLock;
import entente.report.json.ResultDocuments;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Editions of briefings in a folder: {@code SCENARIO/NUMBER/} with {@code edition.json}, {@code scenario.json} and the
 * briefing in each format. A reader sees an edition with all of its files or not at all. Several processes may use the
 * folder at once.
 */
public final class EditionArchive {

    private final EditionFolders folders;

    private EditionArchive(Path folder) {
        this.folders = new EditionFolders(folder);
    }

    /** @param folder created with the first edition */
    public static EditionArchive open(Path folder) {
        return new EditionArchive(folder);
    }

    /** All editions, by scenario and number. */
    public List<Edition> editions() throws IOException {
        List<Edition> editions = new ArrayList<>();
        for (EditionId id : ids()) {
            editions.add(read(id));
        }
        return editions;
    }

    /** The ids of all editions, in their order. */
    public List<EditionId> ids() throws IOException {
        List<EditionId> ids = new ArrayList<>();
        for (String scenario : folders.scenarios()) {
            ids.addAll(folders.editions(scenario));
        }
        return ids;
    }

    /** The editions of a scenario, by number; none for an unknown one. */
    public List<Edition> editions(String scenario) throws IOException {
        List<Edition> editions = new ArrayList<>();
        for (EditionId id : folders.editions(scenario)) {
            editions.add(read(id));
        }
        return editions;
    }

    /** The latest edition of a scenario. */
    public Optional<Edition> last(String scenario) throws IOException {
        List<EditionId> ids = folders.editions(scenario);
        return ids.isEmpty() ? Optional.empty() : Optional.of(read(ids.get(ids.size() - 1)));
    }

    public Optional<Edition> find(EditionId id) throws IOException {
        return Files.isDirectory(folders.of(id)) ? Optional.of(read(id)) : Optional.empty();
    }

    /** The media in which an edition is kept. */
    public List<BriefingMedium> media(EditionId id) {
        return Arrays.stream(BriefingMedium.values())
                .filter(medium -> Files.exists(file(id, medium)))
                .toList();
    }

    /** The briefing of an edition; empty if there is no such edition or it is not kept in this medium. */
    public Optional<byte[]> briefing(EditionId id, BriefingMedium medium) throws IOException {
        return EditionFolders.read(file(id, medium));
    }

    /** Where {@link #briefing} is. */
    public Path file(EditionId id, BriefingMedium medium) {
        return folders.of(id).resolve(EditionFolders.briefing(medium));
    }

    /**
     * The scenario of an edition with its parents and overrides applied: itself a scenario file.
     *
     * @throws DamagedEditionException if it is not the one that was assessed
     */
    public byte[] scenario(Edition edition) throws IOException {
        Path file = folders.of(edition.id()).resolve(EditionFolders.SCENARIO);
        byte[] bytes =
                EditionFolders.read(file).orElseThrow(() -> new DamagedEditionException(file, "it does not exist."));
        if (!Digest.sha256(bytes).equals(edition.scenarioSha256())) {
            throw new DamagedEditionException(file, "it does not match the digest in edition.json.");
        }
        return bytes;
    }

    /** What became of the statement of an edition; empty if it is not resolved. */
    public Optional<Resolution> resolution(EditionId id) throws IOException {
        Path file = folders.of(id).resolve(EditionFolders.RESOLUTION);
        Optional<byte[]> bytes = EditionFolders.read(file);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(file, bytes.get(), EditionParser::resolution));
    }

    /** Makes the caller the only writer of a scenario's editions until the result is closed. */
    Closeable lock(String scenario) throws IOException {
        Path folder = Files.createDirectories(folders.of(scenario));
        Closeable lock = FolderLock.of(folder);
        try {
            AtomicFolder.sweep(folder);
            return lock;
        } catch (IOException cannot) {
            lock.close();
            throw cannot;
        }
    }

    /** The edition that a request has published; empty if there is none. */
    Optional<Edition> ofRequest(String scenario, String request) throws IOException {
        byte[] digest = digest(request);
        for (EditionId id : folders.editions(scenario)) {
            Path file = folders.of(id).resolve(EditionFolders.REQUEST);
            if (EditionFolders.read(file)
                    .filter(bytes -> Arrays.equals(bytes, digest))
                    .isPresent()) {
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
        briefings.forEach((medium, bytes) -> files.put(EditionFolders.briefing(medium), bytes));
        files.put(EditionFolders.SCENARIO, scenario.getBytes(StandardCharsets.UTF_8));
        files.put(
                EditionFolders.EDITION, ResultDocuments.EDITION.pretty(edition).getBytes(StandardCharsets.UTF_8));
        request.ifPresent(text -> files.put(EditionFolders.REQUEST, digest(text)));
        AtomicFolder.create(folders.of(edition.id()), files);
    }

    private static byte[] digest(String request) {
        return Digest.sha256(request).getBytes(StandardCharsets.UTF_8);
    }

    void write(EditionId id, Resolution resolution) throws IOException {
        AtomicFile.write(
                folders.of(id).resolve(EditionFolders.RESOLUTION),
                ResultDocuments.RESOLUTION.pretty(resolution).getBytes(StandardCharsets.UTF_8));
    }

    private Edition read(EditionId id) throws IOException {
        Path file = folders.of(id).resolve(EditionFolders.EDITION);
        byte[] bytes =
                EditionFolders.read(file).orElseThrow(() -> new DamagedEditionException(file, "it does not exist."));
        Edition edition = parse(file, bytes, EditionParser::edition);
        if (!edition.id().equals(id)) {
            throw new DamagedEditionException(file, "it is of edition " + edition.id() + ".");
        }
        return edition;
    }

    private static <T> T parse(Path file, byte[] bytes, Function<byte[], T> parser) throws IOException {
        try {
            return parser.apply(bytes);
        } catch (IllegalArgumentException wrong) {
            throw new DamagedEditionException(file, String.valueOf(wrong.getMessage()));
        }
    }
}
