package entente.upkeep;

import entente.domain.Condition;
import entente.domain.Grade;
import entente.domain.Rule;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The worlds in which some conditions hold: for each indicator that they read, the grades that they leave. What they do
 * not read may have any grade and may be unknown; what they read has to be known.
 */
record Region(Map<String, Set<Grade>> grades) {

    static Region of(Rule rule, Space space) {
        return of(rule.conditions(), space);
    }

    static Region of(Collection<Condition> conditions, Space space) {
        Map<String, Set<Grade>> grades = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            Set<Grade> left = grades.computeIfAbsent(condition.indicator(), i -> {
                Set<Grade> all = EnumSet.noneOf(Grade.class);
                all.addAll(space.of(i));
                return all;
            });
            left.removeIf(grade -> !condition.heldBy(grade));
        }
        return new Region(grades);
    }

    /** Whether no world is left. */
    boolean empty() {
        return grades.values().stream().anyMatch(Set::isEmpty);
    }

    /** Whether each world of this region is one of the other. */
    boolean within(Region other) {
        return empty()
                || other.grades.entrySet().stream().allMatch(asked -> {
                    Set<Grade> own = grades.get(asked.getKey());
                    return own != null && asked.getValue().containsAll(own);
                });
    }

    /** Whether some world is in both. */
    boolean meets(Region other) {
        return !empty()
                && !other.empty()
                && other.grades.entrySet().stream().allMatch(asked -> {
                    Set<Grade> own = grades.get(asked.getKey());
                    return own == null || own.stream().anyMatch(asked.getValue()::contains);
                });
    }
}
