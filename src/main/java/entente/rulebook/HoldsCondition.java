package entente.rulebook;

import entente.document.Position;
import entente.document.Text;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads when a key assumption holds, such as {@code >= MODERATE}: a comparison and a grade, as rules write them. */
final class HoldsCondition {

    private HoldsCondition() {}

    static Optional<RuleCondition> parse(String text, String indicator, Position at) {
        String[] parts = text.strip().split("\\s+", -1);
        Optional<ComparisonOperator> comparison =
                parts.length == 2 ? ComparisonOperator.ofSymbol(parts[0]) : Optional.empty();
        if (comparison.isEmpty()) {
            at.reject(
                    "UNKNOWN_COMPARISON",
                    "\"" + Text.excerpt(text) + "\" is not a comparison and a grade such as >= MODERATE.");
            return Optional.empty();
        }
        // Every known reading meets the others, so that nothing would contradict the assumption.
        Grade trivial = comparison.get() == ComparisonOperator.AT_LEAST ? Grade.VERY_LOW : Grade.VERY_HIGH;
        Set<Grade> grades = EnumSet.complementOf(EnumSet.of(Grade.UNKNOWN, trivial));
        Optional<Grade> grade =
                grades.stream().filter(known -> known.name().equals(parts[1])).findFirst();
        if (grade.isEmpty()) {
            at.rejectUnknown(
                    "BAD_LITERAL",
                    "grade for " + parts[0],
                    parts[1],
                    grades.stream().map(Grade::name).toList());
        }
        return grade.map(known -> new RuleCondition(indicator, comparison.get(), known));
    }
}
