package entente.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.With;

/**
 * A validated scenario with a reading, possibly unknown, for every indicator of the catalogue.
 *
 * @param horizonYears 1, 5 or 10
 * @param readings by indicator, in the order of the catalogue
 * @param resolved this scenario as a file with its parents applied, in canonical JSON
 * @param sha256 digest of {@code resolved}
 * @param base the scenario that this one changes: its parent, or itself without the readings set for one run; empty for
 *     neither; not part of results and digests
 */
public record Scenario(
        String id,
        String title,
        Optional<String> narrative,
        Optional<LocalDate> asOf,
        @With int horizonYears,
        @With Map<String, Reading> readings,
        @With Assumptions assumptions,
        List<Source> sources,
        Optional<ObservedOutcome> observed,
        @With String resolved,
        @With String sha256,
        Optional<Scenario> base) {

    public Reading reading(String indicator) {
        Reading reading = readings.get(indicator);
        return reading == null ? Reading.unknown(indicator) : reading;
    }

    /** The source of readings, which refer to it by its id. */
    public record Source(String id, String ref) {}

    /** The historical outcome of a past scenario. Verdicts do not depend on it. */
    public record ObservedOutcome(
            Relationship relationship,
            @Described("Whether an alliance was in force.") boolean allianceInForce,
            String source) {}
}
