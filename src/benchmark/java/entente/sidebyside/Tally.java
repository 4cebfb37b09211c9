package entente.sidebyside;

import entente.model.Grade;

/** A whole scenario as one fact, to which rules add points. Public, as generated code uses it. */
public final class Tally {

    private final Grade[] grades;
    private int points;

    Tally(Grade[] grades) {
        this.grades = grades.clone();
    }

    public Grade grade(int indicator) {
        return grades[indicator];
    }

    /** Evrete reads fields of facts by getters. */
    public Grade[] getGrades() {
        return grades;
    }

    public void add(int more) {
        points += more;
    }

    void reset() {
        points = 0;
    }

    int points() {
        return points;
    }
}
