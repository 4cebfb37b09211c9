package entente.domain;

/** One line of a rule: a reading is at least, or at most, a grade. Never held by an unknown reading. */
public record Condition(String indicator, Comparison comparison, Grade threshold) {

    public boolean heldBy(Grade grade) {
        return comparison == Comparison.AT_LEAST ? grade.atLeast(threshold) : grade.atMost(threshold);
    }
}
