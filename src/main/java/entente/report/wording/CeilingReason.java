package entente.report.wording;

import entente.model.CeilingEvents;
import entente.model.ComparisonOperator;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.RuleCondition;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.rule.CeilingKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Why a ceiling holds the likelihood down, as the end of a sentence. */
@RequiredArgsConstructor
public final class CeilingReason {

    private static final int MOST_UNMET = 2;

    private final Assessment assessment;

    /** Whether ordinal values are given in the words of their anchors. */
    private final boolean inWords;

    /** Under which circumstance the ceiling holds the likelihood down. */
    public String held(CeilingKind ceiling) {
        CeilingEvents events = assessment.catalogue().subject().events();
        return switch (ceiling) {
            case NO_SWITCH -> withoutSwitch();
            case SWITCH -> " even with the " + events.opening();
            case DECISION -> " even with a decision to ally";
            case WORKING_PACT -> " with the pact in force";
            case INCIDENT -> " after " + events.breach();
        };
    }

    /**
     * What the switch lacks; that there is no such event only where no condition on it is met, and the ranges of the rated
     * readings do not allow it.
     */
    private String withoutSwitch() {
        List<ConditionResult> conditions = assessment.ledger().stream()
                .filter(row -> row.rule().ceiling().equals(Optional.of(CeilingKind.SWITCH)))
                .flatMap(row -> row.conditions().stream())
                .toList();
        Optional<String> event = conditions.stream().findFirst().map(this::group);
        List<String> lacking = conditions.stream()
                .filter(condition -> !condition.met())
                .map(condition -> unmet(condition.condition()))
                .toList();
        List<ConditionResult> onEvent = conditions.stream()
                .filter(condition -> event.equals(Optional.of(group(condition))))
                .toList();
        boolean none = onEvent.stream().noneMatch(ConditionResult::met)
                && !onEvent.stream().allMatch(condition -> isOpen(condition.condition()));
        int more = lacking.size() - MOST_UNMET;
        return none || lacking.isEmpty()
                ? " because there is no "
                        + assessment.catalogue().subject().events().missing()
                : " unless " + lacking.stream().limit(MOST_UNMET).collect(Collectors.joining(" and "))
                        + (more > 0 ? " and " + Wording.plural(more, "other reading") + " changed" : "");
    }

    /** Whether the range of a rated reading allows what its best estimate does not. */
    private boolean isOpen(RuleCondition condition) {
        Indicator indicator = assessment.catalogue().indicator(condition.indicator());
        Reading reading = assessment.scenario().reading(indicator.id());
        return reading.range().isPresent()
                && assessment.scenario().assumptions().scale(indicator).possibleGrades(reading).stream()
                        .anyMatch(condition::isMetBy);
    }

    private String group(ConditionResult condition) {
        return assessment
                .catalogue()
                .indicator(condition.condition().indicator())
                .group();
    }

    /** A condition that fails, such as: “Competition” is at 3 or more (now 2). */
    String unmet(RuleCondition condition) {
        Indicator indicator = assessment.catalogue().indicator(condition.indicator());
        MeasureText measure = new MeasureText(indicator);
        double cut = assessment.scenario().assumptions().scale(indicator).from(condition.decidingGrade());
        boolean atLeast = condition.comparison() == ComparisonOperator.AT_LEAST;
        String where = measure.where(
                atLeast ? OptionalDouble.of(cut) : OptionalDouble.empty(),
                atLeast ? OptionalDouble.empty() : OptionalDouble.of(cut),
                value -> text(measure, value));
        String now = assessment
                .scenario()
                .reading(indicator.id())
                .range()
                .map(range -> (range.wide() ? "best estimate " : "now ") + text(measure, range.value()))
                .orElse("not rated");
        return "“" + indicator.shortLabel() + "” is " + where + " (" + now + ")";
    }

    private String text(MeasureText measure, double value) {
        return inWords ? measure.quoted(value) : measure.value(value);
    }
}
