package entente.report.question;

import entente.model.Points;
import entente.model.Question;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.RuleKind;
import entente.report.form.Table;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Claims that count under one of two rule books, or not the same under both; the strongest first. */
record RuleBookClaims(boolean all) {

    private static final int MOST = 6;

    List<Table> tables(Assessment first, Assessment second) {
        Map<String, LedgerRow> a = counting(first);
        Map<String, LedgerRow> b = counting(second);
        List<Row> otherwise = new ArrayList<>();
        a.values().stream().sorted(strongest()).forEach(row -> {
            LedgerRow other = b.getOrDefault(row.rule().id(), row);
            if (!row.alliancePoints().equals(other.alliancePoints())
                    || !row.partnershipPoints().equals(other.partnershipPoints())) {
                String alliance = change(row, other, Question.ALLIANCE);
                String partnership = change(row, other, Question.PARTNERSHIP);
                otherwise.add(Row.of(1, Wording.claim(row.rule()), alliance, partnership));
            }
        });
        return List.of(
                only("Claims that count under A alone", a, b),
                only("Claims that count under B alone", b, a),
                Table.figures(
                        "Claims that count under both, but not the same",
                        List.of("alliance", "partnership"),
                        15,
                        folded(otherwise)));
    }

    private static Map<String, LedgerRow> counting(Assessment assessment) {
        return assessment.ledger().stream()
                .filter(row -> row.fired() && row.rule().kind() == RuleKind.CLAIM)
                .collect(Collectors.toMap(
                        row -> row.rule().id(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static String change(LedgerRow a, LedgerRow b, Question question) {
        return a.points(question).equals(b.points(question))
                ? Wording.pointsOrDot(a.points(question))
                : Wording.points(a.points(question)) + " → " + Wording.points(b.points(question));
    }

    private static Comparator<LedgerRow> strongest() {
        return Comparator.comparingInt(
                        (LedgerRow row) -> -Math.abs(row.alliancePoints().hundredths()))
                .thenComparingInt(row -> -Math.abs(row.partnershipPoints().hundredths()));
    }

    private Table only(String heading, Map<String, LedgerRow> own, Map<String, LedgerRow> other) {
        List<LedgerRow> alone = own.values().stream()
                .filter(row -> !other.containsKey(row.rule().id()))
                .sorted(strongest())
                .toList();
        int shown = all || alone.size() <= MOST + 1 ? alone.size() : MOST;
        List<Row> rows = new ArrayList<>();
        alone.subList(0, shown).forEach(row -> rows.add(row(Wording.claim(row.rule()), List.of(row))));
        List<LedgerRow> rest = alone.subList(shown, alone.size());
        if (!rest.isEmpty()) {
            rows.add(row("and " + Wording.count(rest.size()) + " more together", rest));
        }
        return Table.figures(heading, List.of("alliance", "partnership"), 13, rows);
    }

    private List<Row> folded(List<Row> rows) {
        if (all || rows.size() <= MOST + 1) {
            return rows;
        }
        List<Row> folded = new ArrayList<>(rows.subList(0, MOST));
        folded.add(Row.of(1, "and " + Wording.count(rows.size() - MOST) + " more: --all."));
        return folded;
    }

    private static Row row(String text, List<LedgerRow> rows) {
        return PointsTable.row(1, text, sum(rows, Question.ALLIANCE), sum(rows, Question.PARTNERSHIP));
    }

    private static Points sum(List<LedgerRow> rows, Question question) {
        return rows.stream().map(row -> row.points(question)).reduce(Points.ZERO, Points::plus);
    }
}
