package entente.quality.lint;

import entente.model.Question;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import java.util.Arrays;

/**
 * Rules that never change a verdict. Provable cases are reported by earlier checks, or here for claims without points;
 * for other rules a graded scenario in which they have an effect is searched.
 */
record EffectChecks(LintContext context, EffectSearch search) {

    void check() {
        for (int r = 0; r < context.book().rules().size(); r++) {
            Rule rule = context.book().rules().get(r);
            if (!isReported(rule) && !search.findsEffect(r)) {
                context.add(LintCode.NO_EFFECT_FOUND, rule, String.valueOf(EffectSearch.MAX_ATTEMPTS));
            }
        }
    }

    private boolean isReported(Rule rule) {
        if (hasNoPoints(rule)) {
            context.add(LintCode.WEIGHS_NOTHING, rule);
        }
        return context.isDuplicateCeiling(rule)
                || context.hasFinding(
                        rule,
                        LintCode.NEVER_HOLDS,
                        LintCode.ALWAYS_SILENCED,
                        LintCode.SILENCES_NOTHING,
                        LintCode.SILENCED_BEFORE,
                        LintCode.NEVER_IN_FORCE,
                        LintCode.WEIGHS_NOTHING);
    }

    /** A pact has an effect without points: it makes the relationship a formal alliance. */
    private boolean hasNoPoints(Rule rule) {
        return rule.kind() == RuleKind.CLAIM
                && !context.book().relationship().isPact(rule)
                && Arrays.stream(Question.values())
                        .flatMap(question -> rule.weight(question).stream()
                                .map(weight -> WeightChecks.points(context.book(), question, weight.strength())))
                        .allMatch(points -> points.hundredths() == 0);
    }
}
