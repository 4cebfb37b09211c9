package entente.scenario;

import java.util.List;
import java.util.Optional;

/** Provides the scenarios that others extend. */
public interface ScenarioSource {

    ScenarioSource EMPTY = new ScenarioSource() {
        @Override
        public Optional<byte[]> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> ids() {
            return List.of();
        }
    };

    /** The content of the scenario file with this id, not parsed. */
    Optional<byte[]> find(String id);

    /** All ids, sorted. */
    List<String> ids();
}
