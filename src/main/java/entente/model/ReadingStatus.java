package entente.model;

/** On what footing a reading stands. */
public enum ReadingStatus {
    KNOWN,
    ASSUMED,
    UNKNOWN
}
