package entente.rulebook;

import java.util.Comparator;

/**
 * A fault of a rule book.
 *
 * @param file name of the file within the folder; empty for the folder itself
 * @param line from 1; 0 if unknown
 */
public record RuleBookFault(String file, int line, String code, String detail) implements Comparable<RuleBookFault> {

    private static final Comparator<RuleBookFault> ORDER = Comparator.comparing(RuleBookFault::file)
            .thenComparingInt(RuleBookFault::line)
            .thenComparing(RuleBookFault::code)
            .thenComparing(RuleBookFault::detail);

    @Override
    public int compareTo(RuleBookFault other) {
        return ORDER.compare(this, other);
    }
}
