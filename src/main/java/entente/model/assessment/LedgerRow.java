package entente.model.assessment;

import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Rule;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * A rule of the book with its status in this scenario.
 *
 * @param alliancePoints points of the rule under the assumptions, counted if it fired; none if it is disabled
 * @param overriddenBy the rule that overrides it
 */
public record LedgerRow(
        @With Rule rule,
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
