package entente.domain;

/** On what footing a reading stands. */
public enum Status {
    KNOWN,
    ASSUMED,
    UNKNOWN
}
