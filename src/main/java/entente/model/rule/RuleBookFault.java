package entente.model.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Described;
import entente.model.Described.Kind;
import java.util.Comparator;

/**
 * A fault of a rule book.
 *
 * @param file empty for the folder itself
 * @param line from 1; 0 if unknown
 */
public record RuleBookFault(
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Described("Relative to the folder of the rule book; absent for the folder itself.")
        String file,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @Described(kind = Kind.FROM_ONE)
        int line,

        @Described(kind = Kind.CODE) String code,
        String detail)
        implements Comparable<RuleBookFault> {

    private static final Comparator<RuleBookFault> ORDER = Comparator.comparing(RuleBookFault::file)
            .thenComparingInt(RuleBookFault::line)
            .thenComparing(RuleBookFault::code)
            .thenComparing(RuleBookFault::detail);

    @Override
    public int compareTo(RuleBookFault other) {
        return ORDER.compare(this, other);
    }
}
