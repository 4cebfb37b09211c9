package entente.analysis.exploration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import entente.model.exploration.ExplorationQuestion;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probability of each verdict where readings are uncertain.
 *
 * @param assessment of the scenario, by its single values
 * @param cases combinations of the possible grades of all uncertain readings
 * @param unrated readings that are unknown in every case and count for nothing
 * @param uncertain the readings that have more than one possible grade, in the order of the catalogue
 * @param effects one for each of them, the strongest first
 * @param pairs the pairs of readings with the strongest interaction; empty for a sample, or without total indices
 * @param likeliest the most probable readings for each band that is reached; empty for a sample
 * @param discovery the conditions for a verdict, where they are asked for; empty for a sample
 * @param sample how the figures were estimated; empty if they are exact
 */
public record ExplorationResult(
        ExplorationQuestion question,
        Assessment assessment,
        BigInteger cases,
        int unrated,
        List<UncertainReading> uncertain,
        VerdictProbabilities verdict,
        RelationshipProbabilities relationships,
        List<ReadingEffect> effects,
        List<PairEffect> pairs,
        List<LikeliestCase> likeliest,
        Optional<Discovery> discovery,
        Optional<Sample> sample) {

    public Provenance provenance() {
        return assessment.provenance();
    }

    public Catalogue catalogue() {
        return assessment.catalogue();
    }

    /** The likelihood that the assessment gives. */
    public Percent point() {
        return assessment.verdict().likelihood();
    }

    public boolean exact() {
        return sample.isEmpty();
    }

    /** The effect of a reading that is uncertain. */
    public ReadingEffect effect(String indicator) {
        return effects.stream()
                .filter(effect -> effect.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    /** A sample in place of an exact sum. */
    @JsonPropertyOrder({"size", "seed"})
    public record Sample(
            @Described(kind = Kind.FROM_ONE) int size,
            @JsonIgnore long seed,

            @Described(value = "Of the probability of each band.", kind = Kind.PROBABILITY)
            Map<Band, Double> standardErrors) {

        @JsonProperty("seed")
        @Described(kind = Kind.NUMBER)
        public double seedNumber() {
            return seed;
        }
    }

    /** Two readings whose effects depend on each other. */
    public record PairEffect(
            @Described(kind = Kind.ID) String first,
            @Described(kind = Kind.ID) String second,

            @Described(value = "The share of the variance that only both together explain.", kind = Kind.SHARE)
            double index) {}
}
