package entente.analysis.ensemble.run;

import entente.model.Band;
import entente.model.Percent;
import entente.model.Relationship;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the variants of an ensemble amount to.
 *
 * @param outcomes each outcome that occurs, by points and relationship
 * @param outcomesSha256 digest of the outcomes, as {@link OutcomeCounts#sha256} gives it
 * @param size number of variants
 */
public record EnsembleResult(Ensemble ensemble, List<OutcomeCount> outcomes, String outcomesSha256, long size) {

    private static final int TENTHS = 10;

    public static EnsembleResult of(Ensemble ensemble, OutcomeCounts counts) {
        return new EnsembleResult(ensemble, counts.sorted(), counts.sha256(), counts.variants());
    }

    private boolean isWeighted() {
        return ensemble.question().design().isGrid();
    }

    /** The probability of each band. */
    public Map<Band, Estimate> bands() {
        Map<Band, Estimate> bands = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            bands.put(
                    band,
                    estimate(outcomes.stream()
                            .filter(outcome -> outcome.likelihood().band() == band)
                            .toList()));
        }
        return bands;
    }

    /** The most probable band, the lowest of several. */
    public Band mostProbable() {
        return bands().entrySet().stream()
                .max(Comparator.comparingDouble((Map.Entry<Band, Estimate> band) ->
                                band.getValue().probability())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    public Estimate relationship(Relationship relationship) {
        return estimate(outcomes.stream()
                .filter(outcome -> outcome.relationship() == relationship)
                .toList());
    }

    /** The probability of a relationship together with each band. */
    public Map<Band, Double> bands(Relationship relationship) {
        Map<Band, Double> bands = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            bands.put(
                    band,
                    estimate(outcomes.stream()
                                    .filter(outcome -> outcome.relationship() == relationship
                                            && outcome.likelihood().band() == band)
                                    .toList())
                            .probability());
        }
        return bands;
    }

    private Estimate estimate(List<OutcomeCount> some) {
        long variants = some.stream().mapToLong(OutcomeCount::variants).sum();
        if (isWeighted()) {
            return new Estimate(variants, weight(some).value(), 0);
        }
        double share = (double) variants / size;
        return new Estimate(variants, share, Math.sqrt(share * (1 - share) / size));
    }

    private static ExactWeight weight(List<OutcomeCount> some) {
        return some.stream().map(OutcomeCount::weight).reduce(ExactWeight.ZERO, ExactWeight::plus);
    }

    public double probability(OutcomeCount outcome) {
        return isWeighted() ? outcome.weight().value() : (double) outcome.variants() / size;
    }

    /** The expected likelihood, in percent. */
    public double meanPercent() {
        if (isWeighted()) {
            return outcomes.stream()
                    .mapToDouble(outcome ->
                            probability(outcome) * outcome.likelihood().value())
                    .sum();
        }
        return (double) sumOfTenths() / size / TENTHS;
    }

    /** The sum of the likelihoods of all variants without weights, in tenths of a percent. */
    public long sumOfTenths() {
        return outcomes.stream()
                .mapToLong(outcome -> outcome.variants() * outcome.likelihood().tenths())
                .sum();
    }

    /** Of the likelihood, in percentage points. */
    public double standardDeviation() {
        double mean = meanPercent();
        boolean single =
                outcomes.stream().map(OutcomeCount::likelihood).distinct().count() == 1;
        return single
                ? 0
                : Math.sqrt(outcomes.stream()
                        .mapToDouble(outcome -> probability(outcome)
                                * Math.pow(outcome.likelihood().value() - mean, 2))
                        .sum());
    }

    /** Of the expected likelihood, in percentage points; 0 for a full grid. */
    public double meanStandardError() {
        return isWeighted() ? 0 : standardDeviation() / Math.sqrt((double) size);
    }

    /** The likelihood that is not exceeded with this probability, above 0 and below 1. */
    public Percent quantile(double probability) {
        double sum = 0;
        for (OutcomeCount outcome : outcomes) {
            sum += probability(outcome);
            if (sum >= probability) {
                return outcome.likelihood();
            }
        }
        return outcomes.get(outcomes.size() - 1).likelihood();
    }
}
