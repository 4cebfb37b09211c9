package entente.quality.lint;

import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Question;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares the signs in the catalogue with the effects of the rules, in both directions. It proves law 1, rule by rule
 * and independent of the weights: raising an indicator changes an answer only in the direction of its sign, because
 * every condition that reads it has that direction. A claim has the direction of its weight; an override the opposite
 * of what it silences; the incident ceiling is down, and every other ceiling is up from the one that always holds.
 */
final class SignChecks {

    /**
     * A condition with an effect against the sign of its indicator.
     *
     * @param condition index of the condition in the rule, from 0
     * @param through the claim or ceiling that an override silences; empty for the rule's own effect
     */
    record Breach(Rule rule, int condition, Question question, Sign sign, Optional<Rule> through) {}

    /** A direction of effect of a rule that holds: 1 up, -1 down. */
    private record Push(int direction, Optional<Rule> through) {}

    private final LintContext context;
    private final RuleBook book;
    private final boolean alwaysUnderCeiling;

    SignChecks(LintContext context) {
        this.context = context;
        this.book = context.book();
        this.alwaysUnderCeiling = book.rules().stream()
                .anyMatch(r -> r.ceiling().equals(Optional.of(CeilingKind.NO_SWITCH))
                        && r.conditions().isEmpty());
    }

    void check() {
        for (Breach breach : breaches()) {
            var condition = breach.rule().conditions().get(breach.condition());
            context.add(
                    LintCode.AGAINST_SIGN,
                    breach.rule(),
                    breach.condition(),
                    condition.indicator(),
                    condition.comparison().name(),
                    name(breach.question()),
                    breach.sign().mark(),
                    breach.through().map(Rule::id).orElse(""));
        }
        for (Indicator indicator : book.catalogue().indicators()) {
            if (isReadBy(indicator, rule -> true)) {
                List.of(Question.values()).forEach(question -> checkIsBorneOut(indicator, question));
            } else {
                context.add(LintCode.UNREAD_INDICATOR, indicator);
            }
        }
    }

    /** All breaches, in rule book order. */
    List<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        for (Rule rule : book.rules()) {
            for (Question question : Question.values()) {
                List<Push> pushes = pushes(rule, question);
                for (int n = 0; n < rule.conditions().size(); n++) {
                    int condition = n;
                    int reading = rule.conditions().get(n).comparison().direction();
                    Sign sign = sign(
                            book.catalogue().indicator(rule.conditions().get(n).indicator()), question);
                    pushes.stream()
                            .filter(push -> !allows(sign, reading * push.direction()))
                            .findFirst()
                            .ifPresent(
                                    push -> breaches.add(new Breach(rule, condition, question, sign, push.through())));
                }
            }
        }
        return breaches;
    }

    private static boolean allows(Sign sign, int direction) {
        return switch (sign) {
            case RAISES -> direction > 0;
            case LOWERS -> direction < 0;
            case NOTHING -> false;
            case TWO_SIDED, GATE, VETO -> true;
        };
    }

    private static Sign sign(Indicator indicator, Question question) {
        return question == Question.ALLIANCE ? indicator.alliance() : indicator.partnership();
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
                .filter(weight -> !EffectChecks.isZero(book, question, weight.strength()))
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

    private void checkIsBorneOut(Indicator indicator, Question question) {
        Sign sign = sign(indicator, question);
        List<Integer> directions = book.rules().stream()
                .flatMap(rule -> rule.conditions().stream()
                        .filter(c -> c.indicator().equals(indicator.id()))
                        .flatMap(c -> pushes(rule, question).stream()
                                .map(push -> c.comparison().direction() * push.direction())))
                .distinct()
                .toList();
        boolean borneOut = switch (sign) {
            case RAISES, LOWERS -> !directions.isEmpty();
            case TWO_SIDED -> directions.size() == 2;
            case GATE -> question == Question.ALLIANCE && isReadBy(indicator, SignChecks::liftsCeiling);
            case VETO -> question == Question.ALLIANCE && isReadBy(indicator, SignChecks::isVeto);
            case NOTHING -> true;
        };
        if (!borneOut) {
            context.add(LintCode.SIGN_WITHOUT_RULE, indicator, name(question), sign.mark());
        }
    }

    private boolean isReadBy(Indicator indicator, Predicate<Rule> which) {
        return book.rules().stream()
                .filter(which)
                .anyMatch(
                        r -> r.conditions().stream().anyMatch(c -> c.indicator().equals(indicator.id())));
    }

    private static boolean liftsCeiling(Rule rule) {
        return rule.ceiling().isPresent() && !isVeto(rule);
    }

    private static boolean isVeto(Rule rule) {
        return rule.ceiling().equals(Optional.of(CeilingKind.INCIDENT));
    }

    private static String name(Question question) {
        return question.name().toLowerCase(Locale.ROOT);
    }
}
