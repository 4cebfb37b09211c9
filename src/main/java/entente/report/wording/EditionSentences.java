package entente.report.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentences of archived editions and of the track record. */
public final class EditionSentences {

    /** What the likelihood of every statement is of; archived, so that a change of it makes new questions. */
    public static final String EVENT =
            "An operational alliance of China and Russia: a mutual-defence commitment, in force and working";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private EditionSentences() {}

    public static String date(LocalDate date) {
        return DATE.format(date);
    }
}
