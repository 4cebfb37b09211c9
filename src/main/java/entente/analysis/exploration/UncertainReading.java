package entente.analysis.exploration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.exploration.DistributionBasis;
import java.util.Map;

/** A reading with more than one possible grade. */
public record UncertainReading(
        @JsonIgnore String indicator,

        @Described(
                "Where its probabilities come from; ASSUMED_UNIFORM for a range without a distribution, ASSUMED_ANY for"
                        + " a reading that is not rated.")
        DistributionBasis basis,

        @Described(value = "The probability of each possible grade, the lowest first.", kind = Kind.PROBABILITY)
        Map<Grade, Double> grades) {}
