package entente.report.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as documents write them: 30 November 2025. */
public final class DateText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private DateText() {}

    public static String of(LocalDate date) {
        return DAY.format(date);
    }
}
