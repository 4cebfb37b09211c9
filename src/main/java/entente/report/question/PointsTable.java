package entente.report.question;

import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.PointBalance;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How the points of two assessments become their likelihoods, beside each other. */
public final class PointsTable {

    private PointsTable() {}

    public static Table of(Assessment first, Assessment second, List<String> names) {
        PointBalance a = first.balance();
        PointBalance b = second.balance();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Base rate", a.base(), b.base()));
        rows.add(row("Factors for and against", a.sum(), b.sum()));
        Stream<CeilingEffect> effects = Stream.concat(a.ceilings().stream(), b.ceilings().stream());
        for (String ceiling : effects.map(CeilingEffect::rule).distinct().toList()) {
            Points one = takenBack(a, ceiling);
            Points other = takenBack(b, ceiling);
            if (one.hundredths() != 0 || other.hundredths() != 0) {
                rows.add(row("Ceiling: " + Wording.claim(ceiling, second, first), one, other));
            }
        }
        rows.add(row("Result", a.result(), b.result()));
        rows.add(row("Depth of the partnership", a.partnership(), b.partnership()));
        return Table.figures(
                "How the points differ", List.of(names.get(0), names.get(1), "difference"), Table.FIGURES + 2, rows);
    }

    private static Points takenBack(PointBalance balance, String rule) {
        return Points.ZERO.minus(balance.ceilings().stream()
                .filter(effect -> effect.rule().equals(rule))
                .map(CeilingEffect::reduction)
                .findFirst()
                .orElse(Points.ZERO));
    }

    static Row row(String text, Points first, Points second) {
        return row(1, text, first, second, second.minus(first));
    }

    static Row row(int depth, String text, Points... points) {
        return Row.of(
                depth, text, Arrays.stream(points).map(Wording::pointsOrDot).toArray(String[]::new));
    }
}
