package entente.quality.lint;

import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The worlds in which some conditions hold: for each indicator that they read, the grades that they leave. What they do
 * not read may have any grade and may be unknown; what they read has to be known.
 */
record GradeRegion(Map<String, Set<Grade>> grades) {

    static GradeRegion of(Rule rule, GradeSpace space) {
        return of(rule.conditions(), space);
    }

    static GradeRegion of(Collection<RuleCondition> conditions, GradeSpace space) {
        Map<String, Set<Grade>> grades = new LinkedHashMap<>();
        for (RuleCondition condition : conditions) {
            Set<Grade> left = grades.computeIfAbsent(condition.indicator(), i -> {
                Set<Grade> all = EnumSet.noneOf(Grade.class);
                all.addAll(space.of(i));
                return all;
            });
            left.removeIf(grade -> !condition.isMetBy(grade));
        }
        return new GradeRegion(grades);
    }

    /** Whether no world is left. */
    boolean isEmpty() {
        return grades.values().stream().anyMatch(Set::isEmpty);
    }

    /** Whether each world of this region is one of the other. */
    boolean isSubsetOf(GradeRegion other) {
        return isEmpty()
                || other.grades.entrySet().stream().allMatch(asked -> {
                    Set<Grade> own = grades.get(asked.getKey());
                    return own != null && asked.getValue().containsAll(own);
                });
    }

    /** Whether some world is in both. */
    boolean intersects(GradeRegion other) {
        return !isEmpty()
                && !other.isEmpty()
                && other.grades.entrySet().stream().allMatch(asked -> {
                    Set<Grade> own = grades.get(asked.getKey());
                    return own == null || own.stream().anyMatch(asked.getValue()::contains);
                });
    }
}
