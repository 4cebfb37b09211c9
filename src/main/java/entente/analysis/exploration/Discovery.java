package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import java.util.List;

/**
 * Under which conditions a verdict is reached.
 */
public record Discovery(
        Band band,

        @Described("Whether bands above count, too; otherwise those below.")
        boolean orAbove,

        @Described(value = "Of reaching it.", kind = Kind.PROBABILITY)
        double probability,

        @Described("The first explains most; each further one explains what those before it leave.")
        List<Box> boxes,

        @Described(value = "The share of all cases that reach it in which some box holds.", kind = Kind.PROBABILITY)
        double coverage) {}
