package entente.upkeep;

import entente.domain.CeilingKind;
import entente.domain.Indicator;
import entente.domain.LintCode;
import entente.domain.Question;
import entente.domain.Rule;
import entente.domain.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The signs of the catalogue beside what the rules do: neither may say more than the other. */
final class SignChecks {

    private final Linting linting;

    SignChecks(Linting linting) {
        this.linting = linting;
    }

    void check() {
        for (SignLaw.Breach breach : SignLaw.breaches(linting.book())) {
            var condition = breach.rule().conditions().get(breach.n());
            linting.add(
                    LintCode.AGAINST_SIGN,
                    linting.places().condition(breach.rule().id(), breach.n()),
                    breach.rule().id(),
                    condition.indicator(),
                    condition.comparison().name(),
                    name(breach.question()),
                    breach.sign().mark(),
                    breach.through().map(Rule::id).orElse(""));
        }
        for (Indicator indicator : linting.book().catalogue().indicators()) {
            boolean read = reads(indicator, rule -> true);
            if (!read) {
                linting.add(LintCode.UNREAD_INDICATOR, linting.places().indicator(indicator.id()), indicator.id());
                continue;
            }
            for (Question question : Question.values()) {
                check(indicator, question);
            }
        }
    }

    private void check(Indicator indicator, Question question) {
        Sign sign = SignLaw.sign(indicator, question);
        List<Integer> directions = SignLaw.directions(linting.book(), indicator.id(), question);
        boolean borneOut = switch (sign) {
            case RAISES, LOWERS -> !directions.isEmpty();
            case TWO_SIDED -> directions.size() == 2;
            case GATE -> question == Question.ALLIANCE && reads(indicator, SignChecks::lifts);
            case VETO -> question == Question.ALLIANCE && reads(indicator, SignChecks::vetoes);
            case NOTHING -> true;
        };
        var place = linting.places().indicator(indicator.id());
        if (!borneOut) {
            linting.add(LintCode.SIGN_WITHOUT_RULE, place, indicator.id(), name(question), sign.mark());
        }
        if (sign == Sign.TWO_SIDED && indicator.note().isEmpty()) {
            linting.add(LintCode.TWO_SIDED_WITHOUT_REASON, place, indicator.id(), name(question));
        }
    }

    private boolean reads(Indicator indicator, Predicate<Rule> which) {
        return linting.book().rules().stream()
                .filter(which)
                .anyMatch(
                        r -> r.conditions().stream().anyMatch(c -> c.indicator().equals(indicator.id())));
    }

    private static boolean lifts(Rule rule) {
        return rule.ceiling().isPresent() && !vetoes(rule);
    }

    private static boolean vetoes(Rule rule) {
        return rule.ceiling().equals(Optional.of(CeilingKind.INCIDENT));
    }

    private static String name(Question question) {
        return question.name().toLowerCase(Locale.ROOT);
    }
}
