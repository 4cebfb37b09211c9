package entente.model.exploration;

import entente.model.ReadingDistribution.GradeWeights;
import java.util.Map;

/**
 * One of several states of the world on which readings depend together: in each of them readings are independent, with
 * their own probabilities.
 *
 * @param probability above 0; those of all worlds add up to 1
 * @param grades by indicator, in place of the distribution in the scenario
 */
public record World(String name, double probability, Map<String, GradeWeights> grades) {}
