package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Comparison;
import entente.domain.ConditionRow;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import entente.domain.RuleKind;
import java.util.Comparator;
import java.util.List;

/** A rule that did not fire and is few grades short of it. */
record NearMiss(LedgerRow row, List<ConditionRow> failing, int grades) {

    private static final int WEIGHTIEST_CEILING = 10_000;

    /** Those that would matter most first, nearest first among equals. */
    static List<NearMiss> of(Assessment assessment, int gradesAway, int most) {
        return assessment.ledger().stream()
                .filter(row -> row.status() == LedgerStatus.NOT_FIRED)
                .map(NearMiss::of)
                .filter(miss -> miss.grades <= gradesAway)
                .sorted(Comparator.comparingInt(NearMiss::importance).reversed().thenComparingInt(NearMiss::grades))
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
            return 9;
        }
        int threshold = row.condition().threshold().ordinal();
        int grade = row.grade().ordinal();
        return row.condition().comparison() == Comparison.AT_LEAST ? threshold - grade : grade - threshold;
    }

    private int importance() {
        return row.rule().kind() == RuleKind.CLAIM
                ? Math.abs(row.alliancePoints().hundredths())
                : WEIGHTIEST_CEILING;
    }
}
