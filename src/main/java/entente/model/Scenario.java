package entente.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.With;

/**
 * A checked scenario: every indicator of the catalogue has a reading, if only an unknown one.
 *
 * @param horizonYears 1, 5 or 10
 * @param readings by indicator, in the order of the catalogue
 * @param resolved this scenario as a file with its parents applied: JSON, keys sorted, numbers in one form
 * @param sha256 digest of {@code resolved}
 */
public record Scenario(
        String id,
        String title,
        Optional<String> narrative,
        Optional<LocalDate> asOf,
        int horizonYears,
        @With Map<String, Reading> readings,
        @With Assumptions assumptions,
        List<Source> sources,
        Optional<ObservedOutcome> observed,
        String resolved,
        String sha256) {

    public Reading reading(String indicator) {
        return readings.getOrDefault(indicator, Reading.unknown(indicator));
    }
}
