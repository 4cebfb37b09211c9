package entente.report.wording;

import entente.model.Catalogue;
import entente.model.assessment.Warning;
import java.util.List;

/** Warnings about a scenario as sentences. */
public final class WarningText {

    private WarningText() {}

    /** Whether the reading or date is probably not what was meant. */
    public static boolean isSlip(Warning.Kind kind) {
        return switch (kind) {
            case PERCENT_AS_FRACTION, SHARE_ABOVE_WHOLE, READING_AFTER_SCENARIO, SCENARIO_LONG_AFTER_READINGS -> true;
            case STALE_READING,
                    TARIFF_WITHOUT_EFFECT,
                    RANGE_ENDS_AT_CUT,
                    NOTHING_RATED,
                    INTERVAL_NOT_EXACT,
                    RELATIONSHIPS_NOT_EXACT -> false;
        };
    }

    /** The sentence without the blanks that keep a number and its unit on one line. */
    public static String plain(Warning warning, Catalogue catalogue) {
        return of(warning, catalogue).replace(Wording.GLUE, ' ');
    }

    /** The sentence; the place of the warning is not part of it. */
    public static String of(Warning warning, Catalogue catalogue) {
        List<String> facts = warning.facts();
        return switch (warning.kind()) {
            case NOTHING_RATED -> "Nothing is rated: the answer is the base rate.";
            case INTERVAL_NOT_EXACT -> "Too much is unknown to try every combination: the interval is an outer bound.";
            case RELATIONSHIPS_NOT_EXACT ->
                "Too much is unknown to try every combination: of the relationships listed, some are not shown to be reached.";
            case SHARE_ABOVE_WHOLE, TARIFF_WITHOUT_EFFECT -> new ContradictionText(warning, catalogue).sentence();
            case PERCENT_AS_FRACTION ->
                label(catalogue, facts) + ": the reading is " + facts.get(1) + Wording.GLUE + "%; if " + facts.get(2)
                        + Wording.GLUE + "% is meant, write " + facts.get(2) + ".";
            case STALE_READING ->
                label(catalogue, facts) + ": the reading is of " + facts.get(1) + ", the scenario of " + facts.get(2)
                        + ".";
            case READING_AFTER_SCENARIO ->
                label(catalogue, facts) + ": the reading is of " + facts.get(1) + ", later than the scenario ("
                        + facts.get(2) + "); it is used.";
            case SCENARIO_LONG_AFTER_READINGS ->
                "The scenario is dated " + facts.get(0) + ", decades after its newest reading (" + facts.get(1) + ").";
            case RANGE_ENDS_AT_CUT ->
                label(catalogue, facts) + ": the range ends at " + measure(catalogue, facts, 1) + ", at the cut point "
                        + measure(catalogue, facts, 2) + ": a slightly wider one can reach another grade.";
        };
    }

    private static String measure(Catalogue catalogue, List<String> facts, int place) {
        return new MeasureText(catalogue.indicator(facts.get(0))).value(Double.parseDouble(facts.get(place)));
    }

    private static String label(Catalogue catalogue, List<String> facts) {
        return Wording.label(catalogue.indicator(facts.get(0)));
    }
}
