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
 * The rules of one barrier or driver, which together count for, or against, an alliance.
 *
 * @param rows largest points first, rules of slight weight last
 */
public record GroupFactors(Group group, Points sum, List<LedgerRow> rows) {

    /** The groups whose rules together lower (direction −1) or raise (1; those that add up to nothing too) the likelihood. */
    public static List<GroupFactors> of(Assessment assessment, int direction) {
        List<GroupFactors> sides = new ArrayList<>();
        for (Group group : assessment.catalogue().groups()) {
            List<LedgerRow> rows = assessment.ledger().stream()
                    .filter(row -> row.fired() && row.rule().group().equals(group.id()))
                    .filter(row -> row.alliancePoints().hundredths() != 0)
                    .sorted(Comparator.comparing(GroupFactors::minor)
                            .thenComparingInt(
                                    row -> -Math.abs(row.alliancePoints().hundredths())))
                    .toList();
            if (!rows.isEmpty() && (total(rows).hundredths() < 0) == (direction < 0)) {
                sides.add(new GroupFactors(group, total(rows), rows));
            }
        }
        sides.sort(Comparator.comparingInt(side -> -Math.abs(side.sum().hundredths())));
        return sides;
    }

    public static Points sum(List<GroupFactors> sides) {
        return sides.stream().map(GroupFactors::sum).reduce(Points.ZERO, Points::plus);
    }

    private static boolean minor(LedgerRow row) {
        return row.rule()
                .alliance()
                .filter(w -> w.strength() == Strength.SLIGHT)
                .isPresent();
    }

    public static Points total(List<LedgerRow> rows) {
        return rows.stream().map(LedgerRow::alliancePoints).reduce(Points.ZERO, Points::plus);
    }
}
