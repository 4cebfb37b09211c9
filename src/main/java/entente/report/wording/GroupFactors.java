package entente.report.wording;

import entente.model.Group;
import entente.model.Points;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of one barrier or driver, which together count for, or against, an alliance.
 *
 * @param major rules listed one by one, largest points first
 * @param minor rules of slight weight, which a summary adds up
 */
public record GroupFactors(Group group, Points sum, List<LedgerRow> major, List<LedgerRow> minor) {

    /** The groups whose rules together lower (direction −1) or raise (1; those that add up to nothing too) the likelihood. */
    public static List<GroupFactors> of(Assessment assessment, int direction) {
        List<GroupFactors> sides = new ArrayList<>();
        for (Group group : assessment.catalogue().groups()) {
            List<LedgerRow> rows = assessment.ledger().stream()
                    .filter(row -> row.fired() && row.rule().group().equals(group.id()))
                    .filter(row -> row.alliancePoints().hundredths() != 0)
                    .sorted(Comparator.comparingInt(
                            row -> -Math.abs(row.alliancePoints().hundredths())))
                    .toList();
            if (!rows.isEmpty() && (total(rows).hundredths() < 0) == (direction < 0)) {
                List<LedgerRow> minor =
                        rows.stream().filter(GroupFactors::minor).toList();
                List<LedgerRow> major = rows.stream().filter(row -> !minor(row)).toList();
                sides.add(new GroupFactors(group, total(rows), major, minor));
            }
        }
        sides.sort(Comparator.comparingInt(side -> -Math.abs(side.sum().hundredths())));
        return sides;
    }

    /** Its rules, those of slight weight last. */
    public List<LedgerRow> rows() {
        return Stream.concat(major.stream(), minor.stream()).toList();
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
