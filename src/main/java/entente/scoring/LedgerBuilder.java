package entente.scoring;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Group;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.RuleCondition;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.Assessment.GroupResult.GroupStatus;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Creates the ledger with the status of every rule and the results by group. */
final class LedgerBuilder {

    private final ScoredScenario scored;
    private final ScoringModel model;
    private final RuleIndex index;

    LedgerBuilder(ScoredScenario scored) {
        this.scored = scored;
        this.model = scored.model();
        this.index = model.index();
    }

    List<LedgerRow> rows(boolean[] satisfied, ScoringOutcome outcome) {
        List<LedgerRow> rows = new ArrayList<>(satisfied.length);
        for (int r = 0; r < satisfied.length; r++) {
            List<ConditionResult> conditions = model.rules().get(r).conditions().stream()
                    .map(this::condition)
                    .toList();
            Optional<String> by =
                    satisfied[r] && !model.disabled(r) ? overriddenBy(r, satisfied, outcome) : Optional.empty();
            rows.add(new LedgerRow(
                    model.rules().get(r),
                    status(r, satisfied[r], by, conditions),
                    model.points(r, Question.ALLIANCE),
                    model.points(r, Question.PARTNERSHIP),
                    by,
                    conditions,
                    Optional.empty()));
        }
        return rows;
    }

    private LedgerStatus status(
            int rule, boolean holds, Optional<String> overriddenBy, List<ConditionResult> conditions) {
        boolean unknown = false;
        boolean fails = false;
        for (ConditionResult condition : conditions) {
            unknown |= condition.unknown();
            fails |= !condition.met() && !condition.unknown();
        }
        if (model.disabled(rule)) {
            return LedgerStatus.DISABLED;
        }
        if (holds) {
            return overriddenBy.isPresent() ? LedgerStatus.OVERRIDDEN : LedgerStatus.FIRED;
        }
        return fails || !unknown ? LedgerStatus.NOT_FIRED : LedgerStatus.UNDETERMINED;
    }

    /** The first rule that overrides this one; a ceiling that does not apply is overridden by the one that does. */
    private Optional<String> overriddenBy(int rule, boolean[] satisfied, ScoringOutcome outcome) {
        for (int override : index.overriding[rule]) {
            if (satisfied[override] && !model.disabled(override)) {
                return Optional.of(id(override));
            }
        }
        if (index.ceilings[rule] == RuleIndex.NONE || inForce(rule, outcome)) {
            return Optional.empty();
        }
        return IntStream.range(0, satisfied.length)
                .filter(other -> outcome.effective()[other] && inForce(other, outcome))
                .mapToObj(this::id)
                .findFirst();
    }

    private String id(int rule) {
        return model.rules().get(rule).id();
    }

    private boolean inForce(int rule, ScoringOutcome outcome) {
        return outcome.ceilings().stream().anyMatch(ceiling -> ceiling.kind().ordinal() == index.ceilings[rule]);
    }

    private ConditionResult condition(RuleCondition condition) {
        int indicator = index.position(condition.indicator());
        GradeScale scale = model.scale(indicator);
        Reading reading = scored.readings().get(indicator);
        Grade grade = scored.grades()[indicator];
        return new ConditionResult(
                condition,
                scale.from(condition.decidingGrade()),
                reading.value(),
                grade,
                condition.isMetBy(grade),
                reading.range().isPresent()
                        ? OptionalDouble.of(scale.distance(reading.range().get().value(), condition))
                        : OptionalDouble.empty());
    }

    List<GroupResult> groups(List<LedgerRow> rows) {
        List<Group> groups = model.book().catalogue().groups();
        return IntStream.range(0, groups.size())
                .mapToObj(group -> group(
                        groups.get(group),
                        IntStream.of(index.byGroup[group]).mapToObj(rows::get).toList()))
                .toList();
    }

    private static GroupResult group(Group group, List<LedgerRow> rows) {
        List<LedgerRow> fired = rows.stream().filter(LedgerRow::fired).toList();
        boolean unknown = rows.stream().anyMatch(row -> row.status() == LedgerStatus.UNDETERMINED);
        return new GroupResult(
                group,
                !fired.isEmpty() ? GroupStatus.PRESENT : unknown ? GroupStatus.UNKNOWN : GroupStatus.ABSENT,
                fired.stream().map(LedgerRow::alliancePoints).reduce(Points.ZERO, Points::plus),
                fired.stream().map(LedgerRow::partnershipPoints).reduce(Points.ZERO, Points::plus));
    }
}
