package entente.report.briefing;

import entente.model.Group.GroupKind;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.report.wording.CeilingReason;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import java.util.IntSummaryStatistics;
import java.util.stream.Collectors;

/** The likelihood step by step, from the base rate to the verdict; the points add up to the result as printed. */
final class PathText {

    /** Hundredths of a point that drivers of both directions leave at most where they cancel each other out. */
    private static final int CANCELLED = 20;

    private PathText() {}

    static String of(Assessment assessment, Figures figures) {
        LikelihoodPath path = assessment.outlook().path();
        BalanceTerms terms = BalanceTerms.of(assessment);
        IntSummaryStatistics each = terms.factors().stream()
                .filter(factor -> factor.group().kind() != GroupKind.BARRIER)
                .mapToInt(factor -> factor.points().hundredths())
                .summaryStatistics();
        Points drivers = new Points((int) each.getSum());
        boolean cancelled = Math.abs(drivers.hundredths()) <= CANCELLED && each.getMin() < 0 && each.getMax() > 0;
        Points barriers = terms.result().minus(terms.base()).minus(drivers).plus(terms.heldBack());
        String overcome = terms.factors().stream()
                .filter(factor -> factor.group().kind() == GroupKind.BARRIER && factor.direction() > 0)
                .map(factor -> factor.inSentence() + " (" + Wording.points(factor.points()) + ")")
                .collect(Collectors.joining(" and "));
        boolean free = path.driversOnly().equals(path.driversUnderCeiling());
        String held = free
                ? ""
                : ", which a ceiling lowers to " + figures.of(path.driversUnderCeiling())
                        + path.ceiling()
                                .map(new CeilingReason(assessment, true)::held)
                                .orElse("");
        String ceiling = terms.heldBack().hundredths() != 0
                ? "; the ceiling then takes back " + Wording.size(terms.heldBack())
                : free ? "" : ", and the ceiling no longer acts";
        return "From the base rate of " + Wording.figure(path.basePercent()) + Wording.GLUE
                + "%, the drivers"
                + (cancelled ? ", which cancel each other out, lead to " : " alone lead to ")
                + figures.of(path.driversOnly()) + " ("
                + Wording.points(drivers) + " evidence points)" + held
                + "; with the barriers as well"
                + (overcome.isEmpty() ? "" : ", among them " + overcome + ",") + " it is "
                + figures.of(path.likelihood()) + " (a further "
                + Wording.points(barriers) + ceiling + ").";
    }
}
