package entente.analysis.ensemble.run;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;

/** Does work for all chunks of an ensemble. The outcomes are the same wherever and in whatever order that is done. */
public interface ChunkRunner {

    EnsembleChunks chunks();

    /** Counts the outcomes, and keeps nothing else. */
    default OutcomeCounts count() {
        return run((chunk, first, variants, evaluator) -> evaluator.count(first, variants, batch -> {}));
    }

    /**
     * @return the outcomes of all chunks
     * @throws CancellationException if the calling thread is interrupted; it stays interrupted
     * @throws UncheckedIOException if the work for a chunk fails to read or write
     */
    OutcomeCounts run(ChunkWork work);
}
