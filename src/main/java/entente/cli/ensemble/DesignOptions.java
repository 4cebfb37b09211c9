package entente.cli.ensemble;

import entente.analysis.ensemble.run.DesignKind;
import entente.analysis.ensemble.run.Ensemble;
import entente.analysis.ensemble.run.EnsembleQuestion;
import entente.cli.io.CliException;
import entente.cli.usage.UnratedOption;
import entente.document.Text;
import entente.model.Scenario;
import entente.scoring.Assessor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which variants there are. */
public final class DesignOptions {

    private static final long DEFAULT_SIZE = 1 << 20;
    private static final long MAX_SIZE = 10_000_000_000L;

    /** The whole numbers that JSON holds exactly. */
    private static final long MAX_SEED = (1L << 53) - 1;

    @Option(
            names = "--design",
            paramLabel = "DESIGN",
            description = "sobol, latin-hypercube, random, or grid for every combination of grades. Default: sobol.")
    private String design = "sobol";

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Number of variants, up to 10,000,000,000. Default: 1,048,576. A grid has its own.")
    private @Nullable Long size;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the random numbers. Default: 1.")
    private @Nullable Long seed;

    @Mixin
    private UnratedOption unrated = new UnratedOption();

    private DesignKind kind() {
        return DesignKind.named(design)
                .orElseThrow(
                        () -> CliException.unknown("design " + Text.printable(design), design, DesignKind.names()));
    }

    /** Refuses values that no scenario allows. */
    public void check() {
        if (kind().isGrid() && (size != null || seed != null)) {
            throw CliException.usage("--design grid has every combination of grades; it takes no "
                    + (size != null ? "--size" : "--seed") + ".");
        }
        if (size != null && (size < 1 || size > MAX_SIZE)) {
            throw CliException.usage("--size must be from 1 to 10,000,000,000, not " + size + ".");
        }
        if (seed != null && (seed < 0 || seed > MAX_SEED)) {
            throw CliException.usage("--seed must be from 0 to " + MAX_SEED + ", not " + seed + ".");
        }
    }

    /** @throws CliException if no reading is uncertain, or there would be too many variants */
    public Ensemble ensemble(Assessor assessor, Scenario scenario) {
        EnsembleQuestion question = new EnsembleQuestion(
                scenario, kind(), size == null ? DEFAULT_SIZE : size, seed == null ? 1 : seed, unrated.any());
        Ensemble ensemble;
        try {
            ensemble = new Ensemble(assessor, question);
        } catch (IllegalArgumentException unsuitable) {
            throw CliException.usage(unsuitable.getMessage() + ".");
        }
        if (ensemble.size() > MAX_SIZE) {
            throw CliException.usage("a full grid of these readings has " + ensemble.size()
                    + " variants, more than 10,000,000,000; use another design.");
        }
        return ensemble;
    }
}
