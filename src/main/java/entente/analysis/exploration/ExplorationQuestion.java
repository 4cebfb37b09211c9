package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is explored.
 *
 * @param given grades that readings are taken to have, by indicator
 * @param worlds states of the world on which readings depend; empty if readings are independent
 * @param index the band whose probability the indices explain; empty for the likelihood
 */
public record ExplorationQuestion(
        Scenario scenario, Map<String, Grade> given, List<World> worlds, Optional<Band> index) {

    public static ExplorationQuestion of(Scenario scenario) {
        return new ExplorationQuestion(scenario, Map.of(), List.of(), Optional.empty());
    }

    /** The number of the output that the indices explain. */
    int output() {
        return index.map(Enum::ordinal).orElse(Output.PERCENT);
    }
}
