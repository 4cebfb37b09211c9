package entente.report.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates as documents write them: 30 November 2025. */
public final class DateText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final Pattern ISO = Pattern.compile("(?<![\\d-])\\d{4}-\\d{2}-\\d{2}(?![\\d-])");

    private DateText() {}

    public static String of(LocalDate date) {
        return DAY.format(date);
    }

    /** A sentence of {@link WarningText} with its ISO dates, all of which exist, in words. */
    static String inWords(String sentence) {
        return ISO.matcher(sentence).replaceAll(found -> of(LocalDate.parse(found.group())));
    }
}
