package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.rule.RuleBookLocation;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintCode;
import entente.quality.lint.LintCode.Severity;
import entente.quality.lint.LintReport;
import entente.quality.lint.LintReport.LintFinding;
import entente.report.wording.LintSentences;
import java.util.List;
import java.util.Optional;

/** Findings of the linter as JSON. Files are named relative to the folder of the rule book. */
public final class LintJson {

    private static final Form<RuleBookLocation> LOCATION = Form.<RuleBookLocation>named("location")
            .optional("file", TEXT, location -> Optional.of(location.file()).filter(file -> !file.isEmpty()))
            .described("Relative to the folder of the rule book; absent for the folder itself.")
            .optional("line", POSITIVE, location -> CommonForms.positive(location.line()))
            .described("Absent if no line is concerned.");

    private static final Form<LintReport.Fault> FAULT = Form.<LintReport.Fault>named("fault")
            .required("code", CODE, LintReport.Fault::code)
            .including(LOCATION, LintReport.Fault::location)
            .required("message", TEXT, LintReport.Fault::detail);

    private static final Form<LintFinding> FINDING = Form.<LintFinding>named("finding")
            .required("severity", choice(Severity.values()), LintFinding::severity)
            .required("code", choice(LintCode.values()), LintFinding::code)
            .required("file", TEXT, finding -> finding.location().file())
            .required("line", POSITIVE, finding -> finding.location().line())
            .required("subject", TEXT, LintFinding::subject)
            .described("Id of the rule, indicator, group or item; or name of the weight or file.")
            .required("message", TEXT, LintSentences::of)
            .required("why", TEXT, finding -> LintSentences.why(finding.code()))
            .required("suggestion", TEXT, finding -> LintSentences.remedy(finding.code()))
            .optional("allowed", TEXT, LintFinding::allowed)
            .described("The reason of the comment that suppresses it; it is then a note.");

    private static final Form<LintReport> RULES = Form.<LintReport>named("lintedRules")
            .including(
                    CommonForms.RULE_BOOK_VERSION,
                    report -> RuleBookVersion.of(report.book().orElseThrow()))
            .required("claims", COUNT, report -> report.rules(RuleKind.CLAIM))
            .required("overrides", COUNT, report -> report.rules(RuleKind.OVERRIDE))
            .required("ceilings", COUNT, report -> report.rules(RuleKind.CEILING));

    public static final ResultDocument<LintReport> DOCUMENT = new ResultDocument<>(
            "lint",
            "lint report",
            "What entente rules lint --format json writes: findings on a rule book, or why it does not load.",
            Form.<LintReport>named("lintReport")
                    .required("loads", BOOLEAN, report -> report.book().isPresent())
                    .required("clean", BOOLEAN, "Neither errors nor warnings.", LintReport::clean)
                    .optional("rules", RULES, report -> report.book().map(book -> report))
                    .described("Absent if the book does not load.")
                    .required("errors", COUNT, report -> report.count(Severity.ERROR))
                    .described("Proven findings, and all faults.")
                    .required("warnings", COUNT, report -> report.count(Severity.WARNING))
                    .required("notes", COUNT, report -> report.count(Severity.NOTE))
                    .required("faults", list(FAULT), LintReport::faults)
                    .described("Why the book does not load; empty if it does.")
                    .required("findings", list(FINDING), "Errors first, then by file and line.", LintReport::findings)
                    .present(List.of("rules"), "loads", true));

    private LintJson() {}
}
