package entente.report.text;

import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintCode.Severity;
import entente.quality.lint.LintReport;
import entente.quality.lint.LintReport.LintFinding;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.LintSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Optional;

/**
 * Lint findings as text.
 *
 * @param folder the folder of the book, as the reader knows it
 */
public record LintText(TextStyle style, String folder) {

    private static final int FINDING = 2;
    private static final int REST = 6;

    public String write(LintReport report) {
        TextPage page = new TextPage(style);
        Optional<RuleBook> book = report.book();
        if (book.isEmpty()) {
            page.line("The rule book does not load.");
            page.blankLine().line(style.strong("Errors"));
            report.faults()
                    .forEach(fault -> page.hanging(
                            FINDING,
                            REST,
                            fault.location().within(folder) + ": " + fault.detail() + " [" + fault.code() + "]"));
            page.blankLine().line(counted(report.faults().size(), "error") + "; nothing else was checked.");
            return page.toString();
        }
        page.line(
                "Rule book " + Wording.version(book.get().version(), book.get().sha256()));
        shown(page, "Errors", report, Severity.ERROR);
        shown(page, "Warnings", report, Severity.WARNING);
        page.blankLine()
                .paragraph(
                        0,
                        Wording.capitalized(counted(report.count(Severity.ERROR), "error")) + " and "
                                + counted(report.count(Severity.WARNING), "warning") + " on "
                                + counted(report.rules(RuleKind.CLAIM), "claim") + ", "
                                + counted(report.rules(RuleKind.OVERRIDE), "override") + " and "
                                + counted(report.rules(RuleKind.CEILING), "ceiling") + ".");
        return page.toString();
    }

    private static String counted(int number, String noun) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + noun + (number == 1 ? "" : "s");
    }

    private void shown(TextPage page, String heading, LintReport report, Severity severity) {
        List<LintFinding> findings =
                report.findings().stream().filter(f -> f.severity() == severity).toList();
        if (findings.isEmpty()) {
            return;
        }
        page.blankLine().line(style.strong(heading));
        for (LintFinding finding : findings) {
            page.hanging(
                    FINDING,
                    REST,
                    finding.location().within(folder) + " " + finding.subject() + ": " + LintSentences.of(finding)
                            + " [" + finding.code() + "]");
            TextPage.wrapped(LintSentences.remedy(finding.code()), TextPage.WIDTH - REST)
                    .forEach(line -> page.line(" ".repeat(REST) + style.faint(line)));
        }
    }
}
