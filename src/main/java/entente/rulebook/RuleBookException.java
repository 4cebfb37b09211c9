package entente.rulebook;

import entente.model.rule.RuleBookFault;
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

    /** The same faults for the reader of another folder. */
    public RuleBookException in(String folder) {
        return new RuleBookException(faults.stream()
                .map(fault -> new RuleBookFault(
                        folder + (fault.file().isEmpty() ? "" : "/" + fault.file()),
                        fault.line(),
                        fault.code(),
                        fault.detail()))
                .toList());
    }
}
