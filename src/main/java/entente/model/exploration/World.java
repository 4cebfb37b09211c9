package entente.model.exploration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.ReadingDistribution.GradeWeights;
import java.util.Map;

/**
 * One of several states of the world on which readings depend together: in each of them readings are independent, with
 * their own probabilities.
 *
 * @param grades by indicator, in place of the distribution in the scenario
 */
public record World(
        String name,

        @Described(value = "As given, before any condition; those of all worlds add up to 1.", kind = Kind.PROBABILITY)
        double probability,

        @JsonIgnore Map<String, GradeWeights> grades) {}
