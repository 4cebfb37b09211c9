package entente.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is explored.
 *
 * @param given grades that readings are taken to have, by indicator
 * @param unratedAny whether readings that are not rated have any grade with the same probability; otherwise they count
 *     for nothing, as in an assessment
 * @param discover empty to seek no conditions
 */
public record ExplorationQuestion(
        Scenario scenario, Map<String, Grade> given, boolean unratedAny, Optional<Discover> discover) {

    /**
     * A verdict whose conditions are sought.
     *
     * @param band with those above it if it is above the most probable band, otherwise with those below; of the most
     *     probable band itself, with those above unless that is every case
     * @param locked indicators on which no condition may be
     */
    public record Discover(Band band, Set<String> locked) {}

    public static ExplorationQuestion of(Scenario scenario) {
        return new ExplorationQuestion(scenario, Map.of(), false, Optional.empty());
    }

    /** Whether a reading has any grade because nothing is said of it. */
    public boolean isAny(Reading reading) {
        return unratedAny && reading.range().isEmpty() && reading.distribution().isEmpty();
    }
}
