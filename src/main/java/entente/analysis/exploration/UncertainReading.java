package entente.analysis.exploration;

import entente.model.Grade;
import entente.model.exploration.DistributionBasis;
import java.util.Map;

/**
 * A reading with more than one possible grade.
 *
 * @param basis where its probabilities come from
 * @param grades the probability of each possible grade, the lowest first
 */
public record UncertainReading(String indicator, DistributionBasis basis, Map<Grade, Double> grades) {}
