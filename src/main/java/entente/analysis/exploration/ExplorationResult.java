package entente.analysis.exploration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.ExplorationQuestion;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Relationship;
import entente.model.RuleCondition;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * The probability of each verdict where readings are uncertain.
 *
 * @param assessment of the scenario, by its single values
 * @param cases combinations of the possible grades of all uncertain readings
 * @param uncertain the readings that have more than one possible grade, in the order of the catalogue
 * @param effects one for each of them, the strongest first
 * @param discovery the conditions for a verdict, where they are asked for; empty for a sample
 */
@JsonPropertyOrder({"provenance", "percent", "band", "exact", "cases", "unrated", "conditions"})
public record ExplorationResult(
        @JsonIgnore ExplorationQuestion question,
        @JsonIgnore Assessment assessment,
        @JsonIgnore BigInteger cases,

        @Described("Readings that are unknown in every case and count for nothing.")
        int unrated,

        @JsonUnwrapped VerdictProbabilities verdict,
        @JsonUnwrapped RelationshipProbabilities relationships,
        List<UncertainReading> uncertain,

        @JsonProperty("indicators") @Described("The strongest first.")
        List<ReadingEffect> effects,

        @Described("The pairs with the strongest interaction; none with a sample, or where total indices"
                + " are not counted.")
        List<PairEffect> pairs,

        @Described("The most probable readings for each band that is reached; none with a sample.")
        List<LikeliestCase> likeliest,

        @JsonIgnore Optional<Discovery> discovery,
        @Described("How the figures were estimated.") Optional<Sample> sample) {

    @Described
    public Provenance provenance() {
        return assessment.provenance();
    }

    public Catalogue catalogue() {
        return assessment.catalogue();
    }

    /** The likelihood that the assessment gives. */
    @JsonProperty("percent")
    @Described("Likelihood of an alliance.")
    public Percent point() {
        return assessment.verdict().likelihood();
    }

    @Described
    public Band band() {
        return point().band();
    }

    @Described("Whether all cases are counted; otherwise see sample.")
    public boolean exact() {
        return sample.isEmpty();
    }

    @JsonProperty("cases")
    @Described(
            value = "Combinations of the possible grades, as text: more than a number may hold.",
            kind = Kind.WHOLE_NUMBER)
    public String casesInFull() {
        return cases.toString();
    }

    @Described("Grades that readings are taken to have.")
    public Map<String, Grade> conditions() {
        return question.given();
    }

    /** The effect of a reading that is uncertain. */
    public ReadingEffect effect(String indicator) {
        return effects.stream()
                .filter(effect -> effect.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    /** A sample in place of an exact sum. */
    public record Sample(
            @Described(kind = Kind.FROM_ONE) int size,
            int seed,

            @Described(value = "Of the probability of each band.", kind = Kind.PROBABILITY)
            Map<Band, Double> standardErrors) {}

    /** Two readings whose effects depend on each other. */
    public record PairEffect(
            @Described(kind = Kind.ID) String first,
            @Described(kind = Kind.ID) String second,

            @Described(value = "The share of the variance that only both together explain.", kind = Kind.SHARE)
            double index) {}

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

    /** Conditions under which a verdict is reached more often than otherwise, as scenario discovery calls it. */
    public record Box(
            @Described("All must hold; in the order of the catalogue.")
            List<RuleCondition> conditions,

            @Described(value = "Of the cases in which they hold.", kind = Kind.PROBABILITY)
            double probability,

            @Described(value = "The share of these cases that reach the verdict.", kind = Kind.PROBABILITY)
            double density,

            @Described(
                    value = "The share of all cases that reach the verdict in which the conditions hold.",
                    kind = Kind.PROBABILITY)
            double coverage,

            @Described(value = "The part of the coverage that no box before this one has.", kind = Kind.PROBABILITY)
            double addedCoverage) {}

    /** The most probable combination of readings that leads to a band. */
    public record LikeliestCase(
            Band band,

            @Described(value = "Of exactly these readings.", kind = Kind.PROBABILITY)
            double probability,

            @Described("Of each uncertain reading, in the order of the catalogue.")
            Map<String, Grade> grades) {}

    /** A reading with more than one possible grade. */
    public record UncertainReading(
            @Described(kind = Kind.ID) String indicator,
            String label,

            @Described(
                    "Where its probabilities come from; ASSUMED_UNIFORM for a range without a distribution, ASSUMED_ANY for"
                            + " a reading that is not rated.")
            DistributionBasis basis,

            @Described(value = "The probability of each possible grade, the lowest first.", kind = Kind.PROBABILITY)
            Map<Grade, Double> grades) {}

    /**
     * How probable each relationship is together with each band.
     *
     * @param joint by relationship and band, adding up to 1
     * @param exact whether it is a sum over all cases, not an estimate by a sample
     */
    @JsonPropertyOrder("relationships")
    public record RelationshipProbabilities(
            @JsonIgnore Map<Relationship, Map<Band, Double>> joint,
            @JsonProperty("relationshipsExact") boolean exact,

            @JsonProperty("relationshipWithheld")
            @Described(
                    "Whether an assessment names no single relationship, as too little is rated; the probabilities then"
                            + " follow from the points of the known readings alone.")
            boolean withheld) {

        public record RelationshipRow(
                Relationship relationship,
                @Described(kind = Kind.PROBABILITY) double probability,

                @Described(value = "Together with each band.", kind = Kind.PROBABILITY)
                Map<Band, Double> bands) {}

        @JsonProperty("relationships")
        @Described
        public List<RelationshipRow> reached() {
            return Arrays.stream(Relationship.values())
                    .filter(state -> probability(state) > 0)
                    .map(state -> new RelationshipRow(state, probability(state), joint.getOrDefault(state, Map.of())))
                    .toList();
        }

        static RelationshipProbabilities of(double[][] joint, boolean exact, boolean withheld) {
            Map<Relationship, Map<Band, Double>> byRelationship = new EnumMap<>(Relationship.class);
            for (Relationship relationship : Relationship.values()) {
                Map<Band, Double> byBand = new EnumMap<>(Band.class);
                for (Band band : Band.values()) {
                    byBand.put(band, joint[relationship.ordinal()][band.ordinal()]);
                }
                byRelationship.put(relationship, byBand);
            }
            return new RelationshipProbabilities(byRelationship, exact, withheld);
        }

        public double probability(Relationship relationship) {
            return joint.getOrDefault(relationship, Map.of()).values().stream()
                    .mapToDouble(probability -> probability)
                    .sum();
        }
    }

    /** What an uncertain reading contributes to the uncertainty of the verdict. */
    public record ReadingEffect(
            @Described(kind = Kind.ID) String indicator,
            String label,

            @Described(
                    value = "First-order index: the share of the variance that knowing this reading alone removes.",
                    kind = Kind.SHARE)
            double first,

            @Described(
                    value =
                            "Total index: the share that is left when all others are known; with several worlds, within a"
                                    + " world. Absent where it is not counted.",
                    kind = Kind.SHARE)
            OptionalDouble total,

            @Described(value = "Mutual information of the reading and the band, in bits.", kind = Kind.NUMBER)
            double bits,

            @JsonProperty("given") @Described("One for each possible grade, the lowest first.")
            List<GradeEffect> grades) {

        /** One possible grade. */
        public record GradeEffect(
                Grade grade,

                @Described(value = "Before anything is known.", kind = Kind.PROBABILITY)
                double probability,

                @Described(
                        value = "The probability of each band if the reading has this grade.",
                        kind = Kind.PROBABILITY)
                Map<Band, Double> bands,

                @Described(value = "The expected likelihood if the reading has this grade.", kind = Kind.PERCENT)
                double meanPercent,

                @Described(
                        value =
                                "The probability of this grade if the verdict is in the band; bands that are not reached"
                                        + " are absent.",
                        kind = Kind.PROBABILITY)
                Map<Band, Double> posterior) {}
    }

    /** Where the probabilities of the grades of a reading come from. */
    public enum DistributionBasis {
        /** Weights of grades, as given. */
        WEIGHTS,
        /** A density over a range, as given. */
        DENSITY,
        /** A range of which nothing is said: taken as uniform. */
        ASSUMED_UNIFORM,
        /** Not rated: any grade is taken as equally probable, as asked. */
        ASSUMED_ANY;

        /** @param any whether it is unrated and takes any grade, as asked */
        public static DistributionBasis of(Reading reading, boolean any) {
            if (any) {
                return ASSUMED_ANY;
            }
            return reading.distribution()
                    .map(given -> given instanceof GradeWeights ? WEIGHTS : DENSITY)
                    .orElse(ASSUMED_UNIFORM);
        }
    }

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
}
