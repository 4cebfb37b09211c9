package entente.quality.lint;

import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import java.util.Set;

/**
 * Conditions that no reading meets, or every one. That a condition is implied by another needs no look of its own: at
 * least and at most of one indicator never imply each other without one of them being met by every value, and asking
 * the same way twice is refused.
 */
final class ConditionChecks {

    private final LintContext linting;

    ConditionChecks(LintContext linting) {
        this.linting = linting;
    }

    void check() {
        linting.book().rules().forEach(this::check);
    }

    private void check(Rule rule) {
        GradeRegion region = linting.region(rule);
        if (region.isEmpty()) {
            region.grades().forEach((indicator, grades) -> {
                if (grades.isEmpty()) {
                    linting.add(
                            LintCode.NEVER_HOLDS,
                            linting.locations().condition(rule.id(), lastCondition(rule, indicator)),
                            rule.id(),
                            indicator);
                }
            });
            return;
        }
        for (int n = 0; n < rule.conditions().size(); n++) {
            checkAlwaysHolds(rule, n);
        }
    }

    /** The condition with which what came before is no longer to be met. */
    private static int lastCondition(Rule rule, String indicator) {
        int last = 0;
        for (int n = 0; n < rule.conditions().size(); n++) {
            last = rule.conditions().get(n).indicator().equals(indicator) ? n : last;
        }
        return last;
    }

    private void checkAlwaysHolds(Rule rule, int n) {
        RuleCondition condition = rule.conditions().get(n);
        Set<Grade> possible = linting.space().of(condition.indicator());
        if (possible.stream().allMatch(condition::isMetBy)) {
            linting.add(
                    LintCode.ALWAYS_HOLDS,
                    linting.locations().condition(rule.id(), n),
                    rule.id(),
                    condition.indicator(),
                    condition.comparison().name(),
                    condition.threshold().name());
        }
    }
}
