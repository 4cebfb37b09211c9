package entente.model.rule;

import entente.model.Question;
import entente.model.RuleCondition;
import java.util.List;
import java.util.Optional;

/**
 * One rule of the book with its card.
 *
 * @param claim the rule's name: what it says when it fires, as a sentence
 * @param cites paragraphs of the article that support the claim
 * @param projectAssumption what is this project's own: the whole rule, its threshold or a weight
 * @param tags what the interplay speaks of
 * @param encodes items of the inventory
 * @param conditions all must hold; only a ceiling may have none
 * @param overrides the tags that this rule silences, when it is an override
 * @param ceiling what it holds down or lifts, when it is a ceiling
 */
public record Rule(
        String id,
        String group,
        String claim,
        Optional<Weight> alliance,
        Optional<Weight> partnership,
        List<String> cites,
        Optional<String> projectAssumption,
        List<String> tags,
        List<String> encodes,
        List<RuleCondition> conditions,
        List<String> overrides,
        Optional<CeilingKind> ceiling) {

    public RuleKind kind() {
        if (ceiling.isPresent()) {
            return RuleKind.CEILING;
        }
        return overrides.isEmpty() ? RuleKind.CLAIM : RuleKind.OVERRIDE;
    }

    public Optional<Weight> weight(Question question) {
        return question == Question.ALLIANCE ? alliance : partnership;
    }
}
