package entente.quality.lint;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The finite space of graded scenarios: for each indicator, the grades that values of its range can have. */
record GradeSpace(Map<String, Set<Grade>> grades) {

    static GradeSpace of(Catalogue catalogue) {
        Map<String, Set<Grade>> grades = new LinkedHashMap<>();
        catalogue.indicators().forEach(i -> grades.put(i.id(), attained(i)));
        return new GradeSpace(grades);
    }

    /** The grades that a known reading of the indicator can have. */
    Set<Grade> of(String indicator) {
        return grades.getOrDefault(indicator, Set.of());
    }

    private static Set<Grade> attained(Indicator indicator) {
        Set<Grade> attained = EnumSet.noneOf(Grade.class);
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNKNOWN && attains(indicator, grade)) {
                attained.add(grade);
            }
        }
        return attained;
    }

    private static boolean attains(Indicator indicator, Grade grade) {
        double from =
                grade == Grade.VERY_LOW ? indicator.low() : indicator.scale().from(grade);
        double first = Math.max(from, indicator.low());
        double value = indicator.whole() ? Math.ceil(first) : first;
        return value <= indicator.high() && indicator.scale().gradeOf(value) == grade;
    }
}
