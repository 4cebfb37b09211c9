package entente.analysis.ensemble.run;

import java.io.IOException;
import java.io.Serializable;

/** What is done for a chunk. It can be sent to another process if all that it refers to can. */
public interface ChunkWork extends Serializable {

    /** @return the outcomes of the variants of the chunk, whose number counts from 0 */
    OutcomeCounts run(long chunk, long first, long variants, VariantEvaluator evaluator) throws IOException;
}
