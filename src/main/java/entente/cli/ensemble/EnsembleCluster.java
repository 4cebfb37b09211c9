package entente.cli.ensemble;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.rulebook.LoadedRuleBook;

/** Several machines that evaluate ensembles. */
public interface EnsembleCluster {

    /** @param book the rule book of the ensemble, which the machines need */
    ChunkRunner runner(LoadedRuleBook book, EnsembleChunks chunks);
}
