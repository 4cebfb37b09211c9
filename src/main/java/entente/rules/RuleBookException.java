package entente.rules;

import java.util.List;

/** The rule book cannot be used; every fault that was found is named. */
public final class RuleBookException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<BookFault> faults;

    public RuleBookException(List<BookFault> faults) {
        super(faults.size() + " faults in the rule book");
        this.faults = faults.stream().sorted().distinct().toList();
    }

    public List<BookFault> faults() {
        return faults;
    }
}
