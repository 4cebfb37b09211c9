package entente.quality.lint;

import entente.model.Indicator;
import entente.model.Question;
import entente.model.Sign;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares the signs in the catalogue with the effects of the rules, in both directions. */
record SignChecks(LintContext context) {

    void check() {
        for (SignProof.Breach breach : SignProof.breaches(context.book())) {
            var condition = breach.rule().conditions().get(breach.condition());
            context.add(
                    LintCode.AGAINST_SIGN,
                    context.locations().condition(breach.rule().id(), breach.condition()),
                    breach.rule().id(),
                    condition.indicator(),
                    condition.comparison().name(),
                    name(breach.question()),
                    breach.sign().mark(),
                    breach.through().map(Rule::id).orElse(""));
        }
        for (Indicator indicator : context.book().catalogue().indicators()) {
            boolean read = isReadBy(indicator, rule -> true);
            if (!read) {
                context.add(LintCode.UNREAD_INDICATOR, context.locations().indicator(indicator.id()), indicator.id());
                continue;
            }
            for (Question question : Question.values()) {
                check(indicator, question);
            }
        }
    }

    private void check(Indicator indicator, Question question) {
        Sign sign = SignProof.sign(indicator, question);
        List<Integer> directions = SignProof.directions(context.book(), indicator.id(), question);
        boolean borneOut = switch (sign) {
            case RAISES, LOWERS -> !directions.isEmpty();
            case TWO_SIDED -> directions.size() == 2;
            case GATE -> question == Question.ALLIANCE && isReadBy(indicator, SignChecks::liftsCeiling);
            case VETO -> question == Question.ALLIANCE && isReadBy(indicator, SignChecks::isVeto);
            case NOTHING -> true;
        };
        var location = context.locations().indicator(indicator.id());
        if (!borneOut) {
            context.add(LintCode.SIGN_WITHOUT_RULE, location, indicator.id(), name(question), sign.mark());
        }
        if (sign == Sign.TWO_SIDED && indicator.note().isEmpty()) {
            context.add(LintCode.TWO_SIDED_WITHOUT_REASON, location, indicator.id(), name(question));
        }
    }

    private boolean isReadBy(Indicator indicator, Predicate<Rule> which) {
        return context.book().rules().stream()
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
