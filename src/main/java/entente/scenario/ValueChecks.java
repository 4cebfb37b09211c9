package entente.scenario;

import entente.document.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of single values: ids and dates. */
final class ValueChecks {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private ValueChecks() {}

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static Optional<String> id(Fields fields, String name) {
        Optional<String> id = fields.text(name);
        id.filter(text -> !isId(text))
                .ifPresent(text -> fields.at(name)
                        .reject(
                                "BAD_ID",
                                "An id is 1 to 64 lower-case letters, digits and hyphens, and does not begin with a hyphen.",
                                List.of(),
                                suggestedId(text)));
        return id.filter(ValueChecks::isId);
    }

    /** The id that a text with capitals, spaces or path separators probably represents. */
    private static Optional<String> suggestedId(String id) {
        String lowerCase =
                id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return Optional.of(lowerCase).filter(ValueChecks::isId);
    }

    static Optional<LocalDate> date(Fields fields, String name) {
        return fields.text(name).flatMap(text -> {
            String detail = "A date is written as year, month and day, such as 2018-12-31.";
            if (DATE.matcher(text).matches()) {
                try {
                    return Optional.of(LocalDate.parse(text));
                } catch (DateTimeParseException noSuchDay) {
                    detail = "The calendar has no " + text + ".";
                }
            }
            fields.reject(name, "BAD_DATE", detail);
            return Optional.empty();
        });
    }
}
