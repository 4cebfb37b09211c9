package entente.sidebyside;

import entente.analysis.ensemble.EnsembleEvaluator;
import entente.analysis.ensemble.EnsembleKernel;
import entente.analysis.ensemble.GradeColumns;
import entente.analysis.ensemble.OutcomeColumns;
import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Points;
import entente.scoring.GradedScenario;
import entente.scoring.ScoringModel;
import java.util.stream.IntStream;

/**
 * The evaluator of ensembles, with all indicators varied. It does more than the other engines: likelihood, band and
 * relationship of each scenario, too. A batch is copied as a design writes it.
 */
final class EntenteKernel extends JavaCandidate {

    private static final int BATCH = 4096;

    /** Grades by indicator and scenario. */
    private final byte[][] columns;

    private final EnsembleEvaluator evaluator;
    private final GradeColumns batch;
    private final OutcomeColumns outcomes = new OutcomeColumns(BATCH);

    EntenteKernel(Workload workload) {
        super(workload);
        RuleBase base = workload.base();
        int indicators = base.indicators().size();
        columns = new byte[indicators][workload.size()];
        for (int s = 0; s < workload.size(); s++) {
            for (int i = 0; i < indicators; i++) {
                columns[i][s] = (byte) workload.scenarios()[s][i].ordinal();
            }
        }
        ScoringModel model = new ScoringModel(base.book(), EntenteTables.tables(base), Assumptions.NONE);
        Grade[] any = workload.scenarios()[0];
        evaluator = new EnsembleKernel(
                        model,
                        Points.ZERO,
                        new GradedScenario(base.book().catalogue(), any),
                        IntStream.range(0, indicators).toArray())
                .evaluator();
        batch = new GradeColumns(indicators, BATCH);
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int first = from; first < to; first += BATCH) {
            int count = Math.min(BATCH, to - first);
            batch.resize(count);
            for (int i = 0; i < columns.length; i++) {
                System.arraycopy(columns[i], first, batch.column(i), 0, count);
            }
            evaluator.evaluate(batch, outcomes);
            System.arraycopy(outcomes.points(), 0, points, first, count);
        }
    }
}
