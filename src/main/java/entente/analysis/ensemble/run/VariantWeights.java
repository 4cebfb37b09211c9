package entente.analysis.ensemble.run;

import entente.analysis.ensemble.GradeColumns;
import java.util.Arrays;

/** The probability of each combination of a full grid. Not thread-safe. */
final class VariantWeights {

    /** By column and grade; empty where all variants weigh alike. */
    private final double[][] probabilities;

    private final double[] weights;

    /** @param capacity largest number of variants in a batch */
    VariantWeights(Ensemble ensemble, int capacity) {
        boolean weighted = ensemble.question().design().isGrid();
        weights = new double[weighted ? capacity : 0];
        probabilities = weighted
                ? ensemble.varied().stream().map(VariedReading::weights).toArray(double[][]::new)
                : new double[0][];
    }

    /**
     * The products in the order of the columns: the same number for a variant in whatever batch it is.
     *
     * @return one for each variant of the batch, used again for the next batch; empty where all variants weigh alike
     */
    double[] of(GradeColumns batch) {
        if (weights.length > 0) {
            Arrays.fill(weights, 0, batch.count(), 1);
            for (int column = 0; column < probabilities.length; column++) {
                double[] byGrade = probabilities[column];
                byte[] grade = batch.column(column);
                for (int v = 0; v < batch.count(); v++) {
                    weights[v] *= byGrade[grade[v]];
                }
            }
        }
        return weights;
    }
}
