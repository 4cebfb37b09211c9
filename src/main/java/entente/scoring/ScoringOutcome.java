package entente.scoring;

import entente.model.Percent;
import entente.model.Points;
import entente.model.rule.Ceiling;
import java.util.List;

/**
 * The outcome of a set of satisfied rules.
 *
 * @param effective rules that hold and are neither overridden nor disabled
 * @param sum alliance points of the effective rules
 * @param raw base rate plus sum
 * @param ceilings applied ceilings in order of application
 * @param result raw points after ceilings
 * @param partnership partnership points of the effective rules
 * @param switchOpen whether the switch ceiling rule is effective
 */
public record ScoringOutcome(
        boolean[] effective,
        Points sum,
        Points raw,
        List<Ceiling> ceilings,
        Points result,
        Points partnership,
        boolean switchOpen) {

    public Percent likelihood() {
        return Percent.of(result);
    }
}
