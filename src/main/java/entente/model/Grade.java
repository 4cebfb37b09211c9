package entente.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The grade of this name, in any letter case, with blanks, hyphens or underscores between its words. */
    public static Optional<Grade> named(String written) {
        String name = written.strip().replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(grade -> grade.name().equals(name))
                .findFirst();
    }

    public boolean atLeast(Grade threshold) {
        return this != UNKNOWN && compareTo(threshold) >= 0;
    }

    public boolean atMost(Grade threshold) {
        return this != UNKNOWN && compareTo(threshold) <= 0;
    }
}
