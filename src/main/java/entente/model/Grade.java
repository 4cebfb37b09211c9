package entente.model;

/**
 * The one scale on which every reading is graded. UNKNOWN is a grade of its own that is neither at least nor at most
 * anything: no rule fires on what nobody rated.
 */
public enum Grade {
    UNKNOWN,
    VERY_LOW,
    LOW,
    MODERATE,
    HIGH,
    VERY_HIGH;

    public boolean atLeast(Grade threshold) {
        return this != UNKNOWN && compareTo(threshold) >= 0;
    }

    public boolean atMost(Grade threshold) {
        return this != UNKNOWN && compareTo(threshold) <= 0;
    }
}
