package entente.scenario;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Provides the scenarios that others extend. */
public interface ScenarioSource {

    /** A source without scenarios. */
    static ScenarioSource none() {
        return new FolderScenarioSource(List.of());
    }

    /** The content of the scenario file with this id, not parsed. */
    Optional<byte[]> find(String id);

    /** The same for an id that may be any text: it is looked up in the list, and not used as the name of a file. */
    default Optional<byte[]> listed(String id) {
        return ids().contains(id) ? find(id) : Optional.empty();
    }

    /**
     * The scenario with this id as a tree, or the problems of its file.
     *
     * @param percent whether a cell in the format of a percentage can be a reading of an indicator
     */
    default Optional<Document> document(String id, Predicate<String> percent) {
        return find(id).map(bytes -> Documents.json(bytes, DocumentLimits.SCENARIO));
    }

    /** All ids, sorted. */
    List<String> ids();
}
