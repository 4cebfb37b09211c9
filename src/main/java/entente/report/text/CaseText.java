package entente.report.text;

import entente.model.Band;
import entente.model.Points;
import entente.quality.cases.CaseReport;
import entente.quality.cases.CaseReport.Gap;
import entente.quality.cases.RuleCase.CaseResult;
import entente.quality.cases.RuleCase.Expectation;
import entente.quality.cases.RuleCase.FailedExpectation;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Results of the worked cases as text: failures in full, the others counted or listed, then what no case covers.
 *
 * @param all whether cases that hold, and all rules and thresholds without a case, are listed
 */
public record CaseText(TextStyle style, boolean all) {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** Room for the word in front of each case. */
    private static final int INDENT = 7;

    private static final int MOST_GAPS = 10;

    public String write(CaseReport report) {
        TextPage page = new TextPage(style);
        for (CaseResult result : report.results()) {
            if (!result.passed()) {
                head(page, style.down("FAILS"), result);
                result.failures().forEach(miss -> miss(page, miss));
            } else if (all) {
                head(page, style.up("holds"), result);
            }
        }
        int failed = report.failed().size();
        int held = report.results().size() - failed;
        if (failed > 0 || (all && held > 0)) {
            page.blankLine();
        }
        if (failed == 0) {
            page.line(cases(held, "holds", "hold") + ".");
        } else {
            page.line(cases(failed, "fails", "fail") + ", " + held + (held == 1 ? " holds." : " hold."));
        }
        gaps(page, report.gaps().orElse(List.of()));
        return page.toString();
    }

    private void gaps(TextPage page, List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        page.blankLine().line(style.strong("Covered by no case"));
        int shown = all ? gaps.size() : Math.min(gaps.size(), MOST_GAPS);
        for (Gap gap : gaps.subList(0, shown)) {
            String what = gap.condition()
                    .map(condition -> Wording.condition(condition) + " decides")
                    .orElse("fires");
            page.hanging(2, 4, gap.rule() + ": " + what + " in no case.");
        }
        if (shown < gaps.size()) {
            page.line("  and " + Wording.count(gaps.size() - shown) + " more: --all.");
        }
    }

    private static String cases(int count, String one, String many) {
        return count + (count == 1 ? " case " + one : " cases " + many);
    }

    private static void head(TextPage page, String mark, CaseResult result) {
        List<String> lines = TextPage.wrapped(result.id() + ": " + result.sentence(), TextPage.WIDTH - INDENT);
        page.line(mark + "  " + lines.get(0));
        lines.stream().skip(1).forEach(line -> page.line(" ".repeat(INDENT) + line));
    }

    private static void miss(TextPage page, FailedExpectation miss) {
        page.hanging(INDENT, INDENT + 2, told(miss));
        miss.given().ifPresent(given -> page.hanging(INDENT + 2, INDENT + 4, "with " + given));
    }

    private static String told(FailedExpectation miss) {
        Expectation of = miss.expectation();
        String about = of.rule()
                .map(rule -> of.member().endsWith("Points") ? rule + ", " + label(of) : rule)
                .orElseGet(() -> label(of));
        return about + ": expected " + words(of, of.expected()) + ", came " + words(of, miss.actual()) + ".";
    }

    private static String label(Expectation of) {
        return switch (of.member()) {
            case "alliancePoints" -> "points on the alliance";
            case "partnershipPoints", "partnership" -> "points on the partnership";
            case "percent" -> "likelihood";
            case "base" -> "points of the base rate";
            case "sum" -> "points of all rules that fire";
            case "ceilings" -> "ceilings in force, and what each takes back";
            case "final" -> "points after the ceilings";
            default -> of.member();
        };
    }

    /** The names of an assessment as words: NOT_FIRED becomes not fired. Figures as a ledger prints them. */
    private static String words(Expectation of, String names) {
        return switch (of.member()) {
            case "alliancePoints", "partnershipPoints", "partnership", "base", "sum", "final" ->
                FIGURE.matcher(names).matches() ? Wording.points(Points.of(Double.parseDouble(names))) : names;
            case "percent" -> Wording.percent(Double.parseDouble(names));
            case "band" -> VerdictSentences.words(Band.valueOf(names));
            default -> NAME.matcher(names).replaceAll(name -> Wording.word(name.group()));
        };
    }
}
