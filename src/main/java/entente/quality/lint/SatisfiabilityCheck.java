package entente.quality.lint;

import entente.model.Grade;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether a rule can ever be active, by trying every assignment of grades with which it holds. Indicators that the
 * relevant rules do not read stay unknown, since fewer known readings never make more rules hold.
 */
record SatisfiabilityCheck(LintContext context) {

    /** With more combinations nothing is proved. */
    static final int MAX_COMBINATIONS = 200_000;

    /** The overrides of which one always holds with the rule; empty if the rule can be active. */
    Set<String> alwaysSilencedBy(Rule rule) {
        List<Rule> silencing = silencingOverrides(rule);
        Set<String> names = new TreeSet<>();
        boolean stands = silencing.isEmpty()
                || exists(context.region(rule).grades(), assignment -> {
                    Optional<Rule> holding = silencing.stream()
                            .filter(override -> holds(override, assignment))
                            .findFirst();
                    holding.ifPresent(override -> names.add(override.id()));
                    return holding.isEmpty();
                });
        return stands ? Set.of() : names;
    }

    /** Whether a ceiling can be active while no dominating ceiling is. */
    boolean isEverInForce(Rule ceiling) {
        List<Rule> others = context.book().rules().stream()
                .filter(other -> dominates(other, ceiling))
                .toList();
        Map<String, Set<Grade>> tried =
                new LinkedHashMap<>(context.region(ceiling).grades());
        // The others may have to be silenced for this one to apply.
        others.stream()
                .flatMap(other -> silencingOverrides(other).stream())
                .flatMap(override -> context.region(override).grades().keySet().stream())
                .forEach(indicator -> tried.computeIfAbsent(indicator, i -> {
                    Set<Grade> all = new TreeSet<>(context.space().grades(i));
                    all.add(Grade.UNKNOWN);
                    return all;
                }));
        return others.isEmpty()
                || exists(
                        tried,
                        assignment -> isActive(ceiling, assignment)
                                && others.stream().noneMatch(one -> isActive(one, assignment)));
    }

    /** A higher ceiling of the first four kinds, or one of the same kind with a larger region. */
    private boolean dominates(Rule other, Rule ceiling) {
        if (other.ceiling().isEmpty() || other.equals(ceiling)) {
            return false;
        }
        CeilingKind kind = ceiling.ceiling().orElseThrow();
        CeilingKind than = other.ceiling().get();
        if (than == kind) {
            return !context.region(other).isSubsetOf(context.region(ceiling));
        }
        return kind != CeilingKind.INCIDENT && than != CeilingKind.INCIDENT && than.compareTo(kind) > 0;
    }

    private List<Rule> silencingOverrides(Rule rule) {
        return context.book().rules().stream()
                .filter(override -> override.overrides(rule))
                .toList();
    }

    private boolean isActive(Rule rule, Map<String, Grade> assignment) {
        return holds(rule, assignment)
                && silencingOverrides(rule).stream().noneMatch(override -> holds(override, assignment));
    }

    private boolean holds(Rule rule, Map<String, Grade> assignment) {
        return context.region(rule).grades().entrySet().stream()
                .allMatch(allowed ->
                        allowed.getValue().contains(assignment.getOrDefault(allowed.getKey(), Grade.UNKNOWN)));
    }

    /** Whether some assignment has the property; also true if there are too many combinations. */
    private static boolean exists(Map<String, Set<Grade>> choices, Predicate<Map<String, Grade>> property) {
        long ways = choices.values().stream()
                .mapToLong(Set::size)
                .reduce(1, (product, size) -> Math.min(product * size, MAX_COMBINATIONS + 1L));
        return ways > MAX_COMBINATIONS
                || exists(choices, new ArrayList<>(choices.keySet()), 0, new LinkedHashMap<>(), property);
    }

    private static boolean exists(
            Map<String, Set<Grade>> choices,
            List<String> indicators,
            int depth,
            Map<String, Grade> assignment,
            Predicate<Map<String, Grade>> property) {
        if (depth == indicators.size()) {
            return property.test(assignment);
        }
        String indicator = indicators.get(depth);
        for (Grade grade : choices.getOrDefault(indicator, Set.of())) {
            assignment.put(indicator, grade);
            if (exists(choices, indicators, depth + 1, assignment, property)) {
                return true;
            }
        }
        return false;
    }
}
