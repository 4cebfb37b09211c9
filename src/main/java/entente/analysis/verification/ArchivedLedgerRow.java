package entente.analysis.verification;

import entente.document.Fields;
import entente.document.Node;
import entente.document.TreeComparison;
import entente.model.ComparisonOperator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a ledger as JSON holds it.
 *
 * @param members the row's fields
 * @param conditions its conditions by indicator, comparison and grade, in the order of the rule
 */
record ArchivedLedgerRow(String rule, Map<String, Node> members, Map<String, Line> conditions) {

    private static final List<String> GRADES = List.of("VERY_LOW", "LOW", "MODERATE", "HIGH", "VERY_HIGH");

    /**
     * A condition.
     *
     * @param text the comparison and its grade, such as "at least HIGH"
     * @param cut the threshold
     * @param grade the grade that begins with the threshold
     */
    record Line(String indicator, String text, Optional<Node> cut, Optional<String> grade, Optional<Node> actual) {

        String key() {
            return indicator + " " + text;
        }
    }

    /** The rows of an assessment that was checked, in their order. */
    static Map<String, ArchivedLedgerRow> of(Fields assessment) {
        Map<String, ArchivedLedgerRow> rows = new LinkedHashMap<>();
        for (Fields row : assessment.objects("ledger")) {
            Map<String, Line> lines = new LinkedHashMap<>();
            row.objects("conditions").stream()
                    .map(ArchivedLedgerRow::condition)
                    .forEach(line -> lines.put(line.key(), line));
            String rule = row.text("rule").orElse("");
            rows.put(rule, new ArchivedLedgerRow(rule, row.members(), lines));
        }
        return rows;
    }

    private static Line condition(Fields condition) {
        String comparison = condition.text("comparison").orElse("");
        String grade = condition.text("grade").orElse("");
        // The threshold of AT_MOST LOW is the first value of MODERATE.
        int from = GRADES.indexOf(grade) + (comparison.equals(ComparisonOperator.AT_MOST.name()) ? 1 : 0);
        return new Line(
                condition.text("indicator").orElse(""),
                comparison.toLowerCase(Locale.ROOT).replace('_', ' ') + " " + grade,
                condition.get("threshold"),
                GRADES.contains(grade) && from < GRADES.size() ? Optional.of(GRADES.get(from)) : Optional.empty(),
                condition.get("actual"));
    }

    String text(String name) {
        return get(name).map(TreeComparison::describe).orElse("");
    }

    Optional<Node> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Conditions that the other row does not have. */
    List<String> conditionsBeyond(ArchivedLedgerRow other) {
        return conditions.keySet().stream()
                .filter(key -> !other.conditions.containsKey(key))
                .toList();
    }
}
