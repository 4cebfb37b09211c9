package entente.model.assessment;

/** Whether a barrier or driver is present in a scenario. */
public enum GroupStatus {
    /** At least one claim fired. */
    PRESENT,
    /** No claim fired and at least one depends on an unknown reading. */
    UNKNOWN,
    ABSENT
}
