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
public record SensitivityResult(Assessment now, List<Swing> swings) {

    /** The swings of readings that change something. */
    public List<Swing> moving() {
        return swings.stream().filter(Swing::moves).toList();
    }

    /** How many readings change nothing. */
    public int still() {
        return swings.size() - moving().size();
    }

    public Percent likelihood() {
        return now.verdict().likelihood();
    }
}
