package entente.report.wording;

import entente.model.Group;
import entente.model.Points;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The findings of one barrier or driver on one side of the question.
 *
 * @param weighty rules told one by one, the heaviest first
 * @param slight rules that a summary folds
 */
public record GroupFactors(Group group, Points sum, List<LedgerRow> weighty, List<LedgerRow> slight) {

    /** The barriers that hold the likelihood down (direction −1) or push it up (1), the heaviest first. */
    public static List<GroupFactors> of(Assessment assessment, int direction) {
        List<GroupFactors> sides = new ArrayList<>();
        for (Group group : assessment.catalogue().groups()) {
            List<LedgerRow> rows = assessment.ledger().stream()
                    .filter(row -> row.fired() && row.rule().group().equals(group.id()))
                    .filter(row -> Integer.signum(row.alliancePoints().hundredths()) == direction)
                    .sorted(Comparator.comparingInt(
                            row -> -Math.abs(row.alliancePoints().hundredths())))
                    .toList();
            if (!rows.isEmpty()) {
                List<LedgerRow> slight =
                        rows.stream().filter(GroupFactors::slight).toList();
                List<LedgerRow> weighty =
                        rows.stream().filter(row -> !slight(row)).toList();
                sides.add(new GroupFactors(group, total(rows), weighty, slight));
            }
        }
        sides.sort(Comparator.comparingInt(side -> -Math.abs(side.sum().hundredths())));
        return sides;
    }

    private static boolean slight(LedgerRow row) {
        return row.rule()
                .alliance()
                .filter(w -> w.strength() == Strength.SLIGHT)
                .isPresent();
    }

    public static Points total(List<LedgerRow> rows) {
        return rows.stream().map(LedgerRow::alliancePoints).reduce(Points.ZERO, Points::plus);
    }
}
