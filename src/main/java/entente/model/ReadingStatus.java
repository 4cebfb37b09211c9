package entente.model;

/** Whether a reading is known, assumed or unknown. */
public enum ReadingStatus {
    KNOWN,
    ASSUMED,
    UNKNOWN
}
