package entente.model;

/** One indicator with the grade of its reading: the only type of fact in rule conditions. */
public record GradedReading(String indicator, Grade grade) {

    public boolean atLeast(Grade threshold) {
        return grade.atLeast(threshold);
    }

    public boolean atMost(Grade threshold) {
        return grade.atMost(threshold);
    }
}
