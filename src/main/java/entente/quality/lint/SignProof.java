package entente.quality.lint;

import entente.model.ComparisonOperator;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.Sign;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Law 1, proved rule by rule: whatever the weights, raising an indicator moves an answer only as its sign says, because
 * every condition that reads it pushes that way. A claim pushes as it weighs; an override against what it silences; the
 * incident's ceiling down, and every other ceiling up, from the one that holds in any world.
 */
public final class SignProof {

    /**
     * A condition that pushes an answer against the sign of its indicator.
     *
     * @param n which condition of the rule, from 0
     * @param through the claim or ceiling that an override silences; empty when the rule itself pushes
     */
    public record Breach(Rule rule, int condition, Question question, Sign sign, Optional<Rule> through) {}

    /** A way in which a rule that holds pushes: 1 up, -1 down. */
    private record Push(int direction, Optional<Rule> through) {}

    private final RuleBook book;
    private final boolean alwaysUnderCeiling;

    private SignProof(RuleBook book) {
        this.book = book;
        this.alwaysUnderCeiling = book.rules().stream()
                .anyMatch(r -> r.ceiling().equals(Optional.of(CeilingKind.NO_SWITCH))
                        && r.conditions().isEmpty());
    }

    /** Every breach, in the order of the book. */
    public static List<Breach> breaches(RuleBook book) {
        SignProof law = new SignProof(book);
        List<Breach> breaches = new ArrayList<>();
        for (Rule rule : book.rules()) {
            for (Question question : Question.values()) {
                law.breaches(rule, question, breaches);
            }
        }
        return breaches;
    }

    /** The directions in which the conditions of all rules push an answer with this indicator. */
    static List<Integer> directions(RuleBook book, String indicator, Question question) {
        SignProof law = new SignProof(book);
        return book.rules().stream()
                .flatMap(rule -> rule.conditions().stream()
                        .filter(c -> c.indicator().equals(indicator))
                        .flatMap(c -> law.pushes(rule, question).stream()
                                .map(push -> direction(c.comparison()) * push.direction())))
                .distinct()
                .toList();
    }

    private void breaches(Rule rule, Question question, List<Breach> breaches) {
        List<Push> pushes = pushes(rule, question);
        for (int n = 0; n < rule.conditions().size(); n++) {
            var condition = rule.conditions().get(n);
            Sign sign = sign(book.catalogue().indicator(condition.indicator()), question);
            for (Push push : pushes) {
                if (!allows(sign, direction(condition.comparison()) * push.direction())) {
                    breaches.add(new Breach(rule, n, question, sign, push.through()));
                    break;
                }
            }
        }
    }

    private static int direction(ComparisonOperator comparison) {
        return comparison == ComparisonOperator.AT_LEAST ? 1 : -1;
    }

    static Sign sign(Indicator indicator, Question question) {
        return question == Question.ALLIANCE ? indicator.alliance() : indicator.partnership();
    }

    private static boolean allows(Sign sign, int direction) {
        return switch (sign) {
            case RAISES -> direction > 0;
            case LOWERS -> direction < 0;
            case NOTHING -> false;
            case TWO_SIDED, GATE, VETO -> true;
        };
    }

    private List<Push> pushes(Rule rule, Question question) {
        List<Push> pushes = new ArrayList<>();
        ownDirections(rule, question).forEach(direction -> pushes.add(new Push(direction, Optional.empty())));
        for (Rule silenced : book.rules()) {
            if (LintContext.silences(rule, silenced)) {
                ownDirections(silenced, question).forEach(direction -> pushes.add(new Push(-direction, Optional.of(silenced))));
            }
        }
        return pushes;
    }

    private List<Integer> ownDirections(Rule rule, Question question) {
        if (rule.ceiling().isPresent()) {
            return question == Question.ALLIANCE ? ownDirections(rule.ceiling().get()) : List.of();
        }
        return rule.weight(question)
                .filter(weight ->
                        WeightChecks.points(book, question, weight.strength()).hundredths() != 0)
                .map(weight -> List.of(weight.direction()))
                .orElse(List.of());
    }

    /** A ceiling lifts where a lower one holds already; where none does, it is the first to press down. */
    private List<Integer> ownDirections(CeilingKind kind) {
        if (kind == CeilingKind.INCIDENT) {
            return List.of(-1);
        }
        return alwaysUnderCeiling ? List.of(1) : List.of(1, -1);
    }
}
