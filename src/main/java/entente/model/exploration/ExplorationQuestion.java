package entente.model.exploration;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Reading;
import entente.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is explored.
 *
 * @param given grades that readings are taken to have, by indicator
 * @param worlds states of the world on which readings depend; empty if readings are independent
 * @param unratedAny whether readings that are not rated have any grade with the same probability; otherwise they count
 *     for nothing, as in an assessment
 * @param index the band whose probability the indices explain; empty for the likelihood
 * @param discover empty to seek no conditions
 */
public record ExplorationQuestion(
        Scenario scenario,
        Map<String, Grade> given,
        List<World> worlds,
        boolean unratedAny,
        Optional<Band> index,
        Optional<DiscoveryTarget> discover) {

    public static ExplorationQuestion of(Scenario scenario) {
        return new ExplorationQuestion(scenario, Map.of(), List.of(), false, Optional.empty(), Optional.empty());
    }

    /** Whether a reading has any grade because nothing is said of it. */
    public boolean isAny(Reading reading) {
        return unratedAny && reading.range().isEmpty() && reading.distribution().isEmpty();
    }
}
