package entente.sidebyside;

import entente.model.Assumptions;
import entente.model.Points;
import entente.scoring.ScoringModel;

/**
 * The scoring of the product: more than the other engines do, as it also looks for overrides and ceilings and reports the
 * rules in effect.
 */
final class EntenteScoring extends JavaCandidate {

    private final ScoringModel model;

    EntenteScoring(Workload workload) {
        super(workload);
        model = new ScoringModel(workload.base().book(), EntenteTables.tables(workload.base()), Assumptions.NONE);
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            points[s] =
                    model.outcome(workload.scenarios()[s], Points.ZERO).result().hundredths();
        }
    }
}
