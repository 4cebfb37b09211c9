package entente.quality.lint;

import entente.model.rule.RuleBookLocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * A finding of the linter.
 *
 * @param subject id of the rule, indicator, group or item; or the name of the weight, ceiling or state
 * @param facts arguments of its message, in an order defined by the code
 * @param allowed reason of the suppression, which makes it a note
 */
public record LintFinding(
        LintCode code,
        RuleBookLocation location,
        String subject,
        List<String> facts,
        @With Optional<String> allowed) implements Comparable<LintFinding> {

    private static final Comparator<LintFinding> ORDER = Comparator.comparing(LintFinding::severity)
            .thenComparing(LintFinding::location)
            .thenComparing(LintFinding::code)
            .thenComparing(LintFinding::subject)
            .thenComparing(finding -> finding.facts().toString());

    public LintSeverity severity() {
        return allowed.isPresent() ? LintSeverity.NOTE : code.severity();
    }

    @Override
    public int compareTo(LintFinding other) {
        return ORDER.compare(this, other);
    }
}
