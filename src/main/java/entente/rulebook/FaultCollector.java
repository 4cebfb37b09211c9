package entente.rulebook;

import entente.document.Suggestion;
import entente.model.Problem;
import entente.model.rule.RuleBookFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/** Collects the faults of a book so that all can be reported at once. */
@RequiredArgsConstructor
final class FaultCollector {

    /** The file in which faults are unless another one is named; empty for the folder. */
    private final String file;

    private final List<RuleBookFault> all = new ArrayList<>();

    FaultCollector() {
        this("");
    }

    void add(int line, String code, String detail) {
        add(file, line, code, detail);
    }

    void add(String file, int line, String code, String detail) {
        all.add(new RuleBookFault(file, line, code, detail));
    }

    void addAll(String file, Collection<Problem> problems) {
        problems.forEach(p -> add(
                file,
                p.line(),
                p.code(),
                (p.pointer().equals("#") ? "" : p.pointer() + ": ")
                        + p.detail()
                        + hint("", p.suggestion())
                        + (p.allowed().size() < 2 ? "" : " Allowed: " + String.join(", ", p.allowed()) + ".")));
    }

    /** A sentence with the known name closest to an unknown one, such as " Did you mean @cites?"; empty if there is none. */
    static String hint(String prefix, String name, Collection<String> known) {
        return hint(prefix, Suggestion.closest(name, known));
    }

    private static String hint(String prefix, Optional<String> suggestion) {
        return suggestion.map(name -> " Did you mean " + prefix + name + "?").orElse("");
    }

    void addAll(FaultCollector others) {
        all.addAll(others.all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void throwIfAny() throws RuleBookException {
        if (!all.isEmpty()) {
            throw new RuleBookException(all);
        }
    }
}
