package entente.model;

/**
 * The scale on which every reading is graded. UNKNOWN is neither at least nor at most any grade, so no rule fires on an
 * unrated indicator.
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
