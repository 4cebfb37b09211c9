package entente.briefing;

import entente.domain.Catalogue;
import entente.domain.Comparison;
import entente.domain.ConditionRow;

/** A line of a rule beside its reading: what was read, what was needed, how far apart they are. */
final class ConditionText {

    private ConditionText() {}

    static String of(ConditionRow row, Catalogue catalogue) {
        return bare(row, catalogue) + ".";
    }

    /** A line that fails, with the distance. */
    static String missing(ConditionRow row, Catalogue catalogue) {
        return bare(row, catalogue) + (row.unknown() ? "" : " (" + distance(row, catalogue) + ")") + ".";
    }

    /** A line of either kind, with what became of it. */
    static String judged(ConditionRow row, Catalogue catalogue) {
        return row.held() ? bare(row, catalogue) + ": holds." : missing(row, catalogue);
    }

    private static String bare(ConditionRow row, Catalogue catalogue) {
        String asked = (row.condition().comparison() == Comparison.AT_LEAST ? "needs at least " : "needs below ")
                + Words.figure(row.cut());
        return Words.label(catalogue.indicator(row.condition().indicator())) + ": " + reads(row) + "; " + asked;
    }

    private static String reads(ConditionRow row) {
        return row.actual().isPresent()
                ? "reads " + Words.figure(row.actual().getAsDouble()) + ", " + Words.grade(row.grade())
                : "nobody rated it";
    }

    private static String distance(ConditionRow row, Catalogue catalogue) {
        double distance = row.distance().orElse(0);
        if (distance == 0) {
            return "just on the cut";
        }
        String unit = switch (catalogue.indicator(row.condition().indicator()).unit()) {
            case "percent" -> " percentage points";
            case "USD bn" -> " bn USD";
            default -> "";
        };
        boolean atLeast = row.condition().comparison() == Comparison.AT_LEAST;
        return Words.figure(distance) + unit + (atLeast ? " short" : " too high");
    }
}
