package entente.service.assistant;

import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The scenarios that callers stored, which are read before an evaluation starts, as it may be interrupted. */
record StoredScenarioLookup(Supplier<List<String>> ids, Function<String, Optional<StoredScenario>> find) {

    /** Without an archive. */
    static final StoredScenarioLookup NONE = new StoredScenarioLookup(List::of, id -> Optional.empty());

    static StoredScenarioLookup of(StoredScenarios archive) {
        return new StoredScenarioLookup(archive::ids, archive::find);
    }
}
