package entente.report.text;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.quality.cases.CaseReport;
import entente.quality.cases.CaseResult;
import entente.quality.cases.CaseResult.FailedExpectation;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Results of the worked cases as text: failures in full, the others counted or listed.
 *
 * @param all whether cases that hold are listed as well
 */
public record CaseText(TextStyle style, boolean all) {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** Room for the word in front of each case. */
    private static final int INDENT = 7;

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
        return page.toString();
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
        String about = miss.rule()
                .map(rule -> miss.expectation().endsWith("Points") ? rule + ", " + label(miss) : rule)
                .orElseGet(() -> label(miss));
        return about + ": expected " + words(miss, miss.expected()) + ", came " + words(miss, miss.actual()) + ".";
    }

    private static String label(FailedExpectation miss) {
        return switch (miss.expectation()) {
            case "alliancePoints" -> "points on the alliance";
            case "partnershipPoints", "partnership" -> "points on the partnership";
            case "percent" -> "likelihood";
            case "base" -> "points of the base rate";
            case "sum" -> "points of all rules that fire";
            case "ceilings" -> "ceilings in force, and what each takes back";
            case "final" -> "points after the ceilings";
            default -> miss.expectation();
        };
    }

    /** The names of an assessment as words: NOT_FIRED becomes not fired. Figures as a ledger prints them. */
    private static String words(FailedExpectation miss, String names) {
        return switch (miss.expectation()) {
            case "alliancePoints", "partnershipPoints", "partnership", "base", "sum", "final" ->
                FIGURE.matcher(names).matches() ? Wording.points(Points.of(Double.parseDouble(names))) : names;
            case "percent" -> Wording.percent(Double.parseDouble(names));
            case "band" -> Wording.term(LikelihoodScale.of(Band.valueOf(names)));
            default -> NAME.matcher(names).replaceAll(name -> Wording.word(name.group()));
        };
    }
}
