package entente.analysis.sensitivity;

import entente.model.Percent;
import entente.model.assessment.Assessment;
import java.util.List;

/**
 * The effect of each single reading.
 *
 * @param current assessment of the unchanged scenario
 * @param swings one for each indicator, widest first, equal ones in catalogue order
 */
public record SensitivityResult(Assessment current, List<Swing> swings) {

    public List<Swing> effectiveSwings() {
        return swings.stream().filter(Swing::hasEffect).toList();
    }

    public int ineffectiveCount() {
        return swings.size() - effectiveSwings().size();
    }

    public Percent likelihood() {
        return current.verdict().likelihood();
    }
}
