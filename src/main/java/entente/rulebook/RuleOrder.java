package entente.rulebook;

import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.Group;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The order of rules in a book, independent of their order in the files: by group, kind, conditions (indicators in
 * catalogue order, moderate before extreme thresholds) and id.
 */
final class RuleOrder {

    private RuleOrder() {}

    static List<Rule> sorted(List<Rule> rules, Catalogue catalogue) {
        Map<String, Integer> indicators = catalogue.positions();
        List<String> groups =
                new ArrayList<>(catalogue.groups().stream().map(Group::id).toList());
        groups.add(Group.INTERPLAY.id());
        return rules.stream()
                .sorted(Comparator.comparingInt((Rule r) -> groups.indexOf(r.group()))
                        .thenComparing(Rule::kind)
                        .thenComparing(r -> key(r, indicators))
                        .thenComparing(Rule::id))
                .toList();
    }

    private static String key(Rule rule, Map<String, Integer> indicators) {
        StringBuilder key = new StringBuilder();
        for (RuleCondition c : rule.conditions()) {
            boolean atLeast = c.comparison() == ComparisonOperator.AT_LEAST;
            int extremity =
                    atLeast ? c.threshold().ordinal() : 9 - c.threshold().ordinal();
            key.append(
                    String.format("%03d%s%d", indicators.getOrDefault(c.indicator(), 999), c.comparison(), extremity));
        }
        return key.toString();
    }
}
