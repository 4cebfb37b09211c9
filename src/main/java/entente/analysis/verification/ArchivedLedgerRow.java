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
 * A row of a ledger as JSON holds it.
 *
 * @param members the row's fields
 * @param lines its conditions by what they ask, in the order of the rule
 */
record ArchivedLedgerRow(String rule, Map<String, Node> members, Map<String, Line> conditions) {

    private static final Pattern THRESHOLD = Pattern.compile("(at least|at most) ([A-Z_]+) \\((below )?(-?[0-9.]+)\\)");
    private static final List<String> GRADES = List.of("VERY_LOW", "LOW", "MODERATE", "HIGH", "VERY_HIGH");

    /**
     * A condition.
     *
     * @param cut the value that decides; empty where the text has another form
     * @param grade the grade that begins with the cut
     */
    record Line(String indicator, String needed, Optional<String> cut, Optional<String> grade, Optional<Node> actual) {}

    /** The rows of an assessment that was checked, in their order. */
    static Map<String, ArchivedLedgerRow> of(Node root) {
        Map<String, ArchivedLedgerRow> rows = new LinkedHashMap<>();
        Fields.of(root, "#", new ProblemCollector())
                .ifPresent(fields -> fields.objects("ledger").forEach(row -> {
                    Map<String, Line> lines = new LinkedHashMap<>();
                    row.objects("conditions").forEach(condition -> {
                        Line line = condition(condition);
                        lines.put(key(line), line);
                    });
                    String rule = row.text("rule").orElse("");
                    rows.put(rule, new ArchivedLedgerRow(rule, row.members(), lines));
                }));
        return rows;
    }

    private static Line condition(Fields condition) {
        String needed = condition.text("needed").orElse("");
        Matcher form = THRESHOLD.matcher(needed);
        boolean known = form.matches() && GRADES.contains(form.group(2));
        // "At most LOW" is decided by the first value of MODERATE.
        int grade = known ? GRADES.indexOf(form.group(2)) + (form.group(1).equals("at most") ? 1 : 0) : -1;
        return new Line(
                condition.text("indicator").orElse(""),
                needed,
                known ? Optional.of(form.group(4)) : Optional.empty(),
                known && grade < GRADES.size() ? Optional.of(GRADES.get(grade)) : Optional.empty(),
                condition.get("actual"));
    }

    /** What a condition asks, whatever value the grade begins with. */
    private static String key(Line line) {
        String needed = line.cut().isPresent() ? line.needed().replaceFirst(" \\(.*$", "") : line.needed();
        return line.indicator() + " " + needed;
    }

    String text(String name) {
        Node value = members.get(name);
        return value == null ? "" : TreeComparison.describe(value);
    }

    Optional<Node> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** What this rule asks that the other does not. */
    List<String> conditionsNotIn(ArchivedLedgerRow other) {
        List<String> beyond = new ArrayList<>(conditions.keySet());
        beyond.removeAll(other.conditions.keySet());
        return beyond;
    }
}
