package entente.analysis.exploration.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule that readings not yet known still decide.
 *
 * @param condition under which it holds
 * @param overrides each of which, if it holds, overrides the rule
 */
record PendingRule(Conjunction condition, List<Conjunction> overrides, RuleEffect effect) {

    private static final Comparator<Conjunction> BY_WORDS = (a, b) -> Arrays.compare(a.words(), b.words());

    /** In its shortest form, so that rules that come to the same are equal; empty if it is overridden for certain. */
    static Optional<PendingRule> of(Conjunction condition, List<Conjunction> overrides, RuleEffect effect) {
        List<Conjunction> left = new ArrayList<>();
        for (Conjunction override : overrides) {
            if (!override.excludes(condition)) {
                Conjunction rest = condition.leftOf(override);
                if (rest.always()) {
                    return Optional.empty();
                }
                left.add(rest);
            }
        }
        List<Conjunction> shortest = left.stream()
                .distinct()
                .filter(one -> left.stream().noneMatch(other -> !other.equals(one) && one.implies(other)))
                .sorted(BY_WORDS)
                .toList();
        return Optional.of(new PendingRule(condition, shortest, effect));
    }

    boolean isDecided() {
        return condition.always() && overrides.isEmpty();
    }

    boolean asks(int indicator) {
        return condition.asks(indicator) || overrides.stream().anyMatch(override -> override.asks(indicator));
    }

    /** What is left of it when a reading has this grade; empty if it holds no longer. */
    Optional<PendingRule> after(int indicator, int grade) {
        if ((condition.accepted(indicator) & 1 << grade) == 0) {
            return Optional.empty();
        }
        List<Conjunction> left = overrides.stream()
                .filter(override -> (override.accepted(indicator) & 1 << grade) != 0)
                .map(override -> override.with(indicator, Conjunction.EVERY_GRADE))
                .toList();
        return of(condition.with(indicator, Conjunction.EVERY_GRADE), left, effect);
    }
}
