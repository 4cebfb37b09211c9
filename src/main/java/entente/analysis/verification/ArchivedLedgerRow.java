package entente.analysis.verification;

import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.document.TreeComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ledger row as stored in JSON.
 *
 * @param members the row's fields
 * @param conditions its conditions by indicator and comparison, in rule order
 */
record ArchivedLedgerRow(String rule, Map<String, Node> members, Map<String, ArchivedCondition> conditions) {

    private static final Pattern THRESHOLD = Pattern.compile("(at least|at most) ([A-Z_]+) \\((below )?(-?[0-9.]+)\\)");
    private static final List<String> GRADES = List.of("VERY_LOW", "LOW", "MODERATE", "HIGH", "VERY_HIGH");

    /**
     * A condition of a ledger row.
     *
     * @param cut the deciding value; empty if the text has another form
     * @param grade the grade that begins at the cut point
     */
    record ArchivedCondition(
            String indicator, String needed, Optional<String> cut, Optional<String> grade, Optional<Node> actual) {}

    /** The rows of a valid assessment, in order. */
    static Map<String, ArchivedLedgerRow> of(Node root) {
        Map<String, ArchivedLedgerRow> rows = new LinkedHashMap<>();
        Fields.of(root, "#", new ProblemCollector())
                .ifPresent(fields -> fields.objects("ledger").forEach(row -> {
                    Map<String, ArchivedCondition> conditions = new LinkedHashMap<>();
                    row.objects("conditions").forEach(entry -> {
                        ArchivedCondition condition = condition(entry);
                        conditions.put(key(condition), condition);
                    });
                    String rule = row.text("rule").orElse("");
                    rows.put(rule, new ArchivedLedgerRow(rule, row.members(), conditions));
                }));
        return rows;
    }

    private static ArchivedCondition condition(Fields condition) {
        String needed = condition.text("needed").orElse("");
        Matcher form = THRESHOLD.matcher(needed);
        boolean known = form.matches() && GRADES.contains(form.group(2));
        // "At most LOW" is decided by the first value of MODERATE.
        int grade = known ? GRADES.indexOf(form.group(2)) + (form.group(1).equals("at most") ? 1 : 0) : -1;
        return new ArchivedCondition(
                condition.text("indicator").orElse(""),
                needed,
                known ? Optional.of(form.group(4)) : Optional.empty(),
                known && grade < GRADES.size() ? Optional.of(GRADES.get(grade)) : Optional.empty(),
                condition.get("actual"));
    }

    /** Identifies a condition regardless of the value of its cut point. */
    private static String key(ArchivedCondition condition) {
        String needed =
                condition.cut().isPresent() ? condition.needed().replaceFirst(" \\(.*$", "") : condition.needed();
        return condition.indicator() + " " + needed;
    }

    String text(String name) {
        Node value = members.get(name);
        return value == null ? "" : TreeComparison.describe(value);
    }

    Optional<Node> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The conditions of this rule that the other does not have. */
    List<String> conditionsNotIn(ArchivedLedgerRow other) {
        List<String> beyond = new ArrayList<>(conditions.keySet());
        beyond.removeAll(other.conditions.keySet());
        return beyond;
    }
}
