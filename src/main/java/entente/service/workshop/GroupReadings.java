package entente.service.workshop;

import entente.model.Described;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The readings of a group that differ from the baseline.
 *
 * @param values by indicator; an empty value is unknown
 */
public record GroupReadings(Map<String, OptionalDouble> values) {

    public static final GroupReadings BASELINE = new GroupReadings(Map.of());

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

    /** After these changes, one after the other. */
    public GroupReadings with(List<Change> changes) {
        Map<String, OptionalDouble> changed = new TreeMap<>(values);
        for (Change change : changes) {
            change.value()
                    .ifPresentOrElse(
                            value -> changed.put(change.indicator(), value), () -> changed.remove(change.indicator()));
        }
        return new GroupReadings(changed);
    }

    /** As the archive holds it: pairs of indicator and number, or a question mark for unknown. */
    public String text() {
        List<String> pairs = new ArrayList<>();
        values.forEach((indicator, value) -> pairs.add(indicator + "=" + text(value)));
        return String.join(" ", pairs);
    }

    public static GroupReadings of(String text) {
        Map<String, OptionalDouble> values = new TreeMap<>();
        for (String pair : words(text)) {
            int sign = pair.indexOf('=');
            values.put(pair.substring(0, sign), value(pair.substring(sign + 1)));
        }
        return new GroupReadings(values);
    }

    /** As the archive holds them, a reset without a value. */
    public static String text(List<Change> changes) {
        List<String> words = new ArrayList<>();
        for (Change change : changes) {
            words.add(change.indicator()
                    + change.value().map(value -> "=" + text(value)).orElse(""));
        }
        return String.join(" ", words);
    }

    public static List<Change> changes(String text) {
        List<Change> changes = new ArrayList<>();
        for (String word : words(text)) {
            int sign = word.indexOf('=');
            changes.add(
                    sign < 0
                            ? Change.reset(word)
                            : Change.to(word.substring(0, sign), value(word.substring(sign + 1))));
        }
        return changes;
    }

    public static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : UNKNOWN;
    }

    private static OptionalDouble value(String text) {
        return text.equals(UNKNOWN) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
