package entente.model.assessment;

import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the book and what became of it in this scenario.
 *
 * @param alliancePoints what it would count, or counts when it fired, under the assumptions
 * @param overriddenBy the rule that silences it, when it is overridden
 */
public record LedgerRow(
        Rule rule,
        LedgerStatus status,
        Points alliancePoints,
        Points partnershipPoints,
        Optional<String> overriddenBy,
        List<ConditionResult> conditions) {

    public boolean fired() {
        return status == LedgerStatus.FIRED;
    }

    public Points points(Question question) {
        return question == Question.ALLIANCE ? alliancePoints : partnershipPoints;
    }
}
