package entente.analysis.ensemble;

import entente.rulebook.InterruptionCheck;
import java.util.Arrays;

/** Evaluates batches of variants without allocation. Not thread-safe. */
public final class EnsembleEvaluator {

    private final EnsembleKernel kernel;
    private final long[] words;
    private final long[] sums = new long[Blocks.VARIANTS];

    EnsembleEvaluator(EnsembleKernel kernel) {
        this.kernel = kernel;
        words = new long[kernel.signals().program().slots() * Blocks.WORDS];
        Arrays.fill(words, 0, Blocks.WORDS, -1L);
    }

    /**
     * Writes the outcomes of the variants of a batch.
     *
     * @throws IllegalArgumentException if the batch has other indicators or more variants than the outcomes can hold
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public void evaluate(GradeColumns grades, OutcomeColumns outcomes) {
        InterruptionCheck.check();
        if (grades.indicators() != kernel.indicators()) {
            throw new IllegalArgumentException(
                    grades.indicators() + " columns for " + kernel.indicators() + " varied indicators");
        }
        if (grades.count() > outcomes.capacity()) {
            throw new IllegalArgumentException(
                    grades.count() + " variants, but outcomes for " + outcomes.capacity() + " only");
        }
        Arrays.fill(outcomes.signals(), 0, Blocks.padded(grades.count()), (byte) 0);
        for (int first = 0; first < grades.count(); first += Blocks.VARIANTS) {
            RuleSignals signals = kernel.signals();
            signals.program().run(grades, first, words);
            signals.writeSignals(words, outcomes.signals(), first);
            kernel.tables().sum(grades, first, sums);
            signals.addPoints(words, sums);
            finish(outcomes, first);
        }
    }

    private void finish(OutcomeColumns outcomes, int first) {
        CeilingTable ceilings = kernel.ceilings();
        RelationshipTable relationships = kernel.relationships();
        int[] points = outcomes.points();
        int[] partnership = outcomes.partnership();
        byte[] allSignals = outcomes.signals();
        short[] percentTenths = outcomes.percentTenths();
        byte[] bands = outcomes.bands();
        byte[] states = outcomes.relationships();
        byte[] flags = outcomes.flags();
        for (int v = 0; v < Blocks.VARIANTS; v++) {
            int at = first + v;
            long packed = sums[v];
            int signals = allSignals[at];
            int result = ceilings.apply(signals, PackedPoints.alliance(packed));
            int depth = PackedPoints.partnership(packed);
            int likelihood = LikelihoodTable.index(result);
            byte judgement = relationships.judgement(depth, result, signals);
            points[at] = result;
            partnership[at] = depth;
            percentTenths[at] = LikelihoodTable.tenths(likelihood);
            bands[at] = LikelihoodTable.band(likelihood);
            states[at] = RelationshipTable.state(judgement);
            flags[at] = RelationshipTable.flags(judgement);
        }
    }
}
