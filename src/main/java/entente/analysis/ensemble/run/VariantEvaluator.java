package entente.analysis.ensemble.run;

import entente.analysis.ensemble.EnsembleEvaluator;
import entente.analysis.ensemble.GradeColumns;
import entente.analysis.ensemble.OutcomeColumns;
import java.io.IOException;
import java.util.Arrays;

/** Evaluates consecutive variants in batches that fit in the processor's cache. Not thread-safe. */
public final class VariantEvaluator {

    /** What is done with each batch besides counting its outcomes. */
    public interface BatchConsumer {

        void accept(VariantBatch batch) throws IOException;
    }

    private static final int BATCH = 4096;

    private final Ensemble ensemble;
    private final EnsembleEvaluator evaluator;
    private final GradeColumns grades;
    private final OutcomeColumns outcomes = new OutcomeColumns(BATCH);

    /** By column and grade; empty where all variants weigh alike. */
    private final double[][] probabilities;

    private final double[] weights;

    VariantEvaluator(Ensemble ensemble) {
        this.ensemble = ensemble;
        evaluator = ensemble.kernel().evaluator();
        grades = new GradeColumns(ensemble.varied().size(), BATCH);
        boolean weighted = ensemble.question().design().isGrid();
        weights = new double[weighted ? BATCH : 0];
        probabilities = weighted
                ? ensemble.varied().stream().map(VariedReading::weights).toArray(double[][]::new)
                : new double[0][];
    }

    /**
     * Counts the outcomes of some variants.
     *
     * @param first number of the first variant, from 0
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public OutcomeCounts count(long first, long variants, BatchConsumer consumer) throws IOException {
        OutcomeCounts counts = new OutcomeCounts();
        for (long done = 0; done < variants; done += BATCH) {
            int length = (int) Math.min(BATCH, variants - done);
            ensemble.design().fill(first + done, length, grades);
            evaluator.evaluate(grades, outcomes);
            weigh(length);
            counts.add(outcomes, length, weights);
            consumer.accept(new VariantBatch(first + done, grades, outcomes, weights));
        }
        return counts;
    }

    /** The product in the order of the columns: the same number for a variant in whatever batch it is. */
    private void weigh(int length) {
        if (weights.length == 0) {
            return;
        }
        Arrays.fill(weights, 0, length, 1);
        for (int column = 0; column < probabilities.length; column++) {
            double[] byGrade = probabilities[column];
            byte[] grade = grades.column(column);
            for (int v = 0; v < length; v++) {
                weights[v] *= byGrade[grade[v]];
            }
        }
    }
}
