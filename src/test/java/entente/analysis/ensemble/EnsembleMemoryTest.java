package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Points;
import entente.scoring.GradedScenario;
import entente.scoring.ScoringModel;
import entente.testkit.Shipped;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A million variants need the memory of one batch. */
class EnsembleMemoryTest {

    private static final int BATCH = 4096;
    private static final int BATCHES = 256;

    @Test
    void variantsAllocateNothing() {
        int indicators = Shipped.BOOK.book().catalogue().indicators().size();
        EnsembleEvaluator evaluator = new EnsembleKernel(
                        new ScoringModel(Shipped.BOOK.book(), Shipped.BOOK.tables(), Assumptions.NONE),
                        Points.ZERO,
                        new GradedScenario(Shipped.BOOK.book().catalogue(), new Grade[indicators]),
                        IntStream.range(0, indicators).toArray())
                .evaluator();
        List<GradeDistribution> any = Collections.nCopies(indicators, GradeDistribution.uniform(Grade.values()));
        GradeColumns batch = new GradeColumns(indicators, BATCH);
        OutcomeColumns outcomes = new OutcomeColumns(BATCH);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long size = (long) BATCH * BATCHES;
        for (EnsembleDesign design : List.of(
                EnsembleDesign.random(size, 1, any),
                EnsembleDesign.latinHypercube(size, 1, any),
                EnsembleDesign.sobol(size, 1, any))) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int n = 0; n < BATCHES; n++) {
                design.fill((long) n * BATCH, BATCH, batch);
                evaluator.evaluate(batch, outcomes);
            }
            long perBatch = (threads.getCurrentThreadAllocatedBytes() - before) / BATCHES;
            assertThat(perBatch).as("bytes per batch of %s", design).isLessThan(4 * BATCH);
        }
    }
}
