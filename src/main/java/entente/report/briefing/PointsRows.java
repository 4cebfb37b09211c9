package entente.report.briefing;

import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.GroupResult;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Verdict;
import entente.model.rule.CeilingKind;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Kind;
import entente.report.wording.BalanceText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** The way from the base rate to the result, in points: what lowers it first, then what raises it, each the largest first. */
@RequiredArgsConstructor
final class PointsRows {

    private final List<PointsRow> rows = new ArrayList<>();
    private Points sum = Points.ZERO;

    static PointsFigure figure(Assessment assessment) {
        PointsRows rows = new PointsRows();
        PointBalance balance = assessment.balance();
        rows.add(Kind.BASE, BalanceText.base(assessment), balance.base());
        List<GroupResult> groups = assessment.groups().stream()
                .sorted(Comparator.comparingInt(PointsRows::side)
                        .thenComparingInt(
                                result -> -Math.abs(result.alliancePoints().hundredths())))
                .toList();
        groups.forEach(result -> rows.add(Kind.GROUP, result.group().label(), result.alliancePoints()));
        for (CeilingEffect effect : balance.ceilings()) {
            if (effect.reduction().hundredths() != 0) {
                rows.add(Kind.CEILING, ceiling(effect.ceiling().kind()), Points.ZERO.minus(effect.reduction()));
            }
        }
        double result = points(balance.result());
        rows.rows.add(new PointsRow(
                Kind.RESULT, BalanceText.result(assessment), Wording.points(balance.result()), result, result));
        Verdict verdict = assessment.verdict();
        return new PointsFigure(
                verdict.likelihood(),
                verdict.interval().low(),
                verdict.interval().high(),
                List.copyOf(rows.rows));
    }

    /** In a few words: the figure has one line for it. */
    private static String ceiling(CeilingKind kind) {
        return switch (kind) {
            case NO_SWITCH -> "Ceiling: the shock is missing or incomplete";
            case SWITCH -> "Ceiling that holds even with the shock";
            case DECISION -> "Ceiling that holds even with a decision to ally";
            case WORKING_PACT -> "Ceiling with the pact in force";
            case INCIDENT -> "Ceiling after a deadly clash";
        };
    }

    private static int side(GroupResult result) {
        int sign = Integer.signum(result.alliancePoints().hundredths());
        return sign == 0 ? 2 : sign;
    }

    private void add(Kind kind, String label, Points points) {
        double from = kind == Kind.BASE ? points(points) : points(sum);
        sum = kind == Kind.BASE ? points : sum.plus(points);
        String figure = points.hundredths() == 0 ? "0" : Wording.points(points);
        rows.add(new PointsRow(kind, label, figure, from, points(sum)));
    }

    private static double points(Points points) {
        return points.hundredths() / 100.0;
    }
}
