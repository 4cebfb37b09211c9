package entente.briefing;

import entente.domain.BookPlace;
import entente.domain.LintCode;
import entente.domain.LintFault;
import entente.domain.LintFinding;
import entente.domain.LintReport;
import entente.domain.LintSeverity;
import entente.domain.RuleBook;
import entente.domain.RuleKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the linter found, as text. */
public final class LintText {

    private static final int FINDING = 2;
    private static final int REST = 6;

    private final Style style;
    private final String folder;
    private final boolean all;

    /**
     * A writer of reports.
     *
     * @param folder the folder of the book, as the reader knows it
     * @param all whether notes are shown one by one
     */
    public LintText(Style style, String folder, boolean all) {
        this.style = style;
        this.folder = folder;
        this.all = all;
    }

    public String write(LintReport report) {
        Page page = new Page(style);
        Optional<RuleBook> book = report.book();
        if (book.isEmpty()) {
            page.line("The rule book does not load.");
            faults(page, report.faults());
            page.gap().line(counted(report.faults().size(), "error", "errors") + "; nothing else was looked at.");
            return page.toString();
        }
        page.line("Rule book " + book.get().version() + " ("
                + Words.brief(book.get().sha256()) + ")");
        shown(page, "Errors", report, LintSeverity.ERROR);
        shown(page, "Warnings", report, LintSeverity.WARNING);
        if (all) {
            shown(page, "Notes", report, LintSeverity.NOTE);
        } else if (report.count(LintSeverity.NOTE) > 0) {
            folded(page, report);
        }
        page.gap()
                .paragraph(
                        0,
                        Words.opening(counted(report.count(LintSeverity.ERROR), "error", "errors")) + ", "
                                + counted(report.count(LintSeverity.WARNING), "warning", "warnings") + ", "
                                + counted(report.count(LintSeverity.NOTE), "note", "notes") + " on "
                                + counted(report.rules(RuleKind.CLAIM), "claim", "claims") + ", "
                                + counted(report.rules(RuleKind.OVERRIDE), "override", "overrides") + " and "
                                + counted(report.rules(RuleKind.CEILING), "ceiling", "ceilings") + ".");
        return page.toString();
    }

    private static String counted(int number, String one, String many) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + (number == 1 ? one : many);
    }

    private void faults(Page page, List<LintFault> faults) {
        page.gap().line(style.strong("Errors"));
        for (LintFault fault : faults) {
            page.hanging(FINDING, REST, at(fault.place()) + ": " + fault.detail() + " [" + fault.code() + "]");
        }
    }

    private void shown(Page page, String heading, LintReport report, LintSeverity severity) {
        List<LintFinding> findings =
                report.findings().stream().filter(f -> f.severity() == severity).toList();
        if (findings.isEmpty()) {
            return;
        }
        page.gap().line(style.strong(heading));
        for (LintFinding finding : findings) {
            page.hanging(
                    FINDING,
                    REST,
                    at(finding.place()) + " " + finding.subject() + ": " + LintSentences.of(finding) + " ["
                            + finding.code() + "]");
            Optional<String> next = finding.allowed()
                    .map(reason -> "Allowed: " + Words.sentence(reason))
                    .or(() ->
                            Optional.of(LintAdvice.todo(finding.code())).filter(todo -> severity != LintSeverity.NOTE));
            next.ifPresent(text -> Page.wrapped(text, Page.WIDTH - REST)
                    .forEach(line -> page.line(" ".repeat(REST) + style.faint(line))));
        }
    }

    private void folded(Page page, LintReport report) {
        page.gap().line(style.strong("Notes") + style.faint("  one by one with --all"));
        Map<LintCode, Integer> counts = new EnumMap<>(LintCode.class);
        List<LintFinding> allowed = new ArrayList<>();
        for (LintFinding finding : report.findings()) {
            if (finding.allowed().isPresent()) {
                allowed.add(finding);
            } else if (finding.severity() == LintSeverity.NOTE) {
                counts.merge(finding.code(), 1, Integer::sum);
            }
        }
        counts.forEach((code, count) -> page.hanging(
                FINDING,
                REST,
                String.format(Locale.ROOT, "%3d  ", count).replace(' ', Words.GLUE) + LintAdvice.name(code)));
        if (!allowed.isEmpty()) {
            page.line(String.format(
                    Locale.ROOT, "  %3d  allowed by a comment in the book, with its reason", allowed.size()));
        }
    }

    private String at(BookPlace place) {
        String file = place.file().isEmpty() ? folder : folder + "/" + place.file();
        return place.line() > 0 ? file + ":" + place.line() : file;
    }
}
