package entente.spark;

import entente.analysis.ensemble.run.ChunkWork;
import entente.analysis.ensemble.run.DesignKind;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleChunks;
import entente.analysis.ensemble.run.EnsembleQuestion;
import entente.analysis.ensemble.run.OutcomeCount;
import entente.analysis.ensemble.run.OutcomeCounts;
import entente.analysis.ensemble.run.VariantEvaluator;
import entente.model.Scenario;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.PortableRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** What an executor needs to do the work for any chunk. Each executor compiles the ensemble once. */
final class EnsembleJob implements Serializable {

    private static final long serialVersionUID = 1;

    private final PortableRuleBook book;

    /** With its parents and overrides applied. */
    private final String scenario;

    private final String scenarioSha256;
    private final DesignKind design;
    private final long size;
    private final long seed;
    private final boolean unratedAny;
    private final long chunkSize;
    private final ChunkWork work;
    private transient EnsembleChunks chunks;

    EnsembleJob(PortableRuleBook book, EnsembleChunks chunks, ChunkWork work) {
        EnsembleQuestion question = chunks.ensemble().question();
        this.book = book;
        scenario = question.scenario().resolved();
        scenarioSha256 = question.scenario().sha256();
        design = question.design();
        size = question.size();
        seed = question.seed();
        unratedAny = question.unratedAny();
        chunkSize = chunks.chunkSize();
        this.work = work;
    }

    /** Each outcome that occurs in the chunks with these numbers. */
    Iterator<OutcomeCount> run(Iterator<Long> numbers) throws IOException {
        EnsembleChunks all = chunks();
        VariantEvaluator evaluator = all.ensemble().evaluator();
        OutcomeCounts counts = new OutcomeCounts();
        while (numbers.hasNext()) {
            counts.addAll(all.run(numbers.next(), work, evaluator));
        }
        return counts.sorted().iterator();
    }

    private synchronized EnsembleChunks chunks() {
        if (chunks == null) {
            LoadedRuleBook loaded = book.load();
            EnsembleQuestion question = new EnsembleQuestion(scenario(loaded), design, size, seed, unratedAny);
            chunks = new EnsembleChunks(new Ensemble(new Assessor(loaded), question), chunkSize);
        }
        return chunks;
    }

    private Scenario scenario(LoadedRuleBook loaded) {
        ScenarioResult read = new ScenarioReader(Vocabulary.of(loaded.book()))
                .read(scenario.getBytes(StandardCharsets.UTF_8), ScenarioSource.none());
        if (read instanceof ScenarioResult.Accepted accepted
                && accepted.scenario().sha256().equals(scenarioSha256)) {
            return accepted.scenario();
        }
        throw new IllegalStateException("the executor reads another scenario than the driver");
    }
}
