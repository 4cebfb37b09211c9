package entente.scoring;

import entente.model.ComparisonOperator;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The direction in which an indicator changes an answer, derived from the rules instead of the catalogue: UP or DOWN if
 * all conditions that read it agree, MIXED if two differ, NONE if no rule with an effect reads it. An override acts
 * against the claims that it suppresses; a ceiling that lifts acts upwards.
 */
public enum Monotonicity {
    NONE,
    UP,
    DOWN,
    MIXED;

    static Monotonicity[] of(ScoringModel model, Question question) {
        return of(model, rule -> own(model, rule, question));
    }

    /** @param effects the direction in which each rule changes the answer if it holds */
    static Monotonicity[] of(ScoringModel model, IntFunction<Monotonicity> effects) {
        List<Rule> rules = model.rules();
        Monotonicity[] own = IntStream.range(0, rules.size())
                .mapToObj(rule -> model.disabled(rule) ? NONE : effects.apply(rule))
                .toArray(Monotonicity[]::new);
        Monotonicity[] byRule = own.clone();
        for (int r = 0; r < byRule.length; r++) {
            if (!model.disabled(r)) {
                for (int overridden : model.index().overridden[r]) {
                    byRule[r] = byRule[r].combine(own[overridden].opposite());
                }
            }
        }
        Map<String, Integer> positions = model.book().catalogue().positions();
        Monotonicity[] byIndicator = new Monotonicity[positions.size()];
        Arrays.fill(byIndicator, NONE);
        for (int r = 0; r < byRule.length; r++) {
            for (RuleCondition condition : rules.get(r).conditions()) {
                int i = Objects.requireNonNull(positions.get(condition.indicator()));
                Monotonicity push =
                        condition.comparison() == ComparisonOperator.AT_LEAST ? byRule[r] : byRule[r].opposite();
                byIndicator[i] = byIndicator[i].combine(push);
            }
        }
        return byIndicator;
    }

    private static Monotonicity own(ScoringModel model, int rule, Question question) {
        Optional<CeilingKind> ceiling = model.rules().get(rule).ceiling();
        if (ceiling.isPresent()) {
            return question == Question.ALLIANCE ? ceiling(model, ceiling.get()) : NONE;
        }
        int points = model.hundredths(rule, question);
        return points == 0 ? NONE : points > 0 ? UP : DOWN;
    }

    /** A ceiling raises the result if a lower one always holds; otherwise it can also lower it. */
    private static Monotonicity ceiling(ScoringModel model, CeilingKind kind) {
        if (kind == CeilingKind.INCIDENT) {
            return DOWN;
        }
        return model.hasUnconditionalCeiling() ? UP : MIXED;
    }

    private Monotonicity opposite() {
        return this == UP ? DOWN : this == DOWN ? UP : this;
    }

    private Monotonicity combine(Monotonicity other) {
        if (this == NONE || this == other) {
            return other;
        }
        return other == NONE ? this : MIXED;
    }
}
