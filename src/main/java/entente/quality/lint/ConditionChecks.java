package entente.quality.lint;

import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintContext.GradeRegion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Conditions that no reading meets, or every reading, and rules whose conditions repeat, contradict or exclude those of
 * others. Implied conditions need no separate check: of "at least" and "at most" on one indicator, one implies the
 * other only if it is always met, and two of the same kind are rejected on loading.
 */
record ConditionChecks(LintContext context) {

    void check() {
        List<Rule> rules = context.book().rules();
        for (int later = 0; later < rules.size(); later++) {
            check(rules.get(later));
            for (Rule earlier : rules.subList(0, later)) {
                checkPair(earlier, rules.get(later));
            }
        }
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
        if (rule.kind() == RuleKind.OVERRIDE) {
            if (context.book().rules().stream()
                    .noneMatch(other -> rule.overrides(other) && region.intersects(context.region(other)))) {
                context.add(LintCode.SILENCES_NOTHING, rule, String.join(", ", rule.overrides()));
            }
        } else {
            context.book().rules().stream()
                    .filter(override -> override.overrides(rule) && region.isSubsetOf(context.region(override)))
                    .findFirst()
                    .ifPresent(override -> context.add(LintCode.ALWAYS_SILENCED, rule, override.id()));
        }
    }

    /** The last condition on the indicator, which makes the rule unsatisfiable. */
    private static int lastCondition(Rule rule, String indicator) {
        return rule.conditions().stream().map(RuleCondition::indicator).toList().lastIndexOf(indicator);
    }

    private void checkPair(Rule earlier, Rule later) {
        GradeRegion region = context.region(later);
        if (earlier.kind() != later.kind() || region.isEmpty() || !region.equals(context.region(earlier))) {
            return;
        }
        for (Question question : Question.values()) {
            if (direction(earlier, question) * direction(later, question) < 0) {
                context.add(
                        LintCode.CONTRADICTION,
                        later,
                        earlier.id(),
                        question.name().toLowerCase(Locale.ROOT));
            }
        }
        if (haveSameEffect(earlier, later)) {
            context.add(LintCode.DUPLICATE_RULE, later, earlier.id());
        }
    }

    private static boolean haveSameEffect(Rule earlier, Rule later) {
        return switch (later.kind()) {
            case CLAIM ->
                earlier.group().equals(later.group())
                        && Arrays.stream(Question.values())
                                .allMatch(question -> direction(earlier, question) == direction(later, question));
            case CEILING ->
                earlier.ceiling().equals(later.ceiling())
                        && Set.copyOf(earlier.tags()).equals(Set.copyOf(later.tags()));
            case OVERRIDE -> Set.copyOf(earlier.overrides()).equals(Set.copyOf(later.overrides()));
        };
    }

    /** 1 up, -1 down, 0 without a weight. */
    static int direction(Rule rule, Question question) {
        return rule.weight(question).map(Weight::direction).orElse(0);
    }
}
