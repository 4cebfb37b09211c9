package entente.model.assessment;

/**
 * A difference between an assumption and the rule book.
 *
 * @param pointer JSON pointer below {@code #/assumptions}
 */
public record AssumptionChange(String pointer, String book, String assumed) {}
