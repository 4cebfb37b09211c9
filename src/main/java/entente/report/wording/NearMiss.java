package entente.report.wording;

import entente.model.ComparisonOperator;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.RuleKind;
import java.util.Comparator;
import java.util.List;

/** A claim that did not fire and is few grades short of it. */
public record NearMiss(LedgerRow row, List<ConditionResult> failing, int grades) {

    private static final int GRADES_AWAY = 2;

    /** Largest points first, nearest first among equals. */
    public static List<NearMiss> of(Assessment assessment, int most) {
        return assessment.ledger().stream()
                .filter(row ->
                        row.status() == LedgerStatus.NOT_FIRED && row.rule().kind() == RuleKind.CLAIM)
                .filter(row -> row.alliancePoints().hundredths() != 0)
                .map(NearMiss::of)
                .filter(miss -> miss.grades <= GRADES_AWAY)
                .sorted(Comparator.comparingInt((NearMiss miss) ->
                                -Math.abs(miss.row.alliancePoints().hundredths()))
                        .thenComparingInt(NearMiss::grades))
                .limit(most)
                .toList();
    }

    private static NearMiss of(LedgerRow row) {
        List<ConditionResult> failing =
                row.conditions().stream().filter(c -> !c.met()).toList();
        return new NearMiss(
                row, failing, failing.stream().mapToInt(NearMiss::gradesShort).sum());
    }

    private static int gradesShort(ConditionResult row) {
        if (row.unknown()) {
            return GRADES_AWAY + 1;
        }
        int threshold = row.condition().threshold().ordinal();
        int grade = row.grade().ordinal();
        return row.condition().comparison() == ComparisonOperator.AT_LEAST ? threshold - grade : grade - threshold;
    }
}
