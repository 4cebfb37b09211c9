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

/**
 * Which way each indicator pushes an answer in this book, proved from the rules and not believed from the catalogue:
 * UP or DOWN when every condition that reads it pushes the same way, MIXED when two differ, NONE when no rule that
 * counts reads it. An override pushes against the claims that it silences; a ceiling that lifts pushes up.
 */
public enum Monotonicity {
    NONE,
    UP,
    DOWN,
    MIXED;

    static Monotonicity[] of(ScoringModel weighing, Question question) {
        List<Rule> rules = weighing.rules();
        Monotonicity[] byRule = new Monotonicity[rules.size()];
        for (int r = 0; r < byRule.length; r++) {
            byRule[r] = own(weighing, r, question);
        }
        for (int r = 0; r < byRule.length; r++) {
            for (int silenced = 0; silenced < byRule.length && !weighing.disabled(r); silenced++) {
                if (weighing.silences(r, silenced)) {
                    byRule[r] = byRule[r].combine(own(weighing, silenced, question).opposite());
                }
            }
        }
        Map<String, Integer> positions = weighing.book().catalogue().positions();
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

    private static Monotonicity own(ScoringModel weighing, int rule, Question question) {
        if (weighing.disabled(rule)) {
            return NONE;
        }
        Optional<CeilingKind> ceiling = weighing.rules().get(rule).ceiling();
        if (ceiling.isPresent()) {
            return question == Question.ALLIANCE ? ceiling(weighing, ceiling.get()) : NONE;
        }
        int points = (question == Question.ALLIANCE ? weighing.alliancePoints(rule) : weighing.partnershipPoints(rule))
                .hundredths();
        return points == 0 ? NONE : points > 0 ? UP : DOWN;
    }

    /** A ceiling lifts where a lower one holds already; where none does, it is the first to press down. */
    private static Monotonicity ceiling(ScoringModel weighing, CeilingKind kind) {
        if (kind == CeilingKind.INCIDENT) {
            return DOWN;
        }
        return weighing.hasUnconditionalCeiling() ? UP : MIXED;
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
