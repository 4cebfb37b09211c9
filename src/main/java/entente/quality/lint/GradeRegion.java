package entente.quality.lint;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The graded scenarios in which some conditions hold: the allowed grades of each indicator they read. Those
 * indicators must be known; all others may have any grade or be unknown.
 */
record GradeRegion(Map<String, Set<Grade>> grades) {

    /** All graded scenarios with every indicator known: the grades that values of its range can have. */
    static GradeRegion of(Catalogue catalogue) {
        Map<String, Set<Grade>> grades = new LinkedHashMap<>();
        for (Indicator indicator : catalogue.indicators()) {
            Set<Grade> attained = EnumSet.complementOf(EnumSet.of(Grade.UNKNOWN));
            attained.removeIf(grade -> !attains(indicator, grade));
            grades.put(indicator.id(), attained);
        }
        return new GradeRegion(grades);
    }

    static GradeRegion of(Rule rule, GradeRegion space) {
        Map<String, Set<Grade>> grades = new LinkedHashMap<>();
        for (RuleCondition condition : rule.conditions()) {
            grades.computeIfAbsent(condition.indicator(), i -> EnumSet.copyOf(space.grades(i)))
                    .removeIf(grade -> !condition.isMetBy(grade));
        }
        return new GradeRegion(grades);
    }

    private static boolean attains(Indicator indicator, Grade grade) {
        double from =
                grade == Grade.VERY_LOW ? indicator.low() : indicator.scale().from(grade);
        double first = Math.max(from, indicator.low());
        double value = indicator.whole() ? Math.ceil(first) : first;
        return value <= indicator.high() && indicator.scale().gradeOf(value) == grade;
    }

    /** The grades that a known reading of the indicator can have. */
    Set<Grade> grades(String indicator) {
        return grades.getOrDefault(indicator, EnumSet.noneOf(Grade.class));
    }

    /** Whether the conditions are unsatisfiable. */
    boolean isEmpty() {
        return grades.values().stream().anyMatch(Set::isEmpty);
    }

    boolean isSubsetOf(GradeRegion other) {
        return isEmpty()
                || other.grades.entrySet().stream().allMatch(allowed -> {
                    Set<Grade> own = grades.get(allowed.getKey());
                    return own != null && allowed.getValue().containsAll(own);
                });
    }

    boolean intersects(GradeRegion other) {
        return !isEmpty()
                && !other.isEmpty()
                && other.grades.entrySet().stream().allMatch(allowed -> {
                    Set<Grade> own = grades.get(allowed.getKey());
                    return own == null || own.stream().anyMatch(allowed.getValue()::contains);
                });
    }
}
