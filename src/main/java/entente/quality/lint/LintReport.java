package entente.quality.lint;

import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.RuleKind;
import java.util.List;
import java.util.Optional;

/**
 * The findings on a rule book.
 *
 * @param book empty if the book does not load; then there are only faults
 * @param faults why the book does not load
 * @param findings errors first, then by file and line
 */
public record LintReport(Optional<RuleBook> book, List<Fault> faults, List<LintFinding> findings) {

    /** A fault because of which a rule book does not load. */
    public record Fault(String code, RuleBookLocation location, String detail) {}

    /** The number of findings with a severity; faults count as errors. */
    public int count(LintSeverity severity) {
        int found =
                (int) findings.stream().filter(f -> f.severity() == severity).count();
        return severity == LintSeverity.ERROR ? found + faults.size() : found;
    }

    /** Whether there are no errors and no warnings. */
    public boolean clean() {
        return count(LintSeverity.ERROR) == 0 && count(LintSeverity.WARNING) == 0;
    }

    public int rules(RuleKind kind) {
        return book.map(b ->
                        (int) b.rules().stream().filter(r -> r.kind() == kind).count())
                .orElse(0);
    }
}
