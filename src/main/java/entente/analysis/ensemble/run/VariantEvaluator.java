package entente.analysis.ensemble.run;

import entente.analysis.ensemble.EnsembleEvaluator;
import entente.analysis.ensemble.GradeColumns;
import entente.analysis.ensemble.OutcomeColumns;
import java.io.IOException;
import lombok.Getter;

/** Evaluates consecutive variants in batches that fit in the processor's cache. Not thread-safe. */
public final class VariantEvaluator {

    private static final int BATCH = 4096;

    @Getter
    private final Ensemble ensemble;

    private final EnsembleEvaluator evaluator;
    private final GradeColumns grades;
    private final OutcomeColumns outcomes = new OutcomeColumns(BATCH);

    private final VariantWeights weights;

    VariantEvaluator(Ensemble ensemble) {
        this.ensemble = ensemble;
        evaluator = ensemble.kernel().evaluator();
        grades = new GradeColumns(ensemble.varied().size(), BATCH);
        weights = new VariantWeights(ensemble, BATCH);
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
            double[] weighed = weights.of(grades);
            counts.add(outcomes, length, weighed);
            consumer.accept(new VariantBatch(first + done, grades, outcomes, weighed));
        }
        return counts;
    }
}
