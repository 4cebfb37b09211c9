package entente.quality.lint;

import entente.model.Question;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import entente.rulebook.TruthTables;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Rules that never change a verdict. What can be proved has been found before, or is found here for claims without
 * points; for every other rule a world is searched in which it makes a difference.
 */
final class EffectChecks {

    private final LintContext linting;
    private final EffectSearch search;

    EffectChecks(LintContext linting, TruthTables tables) {
        this.linting = linting;
        this.search = new EffectSearch(linting, tables);
    }

    void check() {
        for (int r = 0; r < linting.book().rules().size(); r++) {
            Rule rule = linting.book().rules().get(r);
            if (isReported(rule)) {
                continue;
            }
            OptionalInt tried = search.attemptsWithoutEffect(r);
            if (tried.isPresent()) {
                linting.add(LintCode.NO_EFFECT_FOUND, rule, String.valueOf(tried.getAsInt()));
            }
        }
    }

    private boolean isReported(Rule rule) {
        if (hasNoPoints(rule)) {
            linting.add(LintCode.WEIGHS_NOTHING, rule);
        }
        return linting.isDuplicateCeiling(rule)
                || linting.hasFinding(
                        rule,
                        LintCode.NEVER_HOLDS,
                        LintCode.ALWAYS_SILENCED,
                        LintCode.SILENCES_NOTHING,
                        LintCode.SILENCED_BEFORE,
                        LintCode.NEVER_IN_FORCE,
                        LintCode.WEIGHS_NOTHING);
    }

    /** A pact is more than its points: standing, it makes the relationship a formal alliance. */
    private boolean hasNoPoints(Rule rule) {
        return rule.kind() == RuleKind.CLAIM
                && !rule.tags().contains(Linter.PACT)
                && Arrays.stream(Question.values())
                        .flatMap(question -> rule.weight(question).stream()
                                .map(weight -> WeightChecks.points(linting.book(), question, weight.strength())))
                        .allMatch(points -> points.hundredths() == 0);
    }
}
