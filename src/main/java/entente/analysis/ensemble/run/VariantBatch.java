package entente.analysis.ensemble.run;

import entente.analysis.ensemble.GradeColumns;
import entente.analysis.ensemble.OutcomeColumns;

/**
 * Consecutive variants with their outcomes. The arrays are used again for the next batch.
 *
 * @param first number of the first variant, from 0
 * @param weights the probability of each variant of a full grid; empty for other designs
 */
public record VariantBatch(long first, GradeColumns grades, OutcomeColumns outcomes, double[] weights) {

    public int count() {
        return grades.count();
    }
}
