package entente.rulebook;

import java.util.List;
import lombok.Getter;

/** The rule book is invalid; contains all faults found. */
public final class RuleBookException extends Exception {

    private static final long serialVersionUID = 1;

    @Getter
    private final transient List<RuleBookFault> faults;

    public RuleBookException(List<RuleBookFault> faults) {
        super(faults.size() + " faults in the rule book");
        this.faults = faults.stream().sorted().distinct().toList();
    }
}
