package entente.analysis.flip;

import entente.model.Catalogue;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Interval;
import java.util.List;

/**
 * All smallest sets of readings whose change brings a band.
 *
 * @param now the likelihood as it is, on what is rated
 * @param interval what the readings that are open allow
 * @param size number of readings in each; 0 when the band is there already, or when none up to the largest size does it
 * @param maxSize the largest size that was tried, in full
 * @param locked indicators that were not to be touched
 * @param flips least effort first: grades moved, then how far in the units
 */
public record FlipResult(
        Scenario scenario,
        FlipTarget target,
        Percent current,
        Interval interval,
        int size,
        int maxSize,
        List<String> locked,
        List<Flip> flips,
        Catalogue catalogue) {

    /** Whether any reading is known or assumed; without one there is no verdict to flip. */
    public boolean hasReadings() {
        return scenario.readings().values().stream()
                .anyMatch(reading -> reading.range().isPresent());
    }

    public boolean targetAlreadyMet() {
        return target.isMet(current.band(), current.band());
    }
}
