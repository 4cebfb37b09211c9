package entente.quality.lint;

import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintReport.LintCode.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * The findings on a rule book.
 *
 * @param book empty if the book does not load; then there are only faults
 * @param faults why the book does not load
 * @param findings errors first, then by file and line
 */
public record LintReport(Optional<RuleBook> book, List<RuleBookFault> faults, List<LintFinding> findings) {

    /**
     * A finding of the linter.
     *
     * @param subject id of the rule or indicator; or the name of the weight or file
     * @param facts arguments of its message, in an order defined by the code
     */
    public record LintFinding(LintCode code, RuleBookLocation location, String subject, List<String> facts)
            implements Comparable<LintFinding> {

        private static final Comparator<LintFinding> ORDER = Comparator.comparing(LintFinding::severity)
                .thenComparing(LintFinding::location)
                .thenComparing(LintFinding::code)
                .thenComparing(LintFinding::subject)
                .thenComparing(finding -> finding.facts().toString());

        public Severity severity() {
            return code.severity();
        }

        @Override
        public int compareTo(LintFinding other) {
            return ORDER.compare(this, other);
        }
    }

    /** The number of findings with a severity; faults count as errors. */
    public int count(Severity severity) {
        int found =
                (int) findings.stream().filter(f -> f.severity() == severity).count();
        return severity == Severity.ERROR ? found + faults.size() : found;
    }

    /** Whether there are no errors and no warnings. */
    public boolean clean() {
        return faults.isEmpty() && findings.isEmpty();
    }

    public int rules(RuleKind kind) {
        return book.map(b ->
                        (int) b.cards().stream().filter(r -> r.kind() == kind).count())
                .orElse(0);
    }

    /**
     * Checks of the linter for a rule book that loads. Names are stable. Errors are proved; warnings are likely mistakes.
     * The facts of each code are the arguments of its message, in order.
     */
    @Getter
    @RequiredArgsConstructor
    public enum LintCode {
        /** No reading meets all conditions of a rule on an indicator. Facts: indicator. */
        NEVER_HOLDS(Severity.ERROR),
        /** A condition acts against the sign of its indicator. Facts: indicator, comparison, question, sign, how. */
        AGAINST_SIGN(Severity.ERROR),
        /** Two claims have the same conditions and opposite weights. Facts: other rule, question. */
        CONTRADICTION(Severity.ERROR),
        /** Whenever the rule holds, an override silences it. Facts: one such override. */
        ALWAYS_SILENCED(Severity.ERROR),
        /** An override never holds together with any rule that it silences. Facts: its tags. */
        SILENCES_NOTHING(Severity.ERROR),
        /** A weight is 0.00 points. Facts: none. */
        WEIGHS_NOTHING(Severity.ERROR),

        /** Every value that the indicator can have meets the condition. Facts: condition in words. */
        ALWAYS_HOLDS(Severity.WARNING),
        /** Two rules of a group have the same conditions, tags and effect. Facts: other rule. */
        DUPLICATE_RULE(Severity.WARNING),
        /** No override uses the tag. Facts: tag. */
        TAG_UNUSED(Severity.WARNING),
        /** No rule reads the indicator. Facts: none. */
        UNREAD_INDICATOR(Severity.WARNING);

        public enum Severity {
            ERROR,
            WARNING
        }

        private final Severity severity;
    }
}
