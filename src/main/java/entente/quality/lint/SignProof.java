package entente.quality.lint;

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
 * Proof of law 1, rule by rule and independent of the weights: raising an indicator changes an answer only in the
 * direction of its sign, because every condition that reads it has that direction. A claim has the direction of its
 * weight; an override the opposite of what it silences; the incident ceiling is down, and every other ceiling is up
 * from the one that always holds.
 */
public final class SignProof {

    /**
     * A condition with an effect against the sign of its indicator.
     *
     * @param condition index of the condition in the rule, from 0
     * @param through the claim or ceiling that an override silences; empty for the rule's own effect
     */
    public record Breach(Rule rule, int condition, Question question, Sign sign, Optional<Rule> through) {}

    /** A direction of effect of a rule that holds: 1 up, -1 down. */
    private record Push(int direction, Optional<Rule> through) {}

    private final RuleBook book;
    private final boolean alwaysUnderCeiling;

    private SignProof(RuleBook book) {
        this.book = book;
        this.alwaysUnderCeiling = book.rules().stream()
                .anyMatch(r -> r.ceiling().equals(Optional.of(CeilingKind.NO_SWITCH))
                        && r.conditions().isEmpty());
    }

    /** All breaches, in rule book order. */
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

    /** The directions in which the conditions of all rules on this indicator change an answer. */
    static List<Integer> directions(RuleBook book, String indicator, Question question) {
        SignProof law = new SignProof(book);
        return book.rules().stream()
                .flatMap(rule -> rule.conditions().stream()
                        .filter(c -> c.indicator().equals(indicator))
                        .flatMap(c -> law.pushes(rule, question).stream()
                                .map(push -> c.comparison().direction() * push.direction())))
                .distinct()
                .toList();
    }

    private void breaches(Rule rule, Question question, List<Breach> breaches) {
        List<Push> pushes = pushes(rule, question);
        for (int n = 0; n < rule.conditions().size(); n++) {
            var condition = rule.conditions().get(n);
            Sign sign = sign(book.catalogue().indicator(condition.indicator()), question);
            for (Push push : pushes) {
                if (!allows(sign, condition.comparison().direction() * push.direction())) {
                    breaches.add(new Breach(rule, n, question, sign, push.through()));
                    break;
                }
            }
        }
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
            if (rule.overrides(silenced)) {
                ownDirections(silenced, question)
                        .forEach(direction -> pushes.add(new Push(-direction, Optional.of(silenced))));
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

    /** A ceiling raises the likelihood if a lower one already holds; otherwise it lowers it. */
    private List<Integer> ownDirections(CeilingKind kind) {
        if (kind == CeilingKind.INCIDENT) {
            return List.of(-1);
        }
        return alwaysUnderCeiling ? List.of(1) : List.of(1, -1);
    }
}
