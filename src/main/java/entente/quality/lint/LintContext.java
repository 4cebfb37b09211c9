package entente.quality.lint;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.InventoryItem;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookLocation;
import entente.quality.lint.LintReport.LintFinding;
import entente.rulebook.InterruptionCheck;
import entente.rulebook.RuleBookLocations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The rule book under check: the grade region of each rule, and the findings so far. */
record LintContext(
        RuleBook book,
        List<InventoryItem> inventory,
        RuleBookLocations locations,
        GradeRegion space,
        Map<String, GradeRegion> regions,
        List<LintFinding> findings) {

    static LintContext of(RuleBook book, List<InventoryItem> inventory, RuleBookLocations locations) {
        GradeRegion space = GradeRegion.of(book.catalogue());
        Map<String, GradeRegion> regions = new LinkedHashMap<>();
        book.rules().forEach(rule -> regions.put(rule.id(), GradeRegion.of(rule, space)));
        return new LintContext(book, inventory, locations, space, regions, new ArrayList<>());
    }

    /** The region of a rule; also checks for interruption, since every long search calls it. */
    GradeRegion region(Rule rule) {
        InterruptionCheck.check();
        return Objects.requireNonNull(regions.get(rule.id()));
    }

    void add(LintCode code, RuleBookLocation location, String subject, String... facts) {
        findings.add(new LintFinding(code, location, subject, List.of(facts), Optional.empty()));
    }

    void add(LintCode code, Rule rule, String... facts) {
        add(code, locations.at("rule", rule.id()), rule.id(), facts);
    }

    void add(LintCode code, Indicator indicator, String... facts) {
        add(code, locations.at("indicator", indicator.id()), indicator.id(), facts);
    }

    /** The id of the card of a rule, by which comments allow findings; other ids as they are. */
    String card(String id) {
        return book.find(id).map(Rule::cardId).orElse(id);
    }

    /** A finding on the nth condition of a rule. */
    void add(LintCode code, Rule rule, int condition, String... facts) {
        add(code, locations.at("rule", rule.id(), condition), rule.id(), facts);
    }

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
            double from = grade == Grade.VERY_LOW
                    ? indicator.low()
                    : indicator.scale().from(grade);
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
}
