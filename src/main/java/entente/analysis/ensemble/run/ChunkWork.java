package entente.analysis.ensemble.run;

import java.io.IOException;

/** What is done for a chunk. */
public interface ChunkWork {

    /** @return the outcomes of the variants of the chunk, whose number counts from 0 */
    OutcomeCounts run(long chunk, long first, long variants, VariantEvaluator evaluator) throws IOException;
}
