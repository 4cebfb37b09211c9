package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Points;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.rulebook.LoadedRuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScoringModelTest {
    private static final int TAGS = 70;

    @Test
    void overridesAreDistinctForMoreThanSixtyFourTags() {
        List<Rule> rules = new ArrayList<>();
        for (int tag = 0; tag < TAGS; tag++) {
            rules.add(rule("claim" + tag, Optional.of(Weight.SLIGHTLY_FOR), List.of("tag" + tag), List.of()));
        }
        for (int tag = 0; tag < TAGS; tag++) {
            rules.add(rule("override" + tag, Optional.empty(), List.of(), List.of("tag" + tag)));
        }
        LoadedRuleBook loaded = RandomRuleBooks.ruleBook(rules);
        ScoringModel model = new ScoringModel(loaded.book(), loaded.tables(), Assumptions.NONE);
        for (int tag = 0; tag < TAGS; tag++) {
            boolean[] satisfied = new boolean[2 * TAGS];
            Arrays.fill(satisfied, 0, TAGS, true);
            satisfied[TAGS + tag] = true;
            boolean[] expected = satisfied.clone();
            expected[tag] = false;
            assertThat(model.outcome(satisfied, Points.ZERO).effective())
                    .as("effective rules under override%s", tag)
                    .isEqualTo(expected);
            for (int rule = 0; rule < TAGS; rule++) {
                assertThat(model.overrides(TAGS + tag, rule)).isEqualTo(rule == tag);
            }
        }
    }

    private static Rule rule(String id, Optional<Weight> weight, List<String> tags, List<String> overrides) {
        return new Rule(
                id,
                "us_reaction",
                "Rule " + id + ".",
                weight,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                tags,
                List.of(),
                List.of(new RuleCondition("treaty_commitment_level", ComparisonOperator.AT_LEAST, Grade.HIGH)),
                overrides,
                Optional.empty());
    }
}
