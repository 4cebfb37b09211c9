package entente.model.assessment;

/** Whether a barrier or driver speaks in a scenario. */
public enum GroupStatus {
    /** A finding stands. */
    PRESENT,
    /** None stands, and one at least waits for an unknown reading. */
    UNKNOWN,
    ABSENT
}
