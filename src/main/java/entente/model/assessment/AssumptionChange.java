package entente.model.assessment;

/**
 * One assumption that differs from the book.
 *
 * @param pointer JSON pointer below {@code #/assumptions}
 */
public record AssumptionChange(String pointer, String book, String assumed) {}
