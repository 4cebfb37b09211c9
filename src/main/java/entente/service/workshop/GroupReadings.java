package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import entente.model.Described;
import entente.model.Described.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The readings of a group that differ from the baseline.
 *
 * @param values by indicator; an empty value is unknown
 */
public record GroupReadings(Map<String, OptionalDouble> values) {

    static final GroupReadings BASELINE = new GroupReadings(Map.of());

    private static final String UNKNOWN = "?";

    public GroupReadings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * A change of one reading.
     *
     * @param value empty to take the reading back to the baseline; otherwise the new value, itself empty for unknown
     */
    @Described(closed = true)
    public record Change(
            String indicator,

            @Described("The new value; null for unknown; absent to take the reading back to the baseline.")
            Optional<OptionalDouble> value) {

        public static Change reset(String indicator) {
            return new Change(indicator, Optional.empty());
        }

        public static Change to(String indicator, OptionalDouble value) {
            return new Change(indicator, Optional.of(value));
        }
    }

    public record GroupReading(
            @Described(kind = Kind.ID) String indicator,

            @JsonInclude @Described(value = "Null when unknown.", kind = Kind.MEASURE)
            OptionalDouble value) {}

    @JsonValue
    public List<GroupReading> list() {
        return values.entrySet().stream()
                .map(reading -> new GroupReading(reading.getKey(), reading.getValue()))
                .toList();
    }

    /** After these changes, one after the other. */
    GroupReadings with(List<Change> changes) {
        Map<String, OptionalDouble> changed = new TreeMap<>(values);
        for (Change change : changes) {
            change.value()
                    .ifPresentOrElse(
                            value -> changed.put(change.indicator(), value), () -> changed.remove(change.indicator()));
        }
        return new GroupReadings(changed);
    }

    /** As the archive holds it: pairs of indicator and number, or a question mark for unknown. */
    String text() {
        return text(values.entrySet().stream()
                .map(reading -> Change.to(reading.getKey(), reading.getValue()))
                .toList());
    }

    static GroupReadings of(String text) {
        return BASELINE.with(changes(text));
    }

    /** As the archive holds them, a reset without a value. */
    static String text(List<Change> changes) {
        return changes.stream()
                .map(change -> change.indicator()
                        + change.value()
                                .map(value -> "=" + (value.isPresent() ? value.getAsDouble() : UNKNOWN))
                                .orElse(""))
                .collect(Collectors.joining(" "));
    }

    static List<Change> changes(String text) {
        return words(text).stream()
                .map(word -> {
                    int sign = word.indexOf('=');
                    return sign < 0
                            ? Change.reset(word)
                            : Change.to(word.substring(0, sign), value(word.substring(sign + 1)));
                })
                .toList();
    }

    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static OptionalDouble value(String text) {
        return text.equals(UNKNOWN) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
