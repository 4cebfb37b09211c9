package entente.analysis.exploration;

import entente.model.Grade;
import lombok.Getter;

/** A reading is taken to have a grade that has no probability. */
@Getter
public final class ImpossibleConditionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String indicator;
    private final Grade grade;

    ImpossibleConditionException(String indicator, Grade grade) {
        super(indicator + " is not " + grade + " in any case that has a probability.");
        this.indicator = indicator;
        this.grade = grade;
    }
}
