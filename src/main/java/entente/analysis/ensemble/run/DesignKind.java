package entente.analysis.ensemble.run;

import entente.analysis.ensemble.EnsembleDesign;
import entente.analysis.ensemble.GradeDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The designs by which the variants of an ensemble are chosen. */
@Getter
@RequiredArgsConstructor
public enum DesignKind {
    SOBOL("a scrambled Sobol sequence"),
    LATIN_HYPERCUBE("a Latin hypercube"),
    RANDOM("independent random draws"),
    GRID("a full grid");

    /** With its article, as within a sentence. */
    private final String description;

    /** The names on the command line, in the order of the help. */
    public static List<String> names() {
        return Arrays.stream(values()).map(DesignKind::lowerCaseName).toList();
    }

    public static Optional<DesignKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.lowerCaseName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether every combination of grades is a variant, with its probability as weight; otherwise all weigh alike. */
    public boolean isGrid() {
        return this == GRID;
    }

    /** @throws IllegalArgumentException if there are too many variants or indicators for the design */
    EnsembleDesign design(long size, long seed, List<GradeDistribution> distributions) {
        return switch (this) {
            case SOBOL -> EnsembleDesign.sobol(size, seed, distributions);
            case LATIN_HYPERCUBE -> EnsembleDesign.latinHypercube(size, seed, distributions);
            case RANDOM -> EnsembleDesign.random(size, seed, distributions);
            case GRID -> EnsembleDesign.fullGrid(distributions);
        };
    }
}
