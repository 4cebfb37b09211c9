package entente.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookFault;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintReport;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.LintReport.LintCode.Severity;
import entente.quality.lint.LintReport.LintFinding;
import entente.report.wording.LintSentences;
import java.util.List;
import java.util.Optional;

/** Findings of the linter as JSON. Files are named relative to the folder of the rule book. */
public record LintJson(
        boolean loads,
        @Described("Neither errors nor warnings.") boolean clean,

        @Described(value = "Absent if the book does not load.", presentIf = "loads true")
        Optional<LintedRules> rules,

        @Described("Proven findings, and all faults.") int errors,
        int warnings,

        @Described("Why the book does not load; empty if it does.")
        List<RuleBookFault> faults,

        @Described("Errors first, then by file and line.") List<Finding> findings) {

    public static final ResultDocument<LintReport> DOCUMENT = new ResultDocument<>(
            "lint",
            "lint report",
            "What entente rules lint --format json writes: findings on a rule book, or why it does not load.",
            RecordType.of(LintJson.class, LintJson::of));

    private static LintJson of(LintReport report) {
        return new LintJson(
                report.book().isPresent(),
                report.clean(),
                report.book().map(book -> LintedRules.of(book, report)),
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.faults(),
                report.findings().stream().map(Finding::of).toList());
    }

    record LintedRules(@JsonUnwrapped RuleBookVersion version, int claims, int overrides, int ceilings) {

        private static LintedRules of(RuleBook book, LintReport report) {
            return new LintedRules(
                    RuleBookVersion.of(book),
                    report.rules(RuleKind.CLAIM),
                    report.rules(RuleKind.OVERRIDE),
                    report.rules(RuleKind.CEILING));
        }
    }

    record Finding(
            Severity severity,
            LintCode code,
            String file,
            @Described(kind = Kind.FROM_ONE) int line,

            @Described("Id of the rule or indicator; or name of the weight or file.")
            String subject,

            String message,
            String why,
            String suggestion) {

        private static Finding of(LintFinding finding) {
            return new Finding(
                    finding.severity(),
                    finding.code(),
                    finding.location().file(),
                    finding.location().line(),
                    finding.subject(),
                    LintSentences.of(finding),
                    LintSentences.why(finding.code()),
                    LintSentences.remedy(finding.code()));
        }
    }
}
