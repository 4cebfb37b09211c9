package entente.scenario;

import java.util.List;
import java.util.Optional;

/** Where scenarios that another one extends are looked for. */
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

    /** The file of this id as it is, unread. */
    Optional<byte[]> find(String id);

    /** Every id that can be found, sorted. */
    List<String> ids();
}
