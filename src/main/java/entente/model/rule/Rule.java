package entente.model.rule;

import entente.model.Question;
import entente.model.RuleCondition;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * One rule of the book with its annotations.
 *
 * @param claim the name of the rule: the statement that it makes if it fires
 * @param cites paragraphs of the article that support the claim
 * @param projectAssumption what is an assumption of this project: the whole rule, its threshold or a weight
 * @param tags tags that overrides refer to
 * @param encodes items of the inventory
 * @param conditions all must hold; only a ceiling may have none
 * @param overrides tags of the rules that this one overrides
 * @param ceiling the ceiling that this rule applies
 */
public record Rule(
        String id,
        String group,
        @With String claim,
        Optional<Weight> alliance,
        Optional<Weight> partnership,
        List<String> cites,
        Optional<String> projectAssumption,
        List<String> tags,
        List<String> encodes,
        List<RuleCondition> conditions,
        List<String> overrides,
        Optional<CeilingKind> ceiling) {

    /** Ids of the indicators that the conditions read, without duplicates. */
    public List<String> indicators() {
        return conditions.stream().map(RuleCondition::indicator).distinct().toList();
    }

    public RuleKind kind() {
        if (ceiling.isPresent()) {
            return RuleKind.CEILING;
        }
        return overrides.isEmpty() ? RuleKind.CLAIM : RuleKind.OVERRIDE;
    }

    public Optional<Weight> weight(Question question) {
        return question == Question.ALLIANCE ? alliance : partnership;
    }

    /** Whether this rule, if it holds, overrides the other. */
    public boolean overrides(Rule other) {
        return !Collections.disjoint(overrides, other.tags);
    }
}
