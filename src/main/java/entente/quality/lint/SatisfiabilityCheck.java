package entente.quality.lint;

import entente.model.Grade;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether a rule that holds ever counts, by trying every way in which it can hold. What no rule in question reads stays
 * unknown: rules ask only what is known, so fewer known readings never make more of them hold.
 */
final class SatisfiabilityCheck {

    /** Beyond this many ways nothing is proved. */
    static final int MAX_COMBINATIONS = 200_000;

    private final LintContext linting;

    SatisfiabilityCheck(LintContext linting) {
        this.linting = linting;
    }

    /** The overrides of which one holds whenever the rule does; none where the rule can stand. */
    Set<String> alwaysSilencedBy(Rule rule) {
        List<Rule> silencing = silencingOverrides(rule);
        Set<String> names = new TreeSet<>();
        boolean stands = silencing.isEmpty()
                || exists(linting.region(rule).grades(), world -> {
                    for (Rule override : silencing) {
                        if (holds(override, world)) {
                            names.add(override.id());
                            return false;
                        }
                    }
                    return true;
                });
        return stands ? Set.of() : names;
    }

    /** Whether a ceiling stands in some world in which none does that would make it superfluous. */
    boolean isEverInForce(Rule ceiling) {
        List<Rule> others = linting.book().rules().stream()
                .filter(other -> dominates(other, ceiling))
                .toList();
        Map<String, Set<Grade>> tried =
                new LinkedHashMap<>(linting.region(ceiling).grades());
        for (Rule other : others) {
            // The other may have to be silenced for this one to be in force.
            for (Rule override : silencingOverrides(other)) {
                linting.region(override)
                        .grades()
                        .keySet()
                        .forEach(indicator -> tried.computeIfAbsent(indicator, i -> {
                            Set<Grade> all = new TreeSet<>(linting.space().of(i));
                            all.add(Grade.UNKNOWN);
                            return all;
                        }));
            }
        }
        return others.isEmpty()
                || exists(
                        tried,
                        world -> isActive(ceiling, world) && others.stream().noneMatch(one -> isActive(one, world)));
    }

    /** A higher one of the first four, or one of the same kind that holds more often. */
    private boolean dominates(Rule other, Rule ceiling) {
        if (other.ceiling().isEmpty() || other.equals(ceiling)) {
            return false;
        }
        CeilingKind kind = ceiling.ceiling().orElseThrow();
        CeilingKind than = other.ceiling().get();
        if (than == kind) {
            return !linting.region(other).isSubsetOf(linting.region(ceiling));
        }
        return kind != CeilingKind.INCIDENT && than != CeilingKind.INCIDENT && than.compareTo(kind) > 0;
    }

    private List<Rule> silencingOverrides(Rule rule) {
        return linting.book().rules().stream()
                .filter(override -> LintContext.silences(override, rule))
                .toList();
    }

    private boolean isActive(Rule rule, Map<String, Grade> world) {
        return holds(rule, world) && silencingOverrides(rule).stream().noneMatch(override -> holds(override, world));
    }

    private boolean holds(Rule rule, Map<String, Grade> world) {
        return linting.region(rule).grades().entrySet().stream()
                .allMatch(asked -> asked.getValue().contains(world.getOrDefault(asked.getKey(), Grade.UNKNOWN)));
    }

    /** Whether some world of these has the property; true as well where there are too many to tell. */
    private static boolean exists(Map<String, Set<Grade>> choices, Predicate<Map<String, Grade>> property) {
        long ways = 1;
        for (Set<Grade> grades : choices.values()) {
            ways = Math.min(ways * grades.size(), MAX_COMBINATIONS + 1L);
        }
        return ways > MAX_COMBINATIONS || exists(choices, new ArrayList<>(choices.keySet()), 0, new LinkedHashMap<>(), property);
    }

    private static boolean exists(
            Map<String, Set<Grade>> choices,
            List<String> indicators,
            int depth,
            Map<String, Grade> world,
            Predicate<Map<String, Grade>> property) {
        if (depth == indicators.size()) {
            return property.test(world);
        }
        String indicator = indicators.get(depth);
        for (Grade grade : choices.getOrDefault(indicator, Set.of())) {
            world.put(indicator, grade);
            if (exists(choices, indicators, depth + 1, world, property)) {
                return true;
            }
        }
        return false;
    }
}
