package entente.quality.lint;

import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Overrides without effect, and what is silent for good. */
final class OverrideChecks {

    private final LintContext linting;
    private final SatisfiabilityCheck satisfiability;
    private final List<Rule> overrides;

    OverrideChecks(LintContext linting) {
        this.linting = linting;
        this.satisfiability = new SatisfiabilityCheck(linting);
        this.overrides = linting.book().rules().stream()
                .filter(r -> r.kind() == RuleKind.OVERRIDE)
                .toList();
    }

    void check() {
        for (Rule rule : linting.book().rules()) {
            if (linting.region(rule).isEmpty()) {
                continue;
            }
            if (rule.kind() == RuleKind.OVERRIDE) {
                checkOverride(rule);
                continue;
            }
            Set<String> silencing = satisfiability.alwaysSilencedBy(rule);
            if (!silencing.isEmpty()) {
                linting.add(LintCode.ALWAYS_SILENCED, rule, String.join(", ", silencing));
            } else if (rule.kind() == RuleKind.CEILING && !satisfiability.isEverInForce(rule)) {
                linting.add(
                        LintCode.NEVER_IN_FORCE,
                        rule,
                        rule.ceiling().orElseThrow().name());
            }
        }
    }

    private void checkOverride(Rule override) {
        Set<String> reached = affectedRules(override);
        if (reached.isEmpty()) {
            linting.add(LintCode.SILENCES_NOTHING, override, String.join(", ", override.overrides()));
            return;
        }
        for (String tag : override.overrides()) {
            boolean out = linting.book().rules().stream()
                    .noneMatch(r -> reached.contains(r.id()) && r.tags().contains(tag));
            if (out) {
                linting.add(LintCode.TAG_OUT_OF_REACH, override, tag);
            }
        }
        Optional<Rule> before =
                overrides.stream().filter(other -> replaces(other, override)).findFirst();
        before.ifPresent(other -> linting.add(LintCode.SILENCED_BEFORE, override, other.id()));
    }

    /** The rules that it silences and that can hold beside it. */
    private Set<String> affectedRules(Rule override) {
        return linting.book().rules().stream()
                .filter(r -> LintContext.silences(override, r))
                .filter(r -> linting.region(override).intersects(linting.region(r)))
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    /** Whether the other does all that this one does; of two that do the same, the first is kept. */
    private boolean replaces(Rule other, Rule override) {
        if (other.equals(override) || !covers(other, override)) {
            return false;
        }
        return !covers(override, other) || overrides.indexOf(other) < overrides.indexOf(override);
    }

    private boolean covers(Rule other, Rule override) {
        return linting.region(override).isSubsetOf(linting.region(other))
                && linting.book().rules().stream()
                        .filter(r -> affectedRules(override).contains(r.id()))
                        .allMatch(r -> LintContext.silences(other, r));
    }
}
