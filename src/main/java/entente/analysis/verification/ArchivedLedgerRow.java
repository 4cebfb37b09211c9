package entente.analysis.verification;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.TreeComparison;
import entente.model.ComparisonOperator;
import entente.model.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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
     * @param cut the threshold; empty where the file has none
     * @param grade the grade that begins with the threshold
     */
    record Line(String indicator, String text, Optional<String> cut, Optional<String> grade, Optional<Node> actual) {

        String key() {
            return indicator + " " + text;
        }
    }

    /** The rows of an assessment that was checked, in their order. */
    static Map<String, ArchivedLedgerRow> of(Node root) {
        Map<String, ArchivedLedgerRow> rows = new LinkedHashMap<>();
        Fields.of(root, "#", new ProblemCollector())
                .ifPresent(fields -> fields.objects("ledger").forEach(row -> {
                    Map<String, Line> lines = new LinkedHashMap<>();
                    row.objects("conditions").forEach(condition -> {
                        Line line = condition(condition);
                        lines.put(line.key(), line);
                    });
                    String rule = row.text("rule").orElse("");
                    rows.put(rule, new ArchivedLedgerRow(rule, row.members(), lines));
                }));
        return rows;
    }

    private static Line condition(Fields condition) {
        String comparison = condition.text("comparison").orElse("");
        String grade = condition.text("grade").orElse("");
        OptionalDouble threshold = condition.number("threshold");
        // The threshold of AT_MOST LOW is the first value of MODERATE.
        int from = GRADES.indexOf(grade) + (comparison.equals(ComparisonOperator.AT_MOST.name()) ? 1 : 0);
        return new Line(
                condition.text("indicator").orElse(""),
                comparison.toLowerCase(Locale.ROOT).replace('_', ' ') + " " + grade,
                threshold.isPresent() ? Optional.of(Numbers.plain(threshold.getAsDouble())) : Optional.empty(),
                GRADES.contains(grade) && from < GRADES.size() ? Optional.of(GRADES.get(from)) : Optional.empty(),
                condition.get("actual"));
    }

    String text(String name) {
        Node value = members.get(name);
        return value == null ? "" : TreeComparison.describe(value);
    }

    Optional<Node> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Conditions that the other row does not have. */
    List<String> conditionsBeyond(ArchivedLedgerRow other) {
        List<String> beyond = new ArrayList<>(conditions.keySet());
        beyond.removeAll(other.conditions.keySet());
        return beyond;
    }
}
