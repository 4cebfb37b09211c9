package entente.analysis.exploration;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Points;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How probable each verdict is. */
@JsonPropertyOrder({"bands", "meanPercent", "standardDeviation", "quantiles", "distribution"})
public record VerdictProbabilities(
        @Described(value = "The probability of each band, adding up to 1.", kind = Kind.PROBABILITY)
        Map<Band, Double> bands,

        @Described(value = "The expected likelihood.", kind = Kind.PERCENT)
        double meanPercent,

        @Described(value = "Of the likelihood.", kind = Kind.PERCENTAGE_POINTS)
        double standardDeviation,

        @JsonProperty("distribution") @Described("Each likelihood that occurs, ascending.")
        List<Outcome> likelihoods) {

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** A likelihood that occurs. */
    public record Outcome(
            @Described("Points after ceilings.") Points points,
            @JsonProperty("percent") Percent likelihood,
            @Described(kind = Kind.PROBABILITY) double probability) {}

    /** @param byPoints by points after ceilings, in hundredths */
    static VerdictProbabilities of(SortedMap<Integer, Double> byPoints) {
        List<Outcome> outcomes = byPoints.entrySet().stream()
                .map(entry -> {
                    Points points = new Points(entry.getKey());
                    return new Outcome(points, Percent.of(points), entry.getValue());
                })
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

    @Described("The likelihood that is not exceeded with this probability.")
    public Map<String, Percent> quantiles() {
        Map<String, Percent> quantiles = new LinkedHashMap<>();
        for (double quantile : QUANTILES) {
            quantiles.put(Double.toString(quantile), quantile(quantile));
        }
        return quantiles;
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
