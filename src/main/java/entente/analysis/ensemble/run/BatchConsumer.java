package entente.analysis.ensemble.run;

import java.io.IOException;

/** What is done with each batch of variants besides counting its outcomes. */
public interface BatchConsumer {

    void accept(VariantBatch batch) throws IOException;
}
