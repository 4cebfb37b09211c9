package entente.report.json;

import entente.model.rule.RuleBookLocation;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintFault;
import entente.quality.lint.LintFinding;
import entente.quality.lint.LintReport;
import entente.quality.lint.LintSeverity;
import entente.report.wording.LintAdvice;
import entente.report.wording.LintSentences;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the linter found, as JSON. Files are named as they lie in the folder of the book. */
public final class LintJson {

    private LintJson() {}

    public static String write(LintReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("loads", report.book().isPresent());
        root.put("clean", report.clean());
        report.book().ifPresent(book -> {
            Map<String, Object> rules = new LinkedHashMap<>();
            rules.put("version", book.version());
            rules.put("sha256", book.sha256());
            rules.put("claims", report.rules(RuleKind.CLAIM));
            rules.put("overrides", report.rules(RuleKind.OVERRIDE));
            rules.put("ceilings", report.rules(RuleKind.CEILING));
            root.put("rules", rules);
        });
        root.put("errors", report.count(LintSeverity.ERROR));
        root.put("warnings", report.count(LintSeverity.WARNING));
        root.put("notes", report.count(LintSeverity.NOTE));
        root.put("faults", report.faults().stream().map(LintJson::fault).toList());
        root.put("findings", report.findings().stream().map(LintJson::finding).toList());
        return JsonWriter.write(root);
    }

    private static Map<String, Object> fault(LintFault fault) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", fault.code());
        place(fault.location(), entry);
        entry.put("message", fault.detail());
        return entry;
    }

    private static Map<String, Object> finding(LintFinding finding) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("severity", finding.severity().name());
        entry.put("code", finding.code().name());
        place(finding.location(), entry);
        entry.put("subject", finding.subject());
        entry.put("message", LintSentences.of(finding));
        entry.put("why", LintAdvice.why(finding.code()));
        entry.put("suggestion", LintAdvice.remedy(finding.code()));
        finding.allowed().ifPresent(reason -> entry.put("allowed", reason));
        return entry;
    }

    private static void place(RuleBookLocation place, Map<String, Object> entry) {
        if (!place.file().isEmpty()) {
            entry.put("file", place.file());
        }
        if (place.line() > 0) {
            entry.put("line", place.line());
        }
    }
}
