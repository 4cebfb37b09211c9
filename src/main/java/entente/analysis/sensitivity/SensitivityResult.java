package entente.analysis.sensitivity;

import entente.model.Percent;
import entente.model.assessment.Assessment;
import java.util.List;

/**
 * What each reading alone does to the answer.
 *
 * @param now the scenario as it is
 * @param swings one for each indicator of the catalogue: the widest first, equal ones in the order of the catalogue
 */
public record SensitivityResult(Assessment current, List<Swing> swings) {

    /** The swings of readings that change something. */
    public List<Swing> effectiveSwings() {
        return swings.stream().filter(Swing::hasEffect).toList();
    }

    /** How many readings change nothing. */
    public int ineffectiveCount() {
        return swings.size() - effectiveSwings().size();
    }

    public Percent likelihood() {
        return current.verdict().likelihood();
    }
}
