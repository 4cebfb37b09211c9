package entente.analysis.ensemble.run;

import java.io.IOException;

/**
 * An ensemble in chunks of consecutive variants. The variants of a chunk follow from its number and the question, so
 * that chunks are evaluated in any order, on any machine.
 *
 * @param chunkSize variants per chunk, from 1; the last chunk may have fewer
 */
public record EnsembleChunks(Ensemble ensemble, long chunkSize) {

    /** Number of chunks. */
    public long count() {
        return (ensemble.size() + chunkSize - 1) / chunkSize;
    }

    /** Number of the first variant of a chunk. */
    public long first(long chunk) {
        return chunk * chunkSize;
    }

    /** Number of variants of a chunk. */
    public long variants(long chunk) {
        return Math.min(chunkSize, ensemble.size() - first(chunk));
    }

    /** Does the work for one chunk. */
    public OutcomeCounts run(long chunk, ChunkWork work, VariantEvaluator evaluator) throws IOException {
        return work.run(chunk, first(chunk), variants(chunk), evaluator);
    }
}
