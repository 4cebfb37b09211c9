package entente.cli.watch;

import entente.document.Digest;
import entente.document.Document;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.sheet.SheetFormat;
import entente.sheet.SheetScenarioSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * The scenarios that one of a watched folder extends; notes which were wanted. What is made from one that is being written has
 * to be dropped, see {@link #areUnchanged}.
 */
@RequiredArgsConstructor
final class WatchedParents implements ScenarioSource {

    private final Path folder;
    private final Path shipped;
    private final SettledFiles files;
    private final TreeSet<String> wanted = new TreeSet<>();

    @Override
    public Optional<byte[]> find(String id) {
        return isAllowed(id) ? source().find(id) : Optional.empty();
    }

    @Override
    public Optional<Document> document(String id, Predicate<String> percent) {
        return isAllowed(id) ? source().document(id, percent) : Optional.empty();
    }

    @Override
    public List<String> ids() {
        return source().ids().stream().filter(FolderScenarioSource::isId).toList();
    }

    private SheetScenarioSource source() {
        return new SheetScenarioSource(folder, shipped);
    }

    /** Notes the id. */
    private boolean isAllowed(String id) {
        wanted.add(id);
        return candidates(id).noneMatch(FolderLinks::leadsOut);
    }

    /** The ids that were looked for, found or not. */
    Collection<String> wanted() {
        return wanted;
    }

    /** Whether the files with these ids are complete, and the same as in the last poll. */
    boolean areUnchanged(Collection<String> ids) {
        return ids.stream().flatMap(this::candidates).allMatch(files::isUnchanged);
    }

    /** Digests by id: a file that appears, changes or goes away changes that of its id. */
    Map<String, String> digests(Collection<String> ids) {
        Map<String, String> digests = new TreeMap<>();
        for (String id : ids) {
            Stream<Path> all =
                    Stream.concat(candidates(id), Stream.of(shipped.resolve(id + SheetFormat.JSON.ending())));
            digests.put(id, Digest.sha256(all.map(WatchedParents::digest).collect(Collectors.joining(" "))));
        }
        return digests;
    }

    private static String digest(Path file) {
        return FolderLinks.leadsOut(file)
                ? "link"
                : FolderScenarioSource.read(file).map(Digest::sha256).orElse("none");
    }

    private Stream<Path> candidates(String id) {
        return Arrays.stream(SheetFormat.values()).map(format -> folder.resolve(id + format.ending()));
    }
}
