package entente.upkeep;

import entente.domain.Condition;
import entente.domain.Grade;
import entente.domain.LintCode;
import entente.domain.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What single conditions and the conditions of one rule can never meet, always meet, or say twice. */
final class ConditionChecks {

    private final Linting linting;

    ConditionChecks(Linting linting) {
        this.linting = linting;
    }

    void check() {
        linting.book().rules().forEach(this::check);
    }

    private void check(Rule rule) {
        Region region = linting.region(rule);
        if (region.empty()) {
            region.grades().forEach((indicator, grades) -> {
                if (grades.isEmpty()) {
                    linting.add(LintCode.NEVER_HOLDS, linting.places().condition(rule.id(), last(rule, indicator)), rule.id(), indicator);
                }
            });
            return;
        }
        for (int n = 0; n < rule.conditions().size(); n++) {
            redundant(rule, n);
        }
    }

    /** The condition with which what came before is no longer to be met. */
    private static int last(Rule rule, String indicator) {
        int last = 0;
        for (int n = 0; n < rule.conditions().size(); n++) {
            last = rule.conditions().get(n).indicator().equals(indicator) ? n : last;
        }
        return last;
    }

    private void redundant(Rule rule, int n) {
        Condition condition = rule.conditions().get(n);
        Set<Grade> possible = linting.space().of(condition.indicator());
        if (possible.stream().allMatch(condition::heldBy)) {
            said(LintCode.ALWAYS_HOLDS, rule, n);
            return;
        }
        List<Condition> others = new ArrayList<>(rule.conditions());
        others.remove(n);
        boolean asksTheSame = others.stream().anyMatch(c -> c.indicator().equals(condition.indicator()));
        if (asksTheSame && Region.of(others, linting.space()).equals(linting.region(rule))) {
            said(LintCode.IMPLIED, rule, n);
        }
    }

    private void said(LintCode code, Rule rule, int n) {
        Condition condition = rule.conditions().get(n);
        linting.add(
                code,
                linting.places().condition(rule.id(), n),
                rule.id(),
                condition.indicator(),
                condition.comparison().name(),
                condition.threshold().name());
    }
}
