package entente.quality.lint;

import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Overrides without effect, and rules that are always silenced. */
record OverrideChecks(LintContext context) {

    void check() {
        SatisfiabilityCheck satisfiability = new SatisfiabilityCheck(context);
        for (Rule rule : context.book().rules()) {
            if (context.region(rule).isEmpty()) {
                continue;
            }
            if (rule.kind() == RuleKind.OVERRIDE) {
                checkOverride(rule);
                continue;
            }
            Set<String> silencing = satisfiability.alwaysSilencedBy(rule);
            if (!silencing.isEmpty()) {
                context.add(LintCode.ALWAYS_SILENCED, rule, String.join(", ", silencing));
            } else if (rule.kind() == RuleKind.CEILING && !satisfiability.isEverInForce(rule)) {
                context.add(
                        LintCode.NEVER_IN_FORCE,
                        rule,
                        rule.ceiling().orElseThrow().name());
            }
        }
    }

    private void checkOverride(Rule override) {
        Set<String> reached = affectedRules(override);
        if (reached.isEmpty()) {
            context.add(LintCode.SILENCES_NOTHING, override, String.join(", ", override.overrides()));
            return;
        }
        for (String tag : override.overrides()) {
            if (context.book().rules().stream()
                    .noneMatch(r -> reached.contains(r.id()) && r.tags().contains(tag))) {
                context.add(LintCode.TAG_OUT_OF_REACH, override, tag);
            }
        }
        context.book().rules().stream()
                .filter(other -> other.kind() == RuleKind.OVERRIDE && replaces(other, override))
                .findFirst()
                .ifPresent(other -> context.add(LintCode.SILENCED_BEFORE, override, other.id()));
    }

    /** The rules that it silences and that can hold together with it. */
    private Set<String> affectedRules(Rule override) {
        return context.book().rules().stream()
                .filter(r -> override.overrides(r))
                .filter(r -> context.region(override).intersects(context.region(r)))
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    /** Whether the other override makes this one redundant; of two equivalent ones, the second is redundant. */
    private boolean replaces(Rule other, Rule override) {
        if (other.equals(override) || !covers(other, override)) {
            return false;
        }
        List<Rule> rules = context.book().rules();
        return !covers(override, other) || rules.indexOf(other) < rules.indexOf(override);
    }

    private boolean covers(Rule other, Rule override) {
        return context.region(override).isSubsetOf(context.region(other))
                && context.book().rules().stream()
                        .filter(r -> affectedRules(override).contains(r.id()))
                        .allMatch(r -> other.overrides(r));
    }
}
