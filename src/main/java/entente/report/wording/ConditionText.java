package entente.report.wording;

import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.assessment.ConditionResult;

/** A condition with its reading: the value read, the threshold and the distance. */
public final class ConditionText {

    private ConditionText() {}

    public static String of(ConditionResult row, Catalogue catalogue) {
        return bare(row, catalogue) + ".";
    }

    /** A condition that fails, with the distance. */
    public static String missing(ConditionResult row, Catalogue catalogue) {
        return bare(row, catalogue) + (row.unknown() ? "" : " (" + distance(row, catalogue) + ")") + ".";
    }

    /** A condition with its result. */
    public static String judged(ConditionResult row, Catalogue catalogue) {
        return row.met() ? bare(row, catalogue) + ": holds." : missing(row, catalogue);
    }

    private static String bare(ConditionResult row, Catalogue catalogue) {
        String threshold =
                (row.condition().comparison() == ComparisonOperator.AT_LEAST ? "needs at least " : "needs below ")
                        + Wording.figure(row.cut());
        return Wording.label(catalogue.indicator(row.condition().indicator())) + ": " + reads(row) + "; " + threshold;
    }

    private static String reads(ConditionResult row) {
        return row.actual().isPresent()
                ? "reads " + Wording.figure(row.actual().getAsDouble()) + ", " + Wording.word(row.grade())
                : "not rated";
    }

    private static String distance(ConditionResult row, Catalogue catalogue) {
        double distance = row.distance().orElse(0);
        if (distance == 0) {
            return "exactly at the cut point";
        }
        String unit = switch (catalogue.indicator(row.condition().indicator()).unit()) {
            case "percent" -> " percentage points";
            case "USD bn" -> " bn USD";
            default -> "";
        };
        boolean atLeast = row.condition().comparison() == ComparisonOperator.AT_LEAST;
        return Wording.figure(distance) + unit + (atLeast ? " short" : " too high");
    }
}
