package entente.analysis.ensemble.run;

import entente.testkit.Shipped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ensembles of a shipped scenario in which readings of every kind are uncertain. */
public final class EnsembleSamples {

    public static final String SCENARIO = "total-decoupling";

    private EnsembleSamples() {}

    /** Eight readings, 1,280 combinations of grades. */
    public static Map<String, String> sets() {
        Map<String, String> sets = new LinkedHashMap<>();
        sets.put("prc_export_share_west5_pct", "5..15..30");
        sets.put("shock_suddenness", "any");
        sets.put("border_or_proxy_incident", "VERY_LOW:0.9,HIGH:0.1");
        return sets;
    }

    public static Ensemble of(DesignKind design, long size, long seed) {
        return of(new EnsembleQuestion(Shipped.with(SCENARIO, sets()), design, size, seed, false));
    }

    public static Ensemble of(EnsembleQuestion question) {
        return new Ensemble(Shipped.ASSESSOR, question);
    }

    public static EnsembleRun run(Ensemble ensemble, long chunkSize, int threads) {
        return new EnsembleRun(new EnsembleChunks(ensemble, chunkSize), threads, done -> {});
    }
}
