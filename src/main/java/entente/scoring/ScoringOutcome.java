package entente.scoring;

import entente.model.Percent;
import entente.model.Points;
import entente.model.rule.Ceiling;
import java.util.List;

/**
 * What follows from the rules that hold.
 *
 * @param standing rules that hold and are neither silenced nor switched off
 * @param sum alliance points of the standing rules
 * @param raw base rate plus sum
 * @param ceilings in force, in the order in which they apply
 * @param result what the ceilings leave
 * @param partnership partnership points of the standing rules
 * @param switched whether the shock has opened the switch
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
