package entente.analysis.track;

import entente.model.Described;
import java.time.LocalDate;

/** What became of a statement. */
public record Resolution(
        @Described("Whether the event occurred within the horizon.")
        boolean occurred,

        @Described("Day of the event, or the day by which it is known that there was none.")
        LocalDate on,

        @Described("Where this can be checked.") String source) {}
