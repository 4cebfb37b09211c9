package entente.analysis.exploration.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/** Numbers pending rules, equal ones alike, and remembers what is left of each after a reading. */
@RequiredArgsConstructor
final class PendingRules {

    /** The rule holds no longer. */
    static final int GONE = -1;

    private static final int UNKNOWN = -2;

    /** A kilobyte each. */
    private static final int MOST_RULES = 20_000;

    private final int indicators;
    private final Map<PendingRule, Integer> numbers = new HashMap<>();
    private final List<PendingRule> rules = new ArrayList<>();
    private final List<int[]> following = new ArrayList<>();

    int number(PendingRule rule) {
        return numbers.computeIfAbsent(rule, added -> {
            if (rules.size() == MOST_RULES) {
                throw new WorkLimitException("more than " + MOST_RULES + " rules in part");
            }
            rules.add(added);
            int[] next = new int[indicators * Grades.COUNT];
            Arrays.fill(next, UNKNOWN);
            following.add(next);
            return rules.size() - 1;
        });
    }

    PendingRule rule(int number) {
        return rules.get(number);
    }

    /** The number of what is left when a reading has this grade, or {@link #GONE}. */
    int after(int number, int indicator, int grade) {
        int[] next = following.get(number);
        int at = indicator * Grades.COUNT + grade;
        if (next[at] == UNKNOWN) {
            PendingRule rule = rules.get(number);
            Optional<PendingRule> left = rule.asks(indicator) ? rule.after(indicator, grade) : Optional.of(rule);
            next[at] = left.map(this::number).orElse(GONE);
        }
        return next[at];
    }
}
