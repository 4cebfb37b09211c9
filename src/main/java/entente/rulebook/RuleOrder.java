package entente.rulebook;

import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.Group;
import entente.model.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of rules in a book, independent of their order in the files: by group, kind, conditions (indicators in
 * catalogue order, moderate before extreme thresholds) and id.
 */
final class RuleOrder {

    private RuleOrder() {}

    static List<Rule> sorted(List<Rule> rules, Catalogue catalogue) {
        Map<String, Integer> indicators = catalogue.positions();
        List<String> groups = Stream.concat(catalogue.groups().stream(), Stream.of(Group.INTERPLAY))
                .map(Group::id)
                .toList();
        return rules.stream()
                .sorted(Comparator.comparingInt((Rule r) -> groups.indexOf(r.group()))
                        .thenComparing(Rule::kind)
                        .thenComparing(r -> key(r, indicators))
                        .thenComparing(Rule::id))
                .toList();
    }

    private static String key(Rule rule, Map<String, Integer> indicators) {
        return rule.conditions().stream()
                .map(c -> {
                    int grade = c.threshold().ordinal();
                    int extremity = c.comparison() == ComparisonOperator.AT_LEAST ? grade : 9 - grade;
                    int indicator = indicators.getOrDefault(c.indicator(), 999);
                    return String.format("%03d%s%d", indicator, c.comparison(), extremity);
                })
                .collect(Collectors.joining());
    }
}
