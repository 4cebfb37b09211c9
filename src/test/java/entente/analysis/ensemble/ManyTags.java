package entente.analysis.ensemble;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.Weight;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Claims with a tag of their own each, and an override for each tag. */
final class ManyTags {

    private static final List<Indicator> INDICATORS =
            Shipped.BOOK.book().catalogue().indicators();

    private ManyTags() {}

    static List<Rule> rules(int tags) {
        List<Rule> rules = new ArrayList<>();
        for (int tag = 0; tag < tags; tag++) {
            rules.add(rule("claim" + tag, Optional.of(Weight.values()[tag % 8]), List.of("tag" + tag), List.of(), tag));
        }
        for (int tag = 0; tag < tags; tag++) {
            rules.add(rule("override" + tag, Optional.empty(), List.of(), List.of("tag" + tag), tag * 7 + 3));
        }
        return rules;
    }

    private static Rule rule(
            String id, Optional<Weight> weight, List<String> tags, List<String> overrides, int indicator) {
        return new Rule(
                id,
                "us_reaction",
                "Rule " + id + ".",
                weight,
                weight,
                List.of(),
                Optional.empty(),
                tags,
                List.of(),
                List.of(new RuleCondition(
                        INDICATORS.get(indicator % INDICATORS.size()).id(),
                        ComparisonOperator.AT_LEAST,
                        Grade.MODERATE)),
                overrides,
                Optional.empty());
    }
}
