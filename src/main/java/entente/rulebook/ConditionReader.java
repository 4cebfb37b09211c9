package entente.rulebook;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads conditions of the only allowed form, {@code GradedReading( indicator == "x", grade >= Grade.HIGH )}. */
@RequiredArgsConstructor
final class ConditionReader {

    private static final Pattern INDICATOR = Pattern.compile("indicator\\s*==\\s*\"(\\w+)\"");
    private static final Pattern THRESHOLD = Pattern.compile("grade\\s*([^\\w\\s]+)\\s*Grade\\s*\\.\\s*(\\w+)");

    private final FaultCollector.OfFile faults;

    List<RuleCondition> read(RuleDescr rule) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (BaseDescr line : rule.getLhs().getDescrs()) {
            int at = line.getLine() > 0 ? line.getLine() : rule.getLine();
            if (line instanceof PatternDescr pattern) {
                read(pattern, at).ifPresent(conditions::add);
            } else {
                reportUnreadable(at);
            }
        }
        return List.copyOf(conditions);
    }

    private Optional<RuleCondition> read(PatternDescr pattern, int line) {
        List<? extends BaseDescr> constraints = pattern.getConstraint().getDescrs();
        boolean plain = pattern.getObjectType().equals("GradedReading")
                && pattern.getIdentifier() == null
                && pattern.getSource() == null
                && (pattern.getBehaviors() == null || pattern.getBehaviors().isEmpty())
                && constraints.size() == 2;
        Matcher indicator = INDICATOR.matcher(plain ? text(constraints.get(0)) : "");
        Matcher threshold = THRESHOLD.matcher(plain ? text(constraints.get(1)) : "");
        if (!indicator.matches() || !threshold.matches()) {
            reportUnreadable(line);
            return Optional.empty();
        }
        Optional<ComparisonOperator> comparison = ComparisonOperator.ofSymbol(threshold.group(1));
        if (comparison.isEmpty()) {
            faults.add(
                    line, "UNKNOWN_COMPARISON", "A grade is compared by >= or <=, not by " + threshold.group(1) + ".");
        }
        Optional<Grade> grade = grade(threshold.group(2), line);
        if (comparison.isEmpty() || grade.isEmpty()) {
            return Optional.empty();
        }
        if (grade.get() == (comparison.get() == ComparisonOperator.AT_LEAST ? Grade.VERY_LOW : Grade.VERY_HIGH)) {
            faults.add(line, "TRIVIAL_CONDITION", "Every known reading meets this condition.");
        }
        return Optional.of(new RuleCondition(indicator.group(1), comparison.get(), grade.get()));
    }

    private static String text(BaseDescr constraint) {
        return constraint instanceof ExprConstraintDescr expression
                ? expression.getExpression().strip()
                : "";
    }

    private Optional<Grade> grade(String name, int line) {
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNKNOWN && grade.name().equals(name)) {
                return Optional.of(grade);
            }
        }
        faults.add(line, "BAD_LITERAL", "There is no grade " + name + " to compare with.");
        return Optional.empty();
    }

    private void reportUnreadable(int line) {
        faults.add(
                line,
                "UNREADABLE_CONDITION",
                "A condition reads GradedReading( indicator == \"…\", grade >= Grade.… ), or <=; nothing else.");
    }
}
