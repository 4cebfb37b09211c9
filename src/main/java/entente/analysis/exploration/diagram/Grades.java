package entente.analysis.exploration.diagram;

import entente.model.Grade;

/** The number of grades, UNKNOWN included. */
public final class Grades {

    public static final int COUNT = Grade.values().length;

    private Grades() {}
}
