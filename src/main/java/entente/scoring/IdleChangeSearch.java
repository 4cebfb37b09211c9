package entente.scoring;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Outlook.IdleChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Finds the readings that differ from those they replace without satisfying other rules, and what they lack. */
final class IdleChangeSearch {

    private final ScoredScenario scored;
    private final ScoringModel model;
    private final Catalogue catalogue;
    private final ScenarioVariant variant;
    private final Grade[] grades;

    /** @param variant the scenario itself, as it is again afterwards */
    IdleChangeSearch(ScoredScenario scored, ScenarioVariant variant) {
        this.scored = scored;
        this.model = scored.model();
        this.catalogue = scored.graded().catalogue();
        this.variant = variant;
        this.grades = scored.graded().grades();
    }

    /** Those of one run first, which are assumed. */
    List<IdleChange> changes() {
        Scenario scenario = scored.scenario();
        return catalogue.indicators().stream()
                .map(indicator -> scenario.reading(indicator.id()))
                .filter(reading -> reading.replaced().isPresent())
                .sorted(Comparator.comparing(reading -> reading.status() != ReadingStatus.ASSUMED))
                .flatMap(reading -> idle(reading).stream())
                .toList();
    }

    private Optional<IdleChange> idle(Reading reading) {
        if (reading.range().isEmpty() || reading.replaced().isEmpty()) {
            return Optional.empty();
        }
        ValueRange range = reading.range().get();
        ValueRange replaced = reading.replaced().get();
        Indicator indicator = catalogue.indicator(reading.indicator());
        if (range.value() == replaced.value()
                || switchesRules(indicator, replaced)
                || (range.wide() && switchesRules(indicator, range))) {
            return Optional.empty();
        }
        return Optional.of(explained(indicator, replaced.value(), range.value()));
    }

    /** Whether any grade of a range satisfies other rules. */
    private boolean switchesRules(Indicator indicator, ValueRange range) {
        GradeScale scale = scored.scale(indicator);
        return IntStream.rangeClosed(
                        scale.gradeOf(range.low()).ordinal(),
                        scale.gradeOf(range.high()).ordinal())
                .anyMatch(grade -> switchesRules(indicator, Grade.values()[grade]));
    }

    /** Whether another grade of a reading satisfies other rules. */
    private boolean switchesRules(Indicator indicator, Grade grade) {
        int position = position(indicator.id());
        Grade before = variant.grade(position);
        boolean switches = variant.set(position, grade);
        variant.set(position, before);
        return switches;
    }

    private IdleChange explained(Indicator indicator, double from, double to) {
        boolean up = to > from;
        List<Grade> beyond = beyond(indicator, up);
        Optional<Grade> next =
                beyond.stream().filter(grade -> switchesRules(indicator, grade)).findFirst();
        if (next.isPresent()) {
            return new IdleChange(
                    indicator.id(), from, to, OptionalDouble.of(cut(indicator, next.get(), up)), List.of());
        }
        List<RuleCondition> ofChange = unmet(indicator, scored.scale(indicator).gradeOf(from));
        if (!ofChange.isEmpty()) {
            return new IdleChange(indicator.id(), from, to, OptionalDouble.empty(), ofChange);
        }
        for (Grade grade : beyond) {
            List<RuleCondition> unmet = unmet(indicator, grade);
            if (!unmet.isEmpty()) {
                return new IdleChange(indicator.id(), from, to, OptionalDouble.of(cut(indicator, grade, up)), unmet);
            }
        }
        return new IdleChange(indicator.id(), from, to, OptionalDouble.empty(), List.of());
    }

    /** The grades in the direction of a change, the nearest first. */
    private List<Grade> beyond(Indicator indicator, boolean up) {
        int current = grades[position(indicator.id())].ordinal();
        List<Grade> all = List.of(Grade.values());
        List<Grade> beyond = new ArrayList<>(
                up ? all.subList(current + 1, all.size()) : all.subList(Grade.VERY_LOW.ordinal(), current));
        if (!up) {
            Collections.reverse(beyond);
        }
        return beyond;
    }

    /** The cut point at which a grade is reached. */
    private double cut(Indicator indicator, Grade grade, boolean up) {
        return scored.scale(indicator).from(up ? grade : Grade.values()[grade.ordinal() + 1]);
    }

    /** What the rule that distinguishes this grade from the present one lacks otherwise; the shortest list, if there is one. */
    private List<RuleCondition> unmet(Indicator indicator, Grade grade) {
        Grade current = grades[position(indicator.id())];
        return IntStream.range(0, model.rules().size())
                .filter(rule -> !model.disabled(rule))
                .mapToObj(rule -> model.rules().get(rule).conditions())
                .filter(conditions -> accepts(conditions, indicator, grade) != accepts(conditions, indicator, current))
                .map(conditions -> unmetOf(conditions, indicator))
                .filter(conditions -> !conditions.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** Whether the conditions on this indicator accept a grade. */
    private static boolean accepts(List<RuleCondition> conditions, Indicator indicator, Grade grade) {
        return conditions.stream()
                .filter(condition -> condition.indicator().equals(indicator.id()))
                .allMatch(condition -> condition.isMetBy(grade));
    }

    /** A rule that distinguishes two grades and yet is not satisfied at either, lacks another reading. */
    private List<RuleCondition> unmetOf(List<RuleCondition> conditions, Indicator changed) {
        return conditions.stream()
                .filter(condition -> !condition.indicator().equals(changed.id()))
                .filter(condition -> !condition.isMetBy(grades[position(condition.indicator())]))
                .toList();
    }

    private int position(String indicator) {
        return model.index().position(indicator);
    }
}
