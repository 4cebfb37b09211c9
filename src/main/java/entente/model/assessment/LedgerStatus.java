package entente.model.assessment;

/** Status of a rule in an assessment. */
public enum LedgerStatus {
    FIRED,
    NOT_FIRED,
    /** No known condition fails and at least one depends on an unknown reading. */
    UNDETERMINED,
    /** Its conditions hold, but another rule overrides it. */
    OVERRIDDEN,
    /** By an assumption. */
    DISABLED
}
