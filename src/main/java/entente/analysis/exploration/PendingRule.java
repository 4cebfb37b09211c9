package entente.analysis.exploration;

import entente.analysis.exploration.Diagram.Effect;
import entente.scoring.Conjunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * A rule that readings not yet known still decide.
 *
 * @param condition under which it holds
 * @param overrides each of which, if it holds, overrides the rule
 */
record PendingRule(Conjunction condition, List<Conjunction> overrides, Effect effect) {

    /** In its shortest form, so that rules that come to the same are equal; empty if it is overridden for certain. */
    static Optional<PendingRule> of(Conjunction condition, List<Conjunction> overrides, Effect effect) {
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
                .sorted(Comparator.comparing(Conjunction::accepted, Arrays::compare))
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
        if (!condition.accepts(indicator, grade)) {
            return Optional.empty();
        }
        List<Conjunction> left = overrides.stream()
                .filter(override -> override.accepts(indicator, grade))
                .map(override -> override.with(indicator, Conjunction.EVERY_GRADE))
                .toList();
        return of(condition.with(indicator, Conjunction.EVERY_GRADE), left, effect);
    }

    /** Numbers pending rules, equal ones alike, and remembers what is left of each after a reading. */
    @RequiredArgsConstructor
    static final class Numbers {

        /** The rule holds no longer. */
        static final int GONE = -1;

        private static final int UNKNOWN = -2;

        /** A kilobyte each. */
        private static final int MOST_RULES = 20_000;

        private final int indicators;
        private final Map<PendingRule, Integer> numbers = new HashMap<>();
        private final List<PendingRule> rules = new ArrayList<>();
        private final List<int[]> following = new ArrayList<>();
        private final BitSet decided = new BitSet();

        int number(PendingRule rule) {
            return numbers.computeIfAbsent(rule, added -> {
                if (rules.size() == MOST_RULES) {
                    throw new WorkLimits.Exceeded("more than " + MOST_RULES + " rules in part");
                }
                decided.set(rules.size(), added.isDecided());
                rules.add(added);
                int[] next = new int[indicators * Diagram.GRADES];
                Arrays.fill(next, UNKNOWN);
                following.add(next);
                return rules.size() - 1;
            });
        }

        PendingRule rule(int number) {
            return rules.get(number);
        }

        boolean isDecided(int number) {
            return decided.get(number);
        }

        /** The number of what is left when a reading has this grade, or {@link #GONE}. */
        int after(int number, int indicator, int grade) {
            int[] next = following.get(number);
            int at = indicator * Diagram.GRADES + grade;
            if (next[at] == UNKNOWN) {
                PendingRule rule = rules.get(number);
                Optional<PendingRule> left = rule.asks(indicator) ? rule.after(indicator, grade) : Optional.of(rule);
                next[at] = left.map(this::number).orElse(GONE);
            }
            return next[at];
        }
    }
}
