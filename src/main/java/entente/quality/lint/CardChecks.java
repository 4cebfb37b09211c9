package entente.quality.lint;

import entente.model.rule.Rule;
import entente.model.rule.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is odd on a single card. */
final class CardChecks {

    /** A reason takes more than a word and its mark. */
    private static final int MIN_REASON_WORDS = 3;

    private final LintContext linting;

    CardChecks(LintContext linting) {
        this.linting = linting;
    }

    void check() {
        List<Rule> rules = linting.book().rules();
        Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
        Set<String> silenced =
                rules.stream().flatMap(r -> r.overrides().stream()).collect(Collectors.toSet());
        for (Rule rule : rules) {
            checkDuplicates(rule);
            checkReason(rule);
            if (direction(rule.alliance()) > 0 && direction(rule.partnership()) < 0) {
                linting.add(LintCode.DIVIDED_CARD, rule);
            }
            for (String tag : new HashSet<>(rule.tags())) {
                if (ids.contains(tag)) {
                    linting.add(LintCode.TAG_IS_ID, rule, tag);
                } else if (!silenced.contains(tag) && !tag.equals(Linter.PACT)) {
                    linting.add(LintCode.TAG_UNUSED, rule, tag);
                }
            }
        }
    }

    private static int direction(Optional<Weight> weight) {
        return weight.map(Weight::direction).orElse(0);
    }

    private void checkDuplicates(Rule rule) {
        for (List<String> said : List.of(rule.tags(), rule.cites(), rule.encodes(), rule.overrides())) {
            Set<String> seen = new HashSet<>();
            Set<String> again = new HashSet<>();
            said.stream().filter(word -> !seen.add(word)).forEach(again::add);
            List<String> sorted = new ArrayList<>(again);
            sorted.sort(null);
            sorted.forEach(word -> linting.add(LintCode.SAID_TWICE, rule, word));
        }
    }

    private void checkReason(Rule rule) {
        rule.projectAssumption()
                .filter(ours -> wordCount(ours) < MIN_REASON_WORDS)
                .ifPresent(ours -> linting.add(LintCode.OURS_WITHOUT_REASON, rule, ours));
    }

    /** Words that say something: what stands before a colon only says of what. */
    static int wordCount(String reason) {
        String said = reason.substring(reason.indexOf(':') + 1).strip();
        return said.isEmpty() ? 0 : said.split("\\s+", -1).length;
    }
}
