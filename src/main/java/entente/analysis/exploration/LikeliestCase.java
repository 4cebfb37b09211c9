package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import java.util.Map;

/** The most probable combination of readings that leads to a band. */
public record LikeliestCase(
        Band band,

        @Described(value = "Of exactly these readings.", kind = Kind.PROBABILITY)
        double probability,

        @Described("Of each uncertain reading, in the order of the catalogue.")
        Map<String, Grade> grades) {}
