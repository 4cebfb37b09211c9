package entente.quality.lint;

import entente.model.RuleCondition;
import entente.model.rule.Rule;

/**
 * Conditions that no reading meets, or every reading. Implied conditions need no separate check: of "at least" and "at
 * most" on one indicator, one implies the other only if it is always met, and two of the same kind are rejected on
 * loading.
 */
record ConditionChecks(LintContext context) {

    void check() {
        context.book().rules().forEach(this::check);
    }

    private void check(Rule rule) {
        GradeRegion region = context.region(rule);
        if (region.isEmpty()) {
            region.grades().forEach((indicator, grades) -> {
                if (grades.isEmpty()) {
                    context.add(LintCode.NEVER_HOLDS, rule, lastCondition(rule, indicator), indicator);
                }
            });
            return;
        }
        for (int n = 0; n < rule.conditions().size(); n++) {
            RuleCondition condition = rule.conditions().get(n);
            if (context.space().grades(condition.indicator()).stream().allMatch(condition::isMetBy)) {
                context.add(
                        LintCode.ALWAYS_HOLDS,
                        rule,
                        n,
                        condition.indicator(),
                        condition.comparison().name(),
                        condition.threshold().name());
            }
        }
    }

    /** The last condition on the indicator, which makes the rule unsatisfiable. */
    private static int lastCondition(Rule rule, String indicator) {
        return rule.conditions().stream().map(RuleCondition::indicator).toList().lastIndexOf(indicator);
    }
}
