package entente.model;

import java.time.LocalDate;
import java.util.Optional;
import lombok.With;

/**
 * What a scenario says of one indicator.
 *
 * @param span empty exactly when the status is UNKNOWN
 * @param source id of one of the scenario's sources
 * @param asOf the date it speaks of
 * @param inheritedFrom the scenario that says so, when it is not this one; outside every result and digest
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

    /** A known value and nothing else said of it. */
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
