package entente.scoring;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.GroupResult;
import entente.model.assessment.GroupResult.GroupStatus;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Creates the ledger with the status of every rule and the results by group. */
final class LedgerBuilder {

    private final ScoringModel model;
    private final Scenario scenario;
    private final Assumptions assumptions;
    private final Map<String, Indicator> indicators = new HashMap<>();

    LedgerBuilder(ScoringModel model, Scenario scenario) {
        this.model = model;
        this.scenario = scenario;
        this.assumptions = scenario.assumptions();
        model.book().catalogue().indicators().forEach(i -> indicators.put(i.id(), i));
    }

    List<LedgerRow> rows(boolean[] satisfied, ScoringOutcome outcome) {
        List<LedgerRow> rows = new ArrayList<>();
        for (int r = 0; r < satisfied.length; r++) {
            Rule rule = model.rules().get(r);
            List<ConditionResult> conditions =
                    rule.conditions().stream().map(this::condition).toList();
            Optional<String> by =
                    satisfied[r] && !model.disabled(r) ? overriddenBy(r, satisfied, outcome) : Optional.empty();
            rows.add(new LedgerRow(
                    rule,
                    status(r, satisfied[r], by, conditions),
                    model.points(r, Question.ALLIANCE),
                    model.points(r, Question.PARTNERSHIP),
                    by,
                    conditions));
        }
        return rows;
    }

    private LedgerStatus status(
            int rule, boolean holds, Optional<String> overriddenBy, List<ConditionResult> conditions) {
        // The ledger evaluates the conditions, while the fired rules come from the truth tables; both must agree.
        if (holds != conditions.stream().allMatch(ConditionResult::met)) {
            throw new IllegalStateException("the truth tables and the text of rule "
                    + model.rules().get(rule).id() + " differ");
        }
        if (model.disabled(rule)) {
            return LedgerStatus.DISABLED;
        }
        if (holds) {
            return overriddenBy.isPresent() ? LedgerStatus.OVERRIDDEN : LedgerStatus.FIRED;
        }
        boolean fails = conditions.stream().anyMatch(c -> !c.unknown() && !c.met());
        return fails ? LedgerStatus.NOT_FIRED : LedgerStatus.UNDETERMINED;
    }

    /** The first rule that overrides this one; a ceiling that does not apply is overridden by the one that does. */
    private Optional<String> overriddenBy(int rule, boolean[] satisfied, ScoringOutcome outcome) {
        Optional<String> override = first(r -> satisfied[r] && !model.disabled(r) && model.overrides(r, rule));
        Rule ceiling = model.rules().get(rule);
        return override.isPresent() || ceiling.ceiling().isEmpty() || inForce(ceiling, outcome)
                ? override
                : first(r -> outcome.effective()[r] && inForce(model.rules().get(r), outcome));
    }

    private Optional<String> first(IntPredicate rule) {
        return IntStream.range(0, model.rules().size())
                .filter(rule)
                .mapToObj(r -> model.rules().get(r).id())
                .findFirst();
    }

    private static boolean inForce(Rule ceiling, ScoringOutcome outcome) {
        return outcome.ceilings().stream().anyMatch(c -> Optional.of(c.kind()).equals(ceiling.ceiling()));
    }

    private ConditionResult condition(RuleCondition condition) {
        Indicator indicator = Objects.requireNonNull(indicators.get(condition.indicator()));
        GradeScale scale = assumptions.scale(indicator);
        Reading reading = scenario.reading(indicator.id());
        Grade grade = GradedScenario.grade(reading, scale);
        return new ConditionResult(
                condition,
                scale.from(condition.decidingGrade()),
                reading.value(),
                grade,
                condition.isMetBy(grade),
                reading.range()
                        .map(s -> OptionalDouble.of(scale.distance(s.value(), condition)))
                        .orElse(OptionalDouble.empty()));
    }

    List<GroupResult> groups(List<LedgerRow> rows) {
        List<GroupResult> results = new ArrayList<>();
        for (Group group : model.book().catalogue().groups()) {
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
