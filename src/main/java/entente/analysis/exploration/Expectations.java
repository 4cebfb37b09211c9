package entente.analysis.exploration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a count over all cases or a sample finds.
 *
 * @param byPoints the probability of each likelihood, by points after ceilings, in hundredths
 * @param joints by indicator, grade and output: the expectation where the reading has the grade, times its probability
 * @param relationship by relationship and band
 * @param relationshipExact whether that is counted, not estimated
 * @param total by indicator, the variance of the output that is left when all other readings are known; empty where it is
 *     not counted
 */
record Expectations(
        SortedMap<Integer, Double> byPoints,
        double[][][] joints,
        double[][] relationship,
        boolean relationshipExact,
        Map<Integer, Double> total,
        List<PairEffects.Pair> pairs,
        List<LikeliestReadings.Combination> likeliest,
        Optional<Discovery> discovery) {}
