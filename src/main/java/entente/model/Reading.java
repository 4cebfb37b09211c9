package entente.model;

import entente.model.ReadingDistribution.GradeWeights;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import lombok.With;

/**
 * The value that a scenario gives for one indicator.
 *
 * @param range empty exactly when the status is UNKNOWN
 * @param source id of one of the scenario's sources
 * @param asOf the date that the value refers to
 * @param inheritedFrom the scenario that the reading is inherited from; not part of results and digests
 * @param distribution how probable the values of the range are, or the grades where the reading is unknown; empty where
 *     nothing is said of it
 * @param supposedUnknown whether the scenario supposes that nothing is known; the status is UNKNOWN then
 */
public record Reading(
        String indicator,
        @With ReadingStatus status,
        @With Optional<ValueRange> range,
        Optional<String> source,
        @With Optional<SourceGrade> grade,
        @With Optional<LocalDate> asOf,
        @With Optional<String> note,
        @With Optional<String> inheritedFrom,
        @With Optional<ReadingDistribution> distribution,
        @With boolean supposedUnknown) {

    public static Reading unknown(String indicator) {
        return new Reading(
                indicator,
                ReadingStatus.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** A known value without source, date or note. */
    public static Reading known(String indicator, double value) {
        return unknown(indicator)
                .withStatus(ReadingStatus.KNOWN)
                .withRange(Optional.of(new ValueRange(value, value, value)));
    }

    /** Whether another reading has the same value, range and distribution. */
    public boolean saysTheSame(Reading other) {
        return range.equals(other.range) && distribution.equals(other.distribution);
    }

    /** This reading with the grade, date and note that another one adds. */
    public Reading withDetailsOf(Reading other) {
        return withGrade(other.grade.or(() -> grade))
                .withAsOf(other.asOf.or(() -> asOf))
                .withNote(other.note.or(() -> note));
    }

    /** Whether it says how probable each grade is: its value is then no figure of the scenario. */
    public boolean isWeighted() {
        return distribution.orElse(null) instanceof GradeWeights;
    }

    public OptionalDouble value() {
        return range.map(span -> OptionalDouble.of(span.value())).orElse(OptionalDouble.empty());
    }

    /** An Admiralty grade: reliability of the source (A–F) and credibility of the information (1–6). */
    public record SourceGrade(String reliability, String credibility) {

        @Override
        public String toString() {
            return reliability + credibility;
        }
    }
}
