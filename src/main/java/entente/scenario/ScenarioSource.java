package entente.scenario;

import java.util.List;
import java.util.Optional;

/** Provides the scenarios that others extend. */
public interface ScenarioSource {

    ScenarioSource EMPTY = new FolderScenarioSource(List.of());

    /** The content of the scenario file with this id, not parsed. */
    Optional<byte[]> find(String id);

    /** All ids, sorted. */
    List<String> ids();
}
