package entente.rules;

import java.util.Comparator;

/**
 * One thing wrong with a rule book.
 *
 * @param file name of the file within the folder; empty for the folder itself
 * @param line from 1; 0 where no line is to blame
 */
public record BookFault(String file, int line, String code, String detail) implements Comparable<BookFault> {

    private static final Comparator<BookFault> ORDER = Comparator.comparing(BookFault::file)
            .thenComparingInt(BookFault::line)
            .thenComparing(BookFault::code)
            .thenComparing(BookFault::detail);

    @Override
    public int compareTo(BookFault other) {
        return ORDER.compare(this, other);
    }
}
