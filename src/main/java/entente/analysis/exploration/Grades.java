package entente.analysis.exploration;

import entente.model.Grade;

/** The number of grades, UNKNOWN included. */
final class Grades {

    static final int COUNT = Grade.values().length;

    private Grades() {}
}
