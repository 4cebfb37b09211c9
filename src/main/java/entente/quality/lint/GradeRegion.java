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
 * The graded scenarios in which some conditions hold: the allowed grades of each indicator they read. Those indicators
 * must be known; all others may have any grade or be unknown.
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

    /** Whether the conditions are unsatisfiable. */
    boolean isEmpty() {
        return grades.values().stream().anyMatch(Set::isEmpty);
    }

    /** Whether this region is a subset of the other. */
    boolean isSubsetOf(GradeRegion other) {
        return isEmpty()
                || other.grades.entrySet().stream().allMatch(allowed -> {
                    Set<Grade> own = grades.get(allowed.getKey());
                    return own != null && allowed.getValue().containsAll(own);
                });
    }

    /** Whether the regions intersect. */
    boolean intersects(GradeRegion other) {
        return !isEmpty()
                && !other.isEmpty()
                && other.grades.entrySet().stream().allMatch(allowed -> {
                    Set<Grade> own = grades.get(allowed.getKey());
                    return own == null || own.stream().anyMatch(allowed.getValue()::contains);
                });
    }
}
