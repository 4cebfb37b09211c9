package entente.assessment;

import entente.domain.Assumptions;
import entente.domain.Comparison;
import entente.domain.Condition;
import entente.domain.ConditionRow;
import entente.domain.Grade;
import entente.domain.Group;
import entente.domain.GroupResult;
import entente.domain.GroupStatus;
import entente.domain.Indicator;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import entente.domain.Points;
import entente.domain.Rule;
import entente.domain.Scale;
import entente.domain.Scenario;
import entente.domain.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes down what became of every rule, and sums it up by barrier. */
final class LedgerBook {

    private final Weighing weighing;
    private final Scenario scenario;
    private final Assumptions assumptions;
    private final Map<String, Indicator> indicators = new HashMap<>();

    LedgerBook(Weighing weighing, Scenario scenario) {
        this.weighing = weighing;
        this.scenario = scenario;
        this.assumptions = scenario.assumptions();
        weighing.book().catalogue().indicators().forEach(i -> indicators.put(i.id(), i));
    }

    List<LedgerRow> rows(boolean[] holding, Outcome outcome) {
        List<LedgerRow> rows = new ArrayList<>();
        for (int r = 0; r < holding.length; r++) {
            Rule rule = weighing.rules().get(r);
            List<ConditionRow> conditions =
                    rule.conditions().stream().map(this::condition).toList();
            Optional<String> by =
                    holding[r] && !weighing.disabled(r) ? overriddenBy(r, holding, outcome) : Optional.empty();
            rows.add(new LedgerRow(
                    rule,
                    status(r, holding[r], by, conditions),
                    weighing.alliancePoints(r),
                    weighing.partnershipPoints(r),
                    by,
                    conditions));
        }
        return rows;
    }

    private LedgerStatus status(int rule, boolean holds, Optional<String> overriddenBy, List<ConditionRow> conditions) {
        // What is shown is read from the text of the rule, what fires is Drools' answer: they must not part.
        if (holds != conditions.stream().allMatch(ConditionRow::held)) {
            throw new IllegalStateException(
                    "Drools and the text of " + weighing.rules().get(rule).id() + " differ");
        }
        if (weighing.disabled(rule)) {
            return LedgerStatus.DISABLED;
        }
        if (holds) {
            return overriddenBy.isPresent() ? LedgerStatus.OVERRIDDEN : LedgerStatus.FIRED;
        }
        boolean fails = conditions.stream().anyMatch(c -> !c.unknown() && !c.held());
        return fails ? LedgerStatus.NOT_FIRED : LedgerStatus.UNDETERMINED;
    }

    /** The first rule that silences this one; a ceiling that another of the four has replaced is overridden by that. */
    private Optional<String> overriddenBy(int rule, boolean[] holding, Outcome outcome) {
        for (int r = 0; r < holding.length; r++) {
            if (holding[r] && !weighing.disabled(r) && weighing.silences(r, rule)) {
                return Optional.of(weighing.rules().get(r).id());
            }
        }
        Rule ceiling = weighing.rules().get(rule);
        if (ceiling.ceiling().isEmpty() || inForce(ceiling, outcome)) {
            return Optional.empty();
        }
        for (int r = 0; r < holding.length; r++) {
            Rule other = weighing.rules().get(r);
            if (outcome.standing()[r] && other.ceiling().isPresent() && inForce(other, outcome)) {
                return Optional.of(other.id());
            }
        }
        return Optional.empty();
    }

    private static boolean inForce(Rule ceiling, Outcome outcome) {
        return outcome.ceilings().stream().anyMatch(c -> Optional.of(c.kind()).equals(ceiling.ceiling()));
    }

    private ConditionRow condition(Condition condition) {
        Indicator indicator = Objects.requireNonNull(indicators.get(condition.indicator()));
        Scale scale = World.scale(indicator, assumptions);
        Optional<Span> span = scenario.reading(indicator.id()).span();
        Grade grade = span.map(s -> scale.gradeOf(s.value())).orElse(Grade.UNKNOWN);
        return new ConditionRow(
                condition,
                cut(condition, scale),
                span.map(s -> OptionalDouble.of(s.value())).orElse(OptionalDouble.empty()),
                grade,
                condition.heldBy(grade),
                span.map(s -> OptionalDouble.of(scale.distance(s.value(), condition)))
                        .orElse(OptionalDouble.empty()));
    }

    private static double cut(Condition condition, Scale scale) {
        Grade threshold = condition.threshold();
        return scale.from(
                condition.comparison() == Comparison.AT_LEAST ? threshold : Grade.values()[threshold.ordinal() + 1]);
    }

    List<GroupResult> groups(List<LedgerRow> rows) {
        List<GroupResult> results = new ArrayList<>();
        for (Group group : weighing.book().catalogue().groups()) {
            Points alliance = Points.ZERO;
            Points partnership = Points.ZERO;
            GroupStatus status = GroupStatus.ABSENT;
            for (LedgerRow row : rows) {
                if (!row.rule().group().equals(group.id())) {
                    continue;
                }
                if (row.fired()) {
                    alliance = alliance.plus(row.alliancePoints());
                    partnership = partnership.plus(row.partnershipPoints());
                    status = GroupStatus.PRESENT;
                } else if (row.status() == LedgerStatus.UNDETERMINED && status == GroupStatus.ABSENT) {
                    status = GroupStatus.UNKNOWN;
                }
            }
            results.add(new GroupResult(group, status, alliance, partnership));
        }
        return results;
    }
}
