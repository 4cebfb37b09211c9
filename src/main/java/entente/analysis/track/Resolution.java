package entente.analysis.track;

import java.time.LocalDate;

/**
 * What became of a statement.
 *
 * @param occurred whether the event occurred within the horizon
 * @param on day of the event, or the day by which it is known that there was none
 * @param source where this can be checked
 */
public record Resolution(boolean occurred, LocalDate on, String source) {}
