package entente.model.assessment;

import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.With;

/**
 * A rule of the book with its status in this scenario.
 *
 * @param alliancePoints points of the rule under the assumptions, counted if it fired; none if it is disabled
 * @param overriddenBy the first rule that overrides it
 * @param next in a row for a card, the step after the last that holds
 */
public record LedgerRow(
        @With Rule rule,
        LedgerStatus status,
        Points alliancePoints,
        Points partnershipPoints,
        Optional<String> overriddenBy,
        List<ConditionResult> conditions,
        Optional<LedgerRow> next) {

    /**
     * One row for each card: of a claim with steps the last step that holds, or else the first, with the points of all that
     * hold and under the id of the card.
     */
    public static List<LedgerRow> byCard(List<LedgerRow> ledger) {
        Map<String, List<LedgerRow>> cards = new LinkedHashMap<>();
        ledger.forEach(row -> cards.computeIfAbsent(row.rule.cardId(), id -> new ArrayList<>())
                .add(row));
        return cards.values().stream().map(LedgerRow::card).toList();
    }

    private static LedgerRow card(List<LedgerRow> steps) {
        List<LedgerRow> held = steps.stream()
                .filter(row -> row.fired() || row.status == LedgerStatus.OVERRIDDEN)
                .toList();
        if (steps.size() == 1 || held.isEmpty()) {
            return steps.get(0);
        }
        LedgerRow last = held.get(held.size() - 1);
        return new LedgerRow(
                last.rule
                        .withId(last.rule.cardId())
                        .withAlliance(whole(held, Question.ALLIANCE))
                        .withPartnership(whole(held, Question.PARTNERSHIP)),
                last.status,
                held.stream().map(LedgerRow::alliancePoints).reduce(Points.ZERO, Points::plus),
                held.stream().map(LedgerRow::partnershipPoints).reduce(Points.ZERO, Points::plus),
                last.overriddenBy,
                last.conditions,
                steps.stream().skip(held.size()).findFirst());
    }

    /** The weight of the last step that has one. */
    private static Optional<Weight> whole(List<LedgerRow> steps, Question question) {
        return steps.stream().flatMap(row -> row.rule.weight(question).stream()).reduce((before, after) -> after);
    }

    /** All rules in force that override it: by a tag, or as ceilings of the kind that replaces it. */
    public List<Rule> overriding(List<LedgerRow> ledger) {
        List<Rule> fired =
                ledger.stream().filter(LedgerRow::fired).map(LedgerRow::rule).toList();
        return fired.stream()
                .filter(first -> overriddenBy.equals(Optional.of(first.id())))
                .flatMap(first -> fired.stream()
                        .filter(other -> first.ceiling().isPresent()
                                ? other.ceiling().equals(first.ceiling())
                                : other.overrides().stream().anyMatch(rule.tags()::contains)))
                .toList();
    }

    /** The conditions that are not met. */
    public List<ConditionResult> failing() {
        return conditions.stream().filter(condition -> !condition.met()).toList();
    }

    public boolean fired() {
        return status == LedgerStatus.FIRED;
    }

    public Points points(Question question) {
        return question == Question.ALLIANCE ? alliancePoints : partnershipPoints;
    }
}
