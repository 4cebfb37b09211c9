package entente.model;

/** A rated indicator with the grade of its reading: the only type of fact in rule conditions. An unrated one is no fact. */
public record GradedReading(String indicator, Grade grade) {

    public GradedReading {
        // In a comparison UNKNOWN would count as the lowest grade.
        if (grade == Grade.UNKNOWN) {
            throw new IllegalArgumentException(indicator + " is not rated");
        }
    }
}
