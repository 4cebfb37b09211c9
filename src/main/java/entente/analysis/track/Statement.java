package entente.analysis.track;

import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Interval;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The forecast of an edition, in terms that can be resolved.
 *
 * @param event what the likelihood is of
 * @param asOf date that the scenario describes; empty if it names none
 * @param horizonYears 1, 5 or 10
 * @param lastDay of the horizon, which counts from {@code asOf} or else from the day of issue
 * @param likelihood from the known readings
 * @param published empty for an edition of before this was kept
 * @param relationship empty if too little is rated to name one
 * @param baseRatePercent of the rule book for the horizon, whatever the scenario assumes
 */
public record Statement(
        String event,
        Optional<LocalDate> asOf,
        int horizonYears,
        LocalDate lastDay,
        Percent likelihood,
        Optional<Published> published,
        Optional<Relationship> relationship,
        double baseRatePercent) {

    /** The lowest likelihood that was published: of an interval its lower end. */
    public Percent lowest() {
        return interval().map(Interval::low).orElse(likelihood);
    }

    /** The highest likelihood that was published. */
    public Percent highest() {
        return interval().map(Interval::high).orElse(likelihood);
    }

    /** The interval that was stated instead of a likelihood. */
    public Optional<Interval> interval() {
        return published.flatMap(Published::interval);
    }

    /** Whether it says something else; the horizon of a scenario without a date moves with the day of issue only. */
    public boolean differsFrom(Statement other) {
        return !event.equals(other.event)
                || !asOf.equals(other.asOf)
                || horizonYears != other.horizonYears
                || !likelihood.equals(other.likelihood)
                || !interval().equals(other.interval())
                || !relationship.equals(other.relationship);
    }
}
