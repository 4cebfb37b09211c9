package entente.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import entente.model.Described.Kind;

/** A condition of a rule: a reading is at least or at most a grade. An unknown reading never meets it. */
public record RuleCondition(
        @Described(kind = Kind.ID) String indicator,
        ComparisonOperator comparison,

        @JsonProperty("grade") @Described("The grade with which the reading is compared.")
        Grade threshold) {

    private static final Grade[] GRADES = Grade.values();

    public boolean isMetBy(Grade grade) {
        return comparison == ComparisonOperator.AT_LEAST ? grade.atLeast(threshold) : grade.atMost(threshold);
    }

    /** The grade whose lowest value decides: the threshold, or the grade above it if it must not be exceeded. */
    public Grade decidingGrade() {
        return comparison == ComparisonOperator.AT_LEAST ? threshold : GRADES[threshold.ordinal() + 1];
    }
}
