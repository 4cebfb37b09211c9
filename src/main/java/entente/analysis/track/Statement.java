package entente.analysis.track;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The forecast of an edition, in terms that can be resolved.
 *
 * @param interval that was stated instead of a likelihood
 */
@JsonPropertyOrder({
    "event",
    "asOf",
    "horizonYears",
    "lastDay",
    "text",
    "figure",
    "lowPercent",
    "highPercent",
    "percent",
    "band"
})
public record Statement(
        @Described("What the likelihood is of.") String event,

        @Described("The date that the scenario describes; absent where it names none.")
        Optional<LocalDate> asOf,

        @Described(kind = Kind.HORIZON) int horizonYears,

        @Described("Last day of the horizon, which counts from asOf or else from the day of issue.")
        LocalDate lastDay,

        @Described("The verdict in one sentence, as published.")
        String text,

        @Described("Its short form.") String figure,
        @JsonIgnore Optional<Interval> interval,

        @JsonProperty("percent") @Described("Likelihood of an alliance.")
        Percent likelihood,

        @Described("The expected relationship; absent where too little is rated to name one.")
        Optional<Relationship> relationship,

        @Described(
                value = "Of the rule book for the horizon, regardless of the scenario's assumptions.",
                kind = Kind.BASE_RATE)
        double baseRatePercent) {

    @Described("Lower end of the interval, where this was published instead of a likelihood.")
    public Optional<Percent> lowPercent() {
        return interval.map(Interval::low);
    }

    @Described("Its upper end; with lowPercent.")
    public Optional<Percent> highPercent() {
        return interval.map(Interval::high);
    }

    @Described
    public Band band() {
        return likelihood.band();
    }

    /** The lowest likelihood that was published: of an interval its lower end. */
    public Percent lowest() {
        return interval.map(Interval::low).orElse(likelihood);
    }

    /** The highest likelihood that was published. */
    public Percent highest() {
        return interval.map(Interval::high).orElse(likelihood);
    }

    /** Whether it says something else; the horizon of a scenario without a date moves with the day of issue only. */
    public boolean differsFrom(Statement other) {
        return !event.equals(other.event)
                || !asOf.equals(other.asOf)
                || horizonYears != other.horizonYears
                || !likelihood.equals(other.likelihood)
                || !interval.equals(other.interval)
                || !relationship.equals(other.relationship);
    }
}
