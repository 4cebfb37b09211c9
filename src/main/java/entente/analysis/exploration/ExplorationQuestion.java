package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Reading;
import entente.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is explored.
 *
 * @param given grades that readings are taken to have, by indicator
 * @param worlds states of the world on which readings depend; empty if readings are independent
 * @param unratedAny whether readings that are not rated have any grade with the same probability; otherwise they count
 *     for nothing, as in an assessment
 * @param index the band whose probability the indices explain; empty for the likelihood
 */
public record ExplorationQuestion(
        Scenario scenario, Map<String, Grade> given, List<World> worlds, boolean unratedAny, Optional<Band> index) {

    public static ExplorationQuestion of(Scenario scenario) {
        return new ExplorationQuestion(scenario, Map.of(), List.of(), false, Optional.empty());
    }

    /** Whether a reading has any grade because nothing is said of it. */
    boolean isAny(Reading reading) {
        return unratedAny && reading.range().isEmpty() && reading.distribution().isEmpty();
    }

    /** The indicators of conditions that no case with a probability meets. */
    public List<String> impossible(Catalogue catalogue) {
        Priors priors = Priors.of(new ExplorationQuestion(scenario, Map.of(), worlds, unratedAny, index), catalogue);
        return given.keySet().stream()
                .filter(id -> priors.probability(
                                Objects.requireNonNull(catalogue.positions().get(id)),
                                Objects.requireNonNull(given.get(id)).ordinal())
                        == 0)
                .toList();
    }

    /** The number of the output that the indices explain. */
    int output() {
        return index.map(Enum::ordinal).orElse(Output.PERCENT);
    }
}
