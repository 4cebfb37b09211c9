package entente.quality.lint;

import entente.model.Numbers;
import entente.model.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks of single rule cards. */
record CardChecks(LintContext context) {

    private static final int MIN_REASON_WORDS = 3;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w§¶.-])\\d+(?:\\.\\d+)?(?![\\w])");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    void check() {
        List<Rule> rules = context.book().rules();
        Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
        Set<String> silenced =
                rules.stream().flatMap(r -> r.overrides().stream()).collect(Collectors.toSet());
        for (Rule rule : rules) {
            checkDuplicates(rule);
            rule.projectAssumption()
                    .filter(assumption -> wordCount(assumption) < MIN_REASON_WORDS)
                    .ifPresent(assumption -> context.add(LintCode.ASSUMPTION_WITHOUT_REASON, rule, assumption));
            checkNumbers(rule);
            if (WeightChecks.direction(rule.alliance()) > 0 && WeightChecks.direction(rule.partnership()) < 0) {
                context.add(LintCode.DIVIDED_CARD, rule);
            }
            for (String tag : new HashSet<>(rule.tags())) {
                if (ids.contains(tag)) {
                    context.add(LintCode.TAG_IS_ID, rule, tag);
                } else if (!silenced.contains(tag)
                        && !tag.equals(context.book().relationship().pactTag())) {
                    context.add(LintCode.TAG_UNUSED, rule, tag);
                }
            }
        }
    }

    private void checkDuplicates(Rule rule) {
        for (List<String> values : List.of(rule.tags(), rule.cites(), rule.encodes(), rule.overrides())) {
            Set<String> seen = new HashSet<>();
            values.stream()
                    .filter(word -> !seen.add(word))
                    .distinct()
                    .sorted()
                    .forEach(word -> context.add(LintCode.SAID_TWICE, rule, word));
        }
    }

    /**
     * A number in a project assumption is a cut point of an indicator that the rule reads, or a figure recorded with
     * one: in a data note or the reason of a cut point. Years and paragraphs are no such numbers.
     */
    private void checkNumbers(Rule rule) {
        Set<Double> known = rule.conditions().stream()
                .map(condition -> context.book().catalogue().indicator(condition.indicator()))
                .flatMap(indicator -> Stream.concat(
                        indicator.dataNotes().stream().flatMap(note -> note.values().stream()),
                        indicator.cutPoints().stream()
                                .flatMap(cut -> Stream.concat(Stream.of(cut.from()), numbers(cut.reason())))))
                .collect(Collectors.toSet());
        rule.projectAssumption().stream()
                .flatMap(CardChecks::numbers)
                .filter(number -> !known.contains(number))
                .distinct()
                .forEach(number -> context.add(LintCode.NUMBER_WITHOUT_CUT, rule, Numbers.plain(number)));
    }

    private static Stream<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(number -> !YEAR.matcher(number).matches())
                .map(Double::valueOf);
    }

    /** The number of words after the colon. */
    static int wordCount(String reason) {
        String text = reason.substring(reason.indexOf(':') + 1).strip();
        return text.isEmpty() ? 0 : text.split("\\s+", -1).length;
    }
}
