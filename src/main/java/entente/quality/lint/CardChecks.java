package entente.quality.lint;

import entente.model.rule.Rule;
import entente.model.rule.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of single rule cards. */
final class CardChecks {

    /** Minimum length of a reason, in words. */
    private static final int MIN_REASON_WORDS = 3;

    private final LintContext context;

    CardChecks(LintContext context) {
        this.context = context;
    }

    void check() {
        List<Rule> rules = context.book().rules();
        Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
        Set<String> silenced =
                rules.stream().flatMap(r -> r.overrides().stream()).collect(Collectors.toSet());
        for (Rule rule : rules) {
            checkDuplicates(rule);
            checkReason(rule);
            if (direction(rule.alliance()) > 0 && direction(rule.partnership()) < 0) {
                context.add(LintCode.DIVIDED_CARD, rule);
            }
            for (String tag : new HashSet<>(rule.tags())) {
                if (ids.contains(tag)) {
                    context.add(LintCode.TAG_IS_ID, rule, tag);
                } else if (!silenced.contains(tag) && !tag.equals(context.book().relationship().pactTag())) {
                    context.add(LintCode.TAG_UNUSED, rule, tag);
                }
            }
        }
    }

    private static int direction(Optional<Weight> weight) {
        return weight.map(Weight::direction).orElse(0);
    }

    private void checkDuplicates(Rule rule) {
        for (List<String> values : List.of(rule.tags(), rule.cites(), rule.encodes(), rule.overrides())) {
            Set<String> seen = new HashSet<>();
            Set<String> again = new HashSet<>();
            values.stream().filter(word -> !seen.add(word)).forEach(again::add);
            List<String> sorted = new ArrayList<>(again);
            sorted.sort(null);
            sorted.forEach(word -> context.add(LintCode.SAID_TWICE, rule, word));
        }
    }

    private void checkReason(Rule rule) {
        rule.projectAssumption()
                .filter(assumption -> wordCount(assumption) < MIN_REASON_WORDS)
                .ifPresent(assumption -> context.add(LintCode.ASSUMPTION_WITHOUT_REASON, rule, assumption));
    }

    /** The number of words after the colon. */
    static int wordCount(String reason) {
        String text = reason.substring(reason.indexOf(':') + 1).strip();
        return text.isEmpty() ? 0 : text.split("\\s+", -1).length;
    }
}
