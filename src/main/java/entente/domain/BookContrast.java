package entente.domain;

import java.util.List;

/**
 * One scenario under two rule books.
 *
 * @param telling readings that tell the two apart, the best first
 */
public record BookContrast(Assessment first, Assessment second, List<Telling> telling) {}
