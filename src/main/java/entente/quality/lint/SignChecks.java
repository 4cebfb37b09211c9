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
                    breach.rule(),
                    breach.condition(),
                    condition.indicator(),
                    condition.comparison().name(),
                    name(breach.question()),
                    breach.sign().mark(),
                    breach.through().map(Rule::id).orElse(""));
        }
        for (Indicator indicator : context.book().catalogue().indicators()) {
            if (isReadBy(indicator, rule -> true)) {
                List.of(Question.values()).forEach(question -> check(indicator, question));
            } else {
                context.add(LintCode.UNREAD_INDICATOR, indicator);
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
        if (!borneOut) {
            context.add(LintCode.SIGN_WITHOUT_RULE, indicator, name(question), sign.mark());
        }
        if (sign == Sign.TWO_SIDED && indicator.note().isEmpty()) {
            context.add(LintCode.TWO_SIDED_WITHOUT_REASON, indicator, name(question));
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
