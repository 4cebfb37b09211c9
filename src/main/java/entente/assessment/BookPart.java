package entente.assessment;

import entente.domain.BookTable;
import java.util.List;
import java.util.Set;

/**
 * What is taken from the second of two rule books as one.
 *
 * @param of ids by which shares name it
 */
public record BookPart(List<String> of, Set<String> rules, Set<BookTable> tables) {}
