package entente.analysis.flip;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.ReadingMove;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * All smallest sets of changed readings that reach the target band.
 *
 * @param assessment of the scenario as it is
 */
@JsonPropertyOrder({"target", "percent", "band", "interval", "alreadyThere"})
public record FlipResult(
        @JsonIgnore Assessment assessment,
        FlipTarget target,

        @Described("Readings in each set; 0 if the target is met already or not reached within the largest size.")
        int size,

        @Described(value = "The largest size that was searched completely.", kind = Kind.FROM_ONE)
        int maxSize,

        @Described(value = "Readings that stay as they are.", kind = Kind.ID)
        List<String> locked,

        @Described("Least effort first: grades, then the largest effect, then the distance relative to the range.")
        List<Flip> flips) {

    /** By less than this beyond the edge of a band it is barely crossed. */
    public static final int NARROW_TENTHS = 3;

    public Scenario scenario() {
        return assessment.scenario();
    }

    public Catalogue catalogue() {
        return assessment.catalogue();
    }

    /** The current likelihood, from the rated readings. */
    @JsonProperty("percent")
    @Described("Likelihood of an alliance.")
    public Percent current() {
        return assessment.verdict().likelihood();
    }

    @Described
    public Band band() {
        return current().band();
    }

    @Described
    public Interval interval() {
        return assessment.verdict().interval();
    }

    /** Whether any reading is known or assumed; otherwise there is no verdict to flip. */
    public boolean hasReadings() {
        return scenario().readings().values().stream()
                .anyMatch(reading -> reading.range().isPresent());
    }

    @JsonProperty("alreadyThere")
    @Described("Whether the target is reached without a change.")
    public boolean targetAlreadyMet() {
        return target.isMet(current().band(), current().band());
    }

    /** Whether there is no band in the direction of the target. */
    public boolean isBeyondTheScale() {
        return (target.direction() > 0 && current().band() == Band.ALMOST_CERTAIN)
                || (target.direction() < 0 && current().band() == Band.BELOW_ONE_PERCENT);
    }

    /** Flips that do not barely cross the edge of the band that they reach; all where each does. */
    public List<Flip> clear() {
        List<Flip> clear = flips.stream().filter(flip -> !isNarrow(flip)).toList();
        return clear.isEmpty() ? flips : clear;
    }

    private boolean isNarrow(Flip flip) {
        int beyond = flip.likelihood().compareTo(current()) > 0
                ? flip.highest().tenths() - flip.band().from() * 10
                : flip.band().to() * 10 - flip.lowest().tenths();
        return beyond < NARROW_TENTHS && flip.alternatives().stream().allMatch(this::isNarrow);
    }

    /**
     * A smallest set of changed readings that reaches the target band.
     *
     * @param interval range allowed by the readings that are still open, over all combinations
     */
    @JsonPropertyOrder({"moves", "steps", "percent", "band", "lowestPercent", "highestPercent", "others"})
    public record Flip(
            @Described("All of them together reach the band, with any values in their ranges.")
            List<ReadingMove> moves,

            @JsonProperty("percent") @Described("The likelihood with the nearest values.")
            Percent likelihood,

            @JsonProperty("lowestPercent") @Described("The lowest likelihood with values in the ranges.")
            Percent lowest,

            @JsonProperty("highestPercent") @Described("The highest likelihood with values in the ranges.")
            Percent highest,

            @JsonIgnore Interval interval,

            @With @JsonProperty("others") @Described("Other moves of the same readings that reach it with more effort.")
            List<Flip> alternatives) {

        @Described("The band with any values in the ranges.")
        public Band band() {
            return likelihood.band();
        }

        @Described(value = "Grades moved in all.", kind = Kind.FROM_ONE)
        public int steps() {
            return moves.stream().mapToInt(ReadingMove::steps).sum();
        }
    }

    /** The band that a change of readings must reach: this one, or any that is higher (direction 1) or lower (-1). */
    public record FlipTarget(Optional<Band> band, int direction) {

        public static final FlipTarget UP = new FlipTarget(Optional.empty(), 1);
        public static final FlipTarget DOWN = new FlipTarget(Optional.empty(), -1);

        public static FlipTarget to(Band band) {
            return new FlipTarget(Optional.of(band), 0);
        }

        public boolean isMet(Band now, Band then) {
            return band.map(then::equals).orElse(direction * then.compareTo(now) > 0);
        }

        /** The name of a band, UP or DOWN. */
        @JsonValue
        public String name() {
            return band.map(Band::name).orElse(direction > 0 ? "UP" : "DOWN");
        }
    }
}
