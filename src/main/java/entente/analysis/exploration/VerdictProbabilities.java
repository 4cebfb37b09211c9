package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Percent;
import entente.model.Points;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How probable each verdict is.
 *
 * @param bands by band, adding up to 1
 * @param meanPercent the expected likelihood
 * @param standardDeviation of the likelihood, in percentage points
 * @param likelihoods each likelihood that occurs, ascending
 */
public record VerdictProbabilities(
        Map<Band, Double> bands, double meanPercent, double standardDeviation, List<Outcome> likelihoods) {

    /** @param points alliance points after ceilings */
    public record Outcome(Points points, Percent likelihood, double probability) {

        private static Outcome of(Points points, double probability) {
            return new Outcome(points, Percent.of(points), probability);
        }
    }

    /** @param byPoints by points after ceilings, in hundredths */
    static VerdictProbabilities of(SortedMap<Integer, Double> byPoints) {
        List<Outcome> outcomes = byPoints.entrySet().stream()
                .map(entry -> Outcome.of(new Points(entry.getKey()), entry.getValue()))
                .toList();
        Map<Band, Double> bands = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            bands.put(band, 0.0);
        }
        double mean = 0;
        for (Outcome outcome : outcomes) {
            bands.merge(outcome.likelihood().band(), outcome.probability(), Double::sum);
            mean += outcome.probability() * outcome.likelihood().value();
        }
        Percent lowest = outcomes.get(0).likelihood();
        Percent highest = outcomes.get(outcomes.size() - 1).likelihood();
        double variance = 0;
        // Where every outcome is rounded to the same likelihood, the mean differs from it by an error of rounding.
        for (Outcome outcome : lowest.equals(highest) ? List.<Outcome>of() : outcomes) {
            double away = outcome.likelihood().value() - mean;
            variance += outcome.probability() * away * away;
        }
        return new VerdictProbabilities(bands, mean, Math.sqrt(variance), outcomes);
    }

    /** The likelihood that is not exceeded with this probability, above 0 and below 1. */
    public Percent quantile(double probability) {
        double sum = 0;
        for (Outcome outcome : likelihoods) {
            sum += outcome.probability();
            if (sum >= probability) {
                return outcome.likelihood();
            }
        }
        return likelihoods.get(likelihoods.size() - 1).likelihood();
    }

    /** The probability of this band or a higher one. */
    public double atLeast(Band band) {
        return bands.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(band) >= 0)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The most probable band, the lowest of several. */
    public Band mostProbable() {
        return bands.entrySet().stream()
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .orElseThrow()
                .getKey();
    }
}
