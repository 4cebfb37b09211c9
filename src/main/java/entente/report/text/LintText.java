package entente.report.text;

import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintCode;
import entente.quality.lint.LintFinding;
import entente.quality.lint.LintReport;
import entente.quality.lint.LintSeverity;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.LintSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lint findings as text.
 *
 * @param folder the folder of the book, as the reader knows it
 * @param all whether notes are shown one by one
 */
public record LintText(TextStyle style, String folder, boolean all) {

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
        shown(page, "Errors", report, LintSeverity.ERROR);
        shown(page, "Warnings", report, LintSeverity.WARNING);
        if (all) {
            shown(page, "Notes", report, LintSeverity.NOTE);
        } else if (report.count(LintSeverity.NOTE) > 0) {
            folded(page, report);
        }
        page.blankLine()
                .paragraph(
                        0,
                        Wording.capitalized(counted(report.count(LintSeverity.ERROR), "error")) + ", "
                                + counted(report.count(LintSeverity.WARNING), "warning") + ", "
                                + counted(report.count(LintSeverity.NOTE), "note") + " on "
                                + counted(report.rules(RuleKind.CLAIM), "claim") + ", "
                                + counted(report.rules(RuleKind.OVERRIDE), "override") + " and "
                                + counted(report.rules(RuleKind.CEILING), "ceiling") + ".");
        return page.toString();
    }

    private static String counted(int number, String noun) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + noun + (number == 1 ? "" : "s");
    }

    private void shown(TextPage page, String heading, LintReport report, LintSeverity severity) {
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
            finding.allowed()
                    .map(reason -> "Allowed: " + Wording.sentence(reason))
                    .or(() -> Optional.of(LintSentences.remedy(finding.code()))
                            .filter(todo -> severity != LintSeverity.NOTE))
                    .ifPresent(text -> TextPage.wrapped(text, TextPage.WIDTH - REST)
                            .forEach(line -> page.line(" ".repeat(REST) + style.faint(line))));
        }
    }

    private void folded(TextPage page, LintReport report) {
        page.blankLine().line(style.strong("Notes") + style.faint("  one by one with --all"));
        List<LintFinding> allowed =
                report.findings().stream().filter(f -> f.allowed().isPresent()).toList();
        Map<LintCode, Long> counts = report.findings().stream()
                .filter(f -> f.allowed().isEmpty() && f.severity() == LintSeverity.NOTE)
                .collect(Collectors.groupingBy(LintFinding::code, TreeMap::new, Collectors.counting()));
        counts.forEach((code, count) -> page.hanging(
                FINDING,
                REST,
                String.format(Locale.ROOT, "%3d  ", count).replace(' ', Wording.GLUE) + LintSentences.name(code)));
        if (!allowed.isEmpty()) {
            page.line(String.format(
                    Locale.ROOT, "  %3d  allowed by a comment in the book, with its reason", allowed.size()));
        }
    }
}
