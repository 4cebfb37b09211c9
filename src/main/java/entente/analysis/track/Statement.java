package entente.analysis.track;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Relationship;
import java.time.LocalDate;
import java.util.Optional;

/** The forecast of an edition, in terms that can be resolved. */
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

        @Described("Lower end of the interval, where this was published instead of a likelihood.")
        Optional<Percent> lowPercent,

        @Described("Its upper end; with lowPercent.") Optional<Percent> highPercent,

        @JsonProperty("percent") @Described("Likelihood of an alliance.")
        Percent likelihood,

        @Described("The expected relationship; absent where too little is rated to name one.")
        Optional<Relationship> relationship,

        @Described(
                value = "Of the rule book for the horizon, regardless of the scenario's assumptions.",
                kind = Kind.BASE_RATE)
        double baseRatePercent) {

    @Described
    public Band band() {
        return likelihood.band();
    }

    /** The lowest likelihood that was published: of an interval its lower end. */
    public Percent lowest() {
        return lowPercent.orElse(likelihood);
    }

    /** The highest likelihood that was published. */
    public Percent highest() {
        return highPercent.orElse(likelihood);
    }

    /** Whether it says something else; the horizon of a scenario without a date moves with the day of issue only. */
    public boolean differsFrom(Statement other) {
        return !event.equals(other.event)
                || !asOf.equals(other.asOf)
                || horizonYears != other.horizonYears
                || !likelihood.equals(other.likelihood)
                || !lowPercent.equals(other.lowPercent)
                || !highPercent.equals(other.highPercent)
                || !relationship.equals(other.relationship);
    }
}
