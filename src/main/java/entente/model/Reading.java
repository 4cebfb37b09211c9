package entente.model;

import java.time.LocalDate;
import java.util.Optional;
import lombok.With;

/**
 * The value that a scenario gives for one indicator.
 *
 * @param range empty exactly when the status is UNKNOWN
 * @param source id of one of the scenario's sources
 * @param asOf the date that the value refers to
 * @param inheritedFrom the scenario that the reading is inherited from; not part of results and digests
 */
public record Reading(
        String indicator,
        @With ReadingStatus status,
        Optional<ValueRange> range,
        Optional<String> source,
        Optional<SourceGrade> grade,
        Optional<LocalDate> asOf,
        Optional<String> note,
        @With Optional<String> inheritedFrom) {

    public static Reading unknown(String indicator) {
        return new Reading(
                indicator,
                ReadingStatus.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A known value without source, date or note. */
    public static Reading known(String indicator, double value) {
        return new Reading(
                indicator,
                ReadingStatus.KNOWN,
                Optional.of(new ValueRange(value, value, value)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
