package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Comparison;
import entente.domain.ConditionRow;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import entente.domain.RuleKind;
import java.util.Comparator;
import java.util.List;

/** A claim that did not fire and is few grades short of it. */
record NearMiss(LedgerRow row, List<ConditionRow> failing, int grades) {

    private static final int GRADES_AWAY = 2;

    /** Those that would matter most first, nearest first among equals. */
    static List<NearMiss> of(Assessment assessment, int most) {
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
        List<ConditionRow> failing =
                row.conditions().stream().filter(c -> !c.held()).toList();
        return new NearMiss(
                row, failing, failing.stream().mapToInt(NearMiss::gradesShort).sum());
    }

    private static int gradesShort(ConditionRow row) {
        if (row.unknown()) {
            return GRADES_AWAY + 1;
        }
        int threshold = row.condition().threshold().ordinal();
        int grade = row.grade().ordinal();
        return row.condition().comparison() == Comparison.AT_LEAST ? threshold - grade : grade - threshold;
    }
}
