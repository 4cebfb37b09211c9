package entente.report.wording;

import entente.model.Band;
import entente.model.Points;
import entente.quality.cases.RuleCase.Expectation;
import entente.quality.cases.RuleCase.FailedExpectation;
import java.util.regex.Pattern;

/** What is said of the cases of a rule book. */
public final class CaseSentences {

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");

    private CaseSentences() {}

    /** What was expected, and what came. */
    public static String told(FailedExpectation miss) {
        Expectation of = miss.expectation();
        String about = of.rule()
                .map(rule -> of.member().endsWith("Points") ? rule + ", " + label(of) : rule)
                .orElseGet(() -> label(of));
        return about + ": expected " + words(of, of.expected()) + ", came " + words(of, miss.actual())
                + miss.given().map(given -> ", with " + given).orElse("") + ".";
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
